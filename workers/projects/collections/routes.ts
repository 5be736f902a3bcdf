import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { searchCollections } from './collections.ts'
import {
  CollectionId,
  CollectionPage,
  CollectionSearch,
  CollectionState,
  NewCollection,
  OrderOfWorks,
  WorkInCollection,
} from './inputs.ts'
import {
  beginCollection,
  changeCollection,
  hangInCollection,
  orderCollection,
  removeCollection,
  takeOffCollection,
} from './keeping.ts'

const writing = { for: 'members', part: 'works', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const collecting = new Hono<App>()
  .get(
    '/collections',
    rule({
      does: 'Collections of works that are open to everyone, newest first',
      for: 'everyone',
      part: 'works',
      pace: 'reading',
      cache: 'public',
      answers: { 200: CollectionPage },
    }),
    valid('query', CollectionSearch),
    async (c) => finished(c, await searchCollections(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/collections',
    rule({ does: 'Begin a collection', ...writing, answers: { 201: CollectionState } }),
    valid('json', NewCollection),
    async (c) => c.json(await beginCollection(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/collections/:id',
    rule({ does: 'Change a collection, and who may see it', ...writing, answers: { 200: CollectionState } }),
    valid('param', CollectionId),
    valid('json', NewCollection),
    async (c) => c.json(await changeCollection(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/collections/:id',
    rule({ does: 'Let a collection go; the works stay', ...writing, answers: { 200: CollectionState } }),
    valid('param', CollectionId),
    async (c) => c.json(await removeCollection(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/collections/:id/order',
    rule({
      does: 'Say in which order works hang in a collection',
      ...writing,
      bodyLimit: 32_768,
      answers: { 200: CollectionState },
    }),
    valid('param', CollectionId),
    valid('json', OrderOfWorks),
    async (c) => c.json(await orderCollection(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/collections/:id/works/:slug',
    rule({ does: 'Hang a work in a collection', ...writing, answers: { 200: CollectionState } }),
    valid('param', WorkInCollection),
    async (c) => c.json(await hangInCollection(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/collections/:id/works/:slug',
    rule({ does: 'Take a work off a collection', ...writing, answers: { 200: CollectionState } }),
    valid('param', WorkInCollection),
    async (c) => c.json(await takeOffCollection(c.var.ctx, c.req.valid('param'))),
  )

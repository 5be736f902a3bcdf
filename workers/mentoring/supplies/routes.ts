import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { askForSupply, cancelRequest } from './asking.ts'
import { giveBack, logUse } from './giving-back.ts'
import {
  GivenBack,
  HandOver,
  NewRequest,
  NewSupply,
  NewUse,
  RequestDecision,
  RequestId,
  RequestPage,
  RequestSearch,
  RequestState,
  ShelfPicture,
  StockMove,
  SupplyName,
  SupplyPage,
  SupplySearch,
  SupplySlug,
} from './inputs.ts'
import { decide, handOver } from './lending.ts'
import { readOwnRequests, readRequests } from './requests.ts'
import { addSupply, moveStock, picture } from './stocking.ts'
import { readSupplies } from './supplies.ts'

const part = 'mentoring'
const reading = { for: 'members', part, pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part, pace: 'writing', cache: 'never', bodyLimit: 16_384 } as const
const overseeing = { ...reading, for: 'organisers' } as const
const stocking = { ...writing, for: 'organisers' } as const

export const supplyRoutes = new Hono<App>()
  .get(
    '/supplies',
    rule({ does: 'List what the community lends and gives', ...reading, answers: { 200: SupplyPage } }),
    valid('query', SupplySearch),
    async (c) => finished(c, await readSupplies(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/supplies',
    rule({ does: 'Put something new on the shelf', ...stocking, answers: { 201: SupplyName } }),
    valid('json', NewSupply),
    async (c) => c.json(await addSupply(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/supplies/:slug/picture',
    rule({ does: 'Show what it looks like', ...stocking, answers: { 200: SupplyName } }),
    valid('param', SupplySlug),
    valid('json', ShelfPicture),
    async (c) => c.json(await picture(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .post(
    '/supplies/:slug/movements',
    rule({ does: 'Change a stock, with a reason', ...stocking, answers: { 201: SupplyName } }),
    valid('param', SupplySlug),
    valid('json', StockMove),
    async (c) => c.json(await moveStock(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .post(
    '/supplies/:slug/requests',
    rule({ does: 'Ask for something, for some days', ...writing, answers: { 201: RequestState } }),
    valid('param', SupplySlug),
    valid('json', NewRequest),
    async (c) => c.json(await askForSupply(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .get(
    '/supply-requests',
    rule({
      does: 'List what everybody asked for, the longest wait first',
      ...overseeing,
      answers: { 200: RequestPage },
    }),
    valid('query', RequestSearch),
    async (c) => finished(c, await readRequests(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/supply-requests/own',
    rule({ does: 'List what one asked for and has', ...reading, answers: { 200: RequestPage } }),
    valid('query', RequestSearch),
    async (c) => finished(c, await readOwnRequests(c.var.ctx, c.req.valid('query'))),
  )
  .put(
    '/supply-requests/:id/decision',
    rule({
      does: 'Approve all or a part of what somebody asked for, or say no',
      ...stocking,
      answers: { 200: RequestState },
    }),
    valid('param', RequestId),
    valid('json', RequestDecision),
    async (c) => c.json(await decide(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/supply-requests/:id/hand-over',
    rule({ does: 'Note that something was handed over', ...stocking, answers: { 200: RequestState } }),
    valid('param', RequestId),
    valid('json', HandOver),
    async (c) => c.json(await handOver(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/supply-requests/:id',
    rule({ does: 'Take back what one asked for', ...writing, answers: { 200: RequestState } }),
    valid('param', RequestId),
    async (c) => c.json(await cancelRequest(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/supply-requests/:id/uses',
    rule({ does: 'Note what was made with it', ...writing, answers: { 201: RequestState } }),
    valid('param', RequestId),
    valid('json', NewUse),
    async (c) => c.json(await logUse(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/supply-requests/:id/return',
    rule({ does: 'Bring something back, and say how it is', ...writing, answers: { 200: RequestState } }),
    valid('param', RequestId),
    valid('json', GivenBack),
    async (c) => c.json(await giveBack(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )

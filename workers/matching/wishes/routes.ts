import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Apart, MyWishes, NewWish, WishId } from './inputs.ts'
import { keepWish, letGoOfWish, readMyWishes, takeBackApart } from './wishes.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never' } as const

export const wishRoutes = new Hono<App>()
  .get(
    '/my/wishes',
    rule({
      does: 'Read what you ask of whoever is suggested to you',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: MyWishes },
    }),
    async (c) => c.json(await readMyWishes(c.var.ctx)),
  )
  .post(
    '/my/wishes',
    rule({
      does: 'Ask for a language, a skill, or so much experience',
      ...writing,
      bodyLimit: 1024,
      answers: { 204: 'Kept' },
    }),
    valid('json', NewWish),
    async (c) => {
      await keepWish(c.var.ctx, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .delete(
    '/my/wishes/:id',
    rule({ does: 'Let go of a wish', ...writing, answers: { 204: 'Gone' } }),
    valid('param', WishId),
    async (c) => {
      await letGoOfWish(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  .delete(
    '/my/apart/:handle',
    rule({
      does: 'Let yourself and somebody be suggested to each other again',
      ...writing,
      answers: { 204: 'Taken back' },
    }),
    valid('param', Apart),
    async (c) => {
      await takeBackApart(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )

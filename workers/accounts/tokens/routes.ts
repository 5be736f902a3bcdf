import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { MadeToken, NewToken, TokenId, Tokens } from './inputs.ts'
import { endToken, listTokens, makeToken } from './making.ts'

const owner = { for: 'members', surely: true, inPerson: true, cache: 'never' } as const

export const tokenRoutes = new Hono<App>()
  .get(
    '/tokens',
    rule({ ...owner, does: 'Your tokens for programs', pace: 'reading', answers: { 200: Tokens } }),
    async (c) => c.json({ tokens: await listTokens(c.var.ctx) }),
  )
  .post(
    '/tokens',
    rule({
      ...owner,
      does: 'Make a token for a program; it is shown this once',
      pace: 'writing',
      bodyLimit: 2048,
      answers: { 201: MadeToken },
      handsOverSecret: true,
    }),
    valid('json', NewToken),
    async (c) => c.json(await makeToken(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete(
    '/tokens/:id',
    rule({ ...owner, does: 'End a token', pace: 'writing', answers: { 204: 'Ended' } }),
    valid('param', TokenId),
    async (c) => {
      await endToken(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )

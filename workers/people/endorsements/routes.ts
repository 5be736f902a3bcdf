import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { endorse, takeBackEndorsement } from './endorsements.ts'
import { Endorsed, EndorsedSkill, WordsOfPraise } from './inputs.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never', bodyLimit: 4096 } as const

export const endorsements = new Hono<App>()
  .post(
    '/members/:handle/endorsements/:skill',
    rule({ does: 'Say that somebody you worked with can do this', ...writing, answers: { 201: Endorsed } }),
    valid('param', EndorsedSkill),
    valid('json', WordsOfPraise),
    async (c) => c.json(await endorse(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .delete(
    '/members/:handle/endorsements/:skill',
    rule({ does: 'Take your endorsement back', ...writing, answers: { 200: Endorsed } }),
    valid('param', EndorsedSkill),
    async (c) => c.json(await takeBackEndorsement(c.var.ctx, c.req.valid('param'))),
  )

import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '../programs/inputs.ts'
import { apply } from './applying.ts'
import { decideApplication } from './deciding.ts'
import {
  ApplicationDecision,
  ApplicationId,
  ApplicationPage,
  ApplicationSearch,
  ApplicationState,
  NewApplication,
  OwnPage,
  OwnSearch,
  StepTick,
} from './inputs.ts'
import { readOwnApplications, tickOff, withdraw } from './own.ts'
import { readApplications } from './reading.ts'

const part = 'mentoring'
const reading = { for: 'members', part, pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part, pace: 'writing', cache: 'never' } as const

export const applicationRoutes = new Hono<App>()
  .get(
    '/program-applications/own',
    rule({ does: 'List the programs that one applied to', ...reading, answers: { 200: OwnPage } }),
    valid('query', OwnSearch),
    async (c) => finished(c, await readOwnApplications(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/programs/:slug/applications',
    rule({
      does: 'List the applications to a program that one organises, with their answers',
      ...reading,
      for: 'organisers',
      answers: { 200: ApplicationPage },
    }),
    valid('param', ProgramSlug),
    valid('query', ApplicationSearch),
    async (c) => finished(c, await readApplications(c.var.ctx, c.req.valid('param'), c.req.valid('query'))),
  )
  .post(
    '/programs/:slug/applications',
    rule({ does: 'Apply to a program', ...writing, answers: { 201: ApplicationState } }),
    valid('param', ProgramSlug),
    valid('json', NewApplication),
    async (c) => c.json(await apply(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/program-applications/:id/decision',
    rule({
      does: 'Accept or decline an application to a program that one organises',
      ...writing,
      for: 'organisers',
      bodyLimit: 8192,
      answers: { 200: ApplicationState },
    }),
    valid('param', ApplicationId),
    valid('json', ApplicationDecision),
    async (c) => c.json(await decideApplication(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/program-applications/:id/steps',
    rule({
      does: 'Tick off a step that a program asks for, or take the tick back',
      ...writing,
      bodyLimit: 1024,
      answers: { 200: ApplicationState },
    }),
    valid('param', ApplicationId),
    valid('json', StepTick),
    async (c) => c.json(await tickOff(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/program-applications/:id',
    rule({
      does: 'Withdraw one’s application, or give one’s place back',
      ...writing,
      answers: { 200: ApplicationState },
    }),
    valid('param', ApplicationId),
    async (c) => c.json(await withdraw(c.var.ctx, c.req.valid('param'))),
  )

import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import {
  ApplicationId,
  ApplicationPage,
  ApplicationSearch,
  ApplicationState,
  Decision,
  NewApplication,
} from './inputs.ts'
import { applyAsMentor, decideOnApplication, searchApplications, withdrawApplication } from './mentor-applications.ts'

export const mentorApplications = new Hono<App>()
  .post(
    '/mentor-applications',
    rule({
      does: 'Apply to become a mentor',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 16_384,
      answers: { 201: ApplicationState },
    }),
    valid('json', NewApplication),
    async (c) => c.json(await applyAsMentor(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete(
    '/mentor-applications/own',
    rule({
      does: 'Take one’s own application back',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      answers: { 200: ApplicationState },
    }),
    async (c) => c.json(await withdrawApplication(c.var.ctx)),
  )
  .get(
    '/mentor-applications',
    rule({
      does: 'Look through applications of mentors, the longest wait first',
      for: 'organisers',
      part: 'mentoring',
      pace: 'reading',
      cache: 'never',
      answers: { 200: ApplicationPage },
    }),
    valid('query', ApplicationSearch),
    async (c) => finished(c, await searchApplications(c.var.ctx, c.req.valid('query'))),
  )
  .put(
    '/mentor-applications/:id/decision',
    rule({
      does: 'Approve an application with a clearance, or decline it with a reason',
      for: 'organisers',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 8192,
      answers: { 200: ApplicationState },
    }),
    valid('param', ApplicationId),
    valid('json', Decision),
    async (c) => c.json(await decideOnApplication(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )

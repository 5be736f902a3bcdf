import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { PairId } from '../mentorships/inputs.ts'
import { readCircle, readCircles } from './circles.ts'
import {
  Circle,
  CircleId,
  CircleName,
  CirclePage,
  CircleSearch,
  NewCircle,
  PairCircle,
  VersionId,
  WorkPage,
} from './inputs.ts'
import { makeCircle, moveIntoCircle, renameCircle } from './making.ts'
import { showToCircle, takeFromCircle } from './sharing.ts'
import { readWorks } from './works.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'mentors', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

const sharing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never' } as const

export const circleRoutes = new Hono<App>()
  .get(
    '/circles',
    rule({ does: 'List the circles one leads or learns in', ...reading, answers: { 200: CirclePage } }),
    valid('query', CircleSearch),
    async (c) => finished(c, await readCircles(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/circles',
    rule({ does: 'Make a circle of several whom one teaches', ...writing, answers: { 201: CircleId } }),
    valid('json', NewCircle),
    async (c) => c.json(await makeCircle(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/circles/:id',
    rule({ does: 'Who is in a circle, and what all of them were set', ...reading, answers: { 200: Circle } }),
    valid('param', CircleId),
    async (c) => c.json(await readCircle(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/circles/:id/works',
    rule({
      does: 'What those in a circle show to each other, the newest first',
      ...reading,
      answers: { 200: WorkPage },
    }),
    valid('param', CircleId),
    valid('query', CircleSearch),
    async (c) => finished(c, await readWorks(c.var.ctx, c.req.valid('param'), c.req.valid('query'))),
  )
  .put(
    '/versions/:id/circle',
    rule({ does: 'Show a version of one’s own to one’s circle', ...sharing, answers: { 200: VersionId } }),
    valid('param', VersionId),
    async (c) => c.json(await showToCircle(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/versions/:id/circle',
    rule({ does: 'Take a version back from one’s circle', ...sharing, answers: { 200: VersionId } }),
    valid('param', VersionId),
    async (c) => c.json(await takeFromCircle(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/circles/:id',
    rule({ does: 'Give a circle another name', ...writing, answers: { 200: CircleId } }),
    valid('param', CircleId),
    valid('json', CircleName),
    async (c) => c.json(await renameCircle(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/mentorships/:id/circle',
    rule({ does: 'Bring a pair into a circle, or take it out', ...writing, answers: { 200: PairId } }),
    valid('param', PairId),
    valid('json', PairCircle),
    async (c) => c.json(await moveIntoCircle(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )

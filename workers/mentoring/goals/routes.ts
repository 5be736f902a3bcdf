import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { readGoals } from './goals.ts'
import { GoalId, GoalPage, GoalSearch, GoalState, NewGoal, Progress, StepDone, StepId } from './inputs.ts'
import { dropGoal, noteProgress, setGoal, tickStep } from './working.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 16_384 } as const

export const goalRoutes = new Hono<App>()
  .get(
    '/goals',
    rule({ does: 'List one’s own goals, the newest first', ...reading, answers: { 200: GoalPage } }),
    valid('query', GoalSearch),
    async (c) => finished(c, await readGoals(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/goals',
    rule({ does: 'Set a goal that can be counted', ...writing, answers: { 201: GoalState } }),
    valid('json', NewGoal),
    async (c) => c.json(await setGoal(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/goals/:id/progress',
    rule({ does: 'Note how far a goal has come', ...writing, answers: { 201: GoalState } }),
    valid('param', GoalId),
    valid('json', Progress),
    async (c) => c.json(await noteProgress(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .delete(
    '/goals/:id',
    rule({ does: 'Put a goal aside', ...writing, answers: { 200: GoalState } }),
    valid('param', GoalId),
    async (c) => c.json(await dropGoal(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/goal-steps/:id',
    rule({ does: 'Tick a step of a goal, or take the tick away', ...writing, answers: { 200: GoalState } }),
    valid('param', StepId),
    valid('json', StepDone),
    async (c) => c.json(await tickStep(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )

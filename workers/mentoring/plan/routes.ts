import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '../programs/inputs.ts'
import { placeItem, putBack } from './arranging.ts'
import {
  ChangedPlanItem,
  NewPlanItem,
  Plan,
  PlanDay,
  PlanItemId,
  PlanItemState,
  PlanPlace,
  PlanSent,
  PlanYes,
} from './inputs.ts'
import { readPlan } from './plan.ts'
import { addToPlan, changeItem, dropItem, moveItem } from './planning.ts'
import { sendPlan } from './sending.ts'

const part = 'mentoring'
const organising = { for: 'organisers', part, pace: 'writing', cache: 'never' } as const

export const planRoutes = new Hono<App>()
  .get(
    '/programs/:slug/plan',
    rule({
      does: 'Read the plan of a program, and what a change of it would do to the pairs that run',
      for: 'organisers',
      part,
      pace: 'reading',
      cache: 'private',
      answers: { 200: Plan },
    }),
    valid('param', ProgramSlug),
    async (c) => c.json(await readPlan(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/programs/:slug/plan',
    rule({
      does: 'Add a task, a milestone or a survey to the plan of a program',
      ...organising,
      bodyLimit: 32_768,
      answers: { 201: PlanItemState },
    }),
    valid('param', ProgramSlug),
    valid('json', NewPlanItem),
    async (c) => c.json(await addToPlan(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/programs/:slug/plan/pairs',
    rule({
      does: 'Say yes to what a change of the plan does to the pairs that run',
      ...organising,
      bodyLimit: 1024,
      answers: { 200: PlanSent },
    }),
    valid('param', ProgramSlug),
    valid('json', PlanYes),
    async (c) => c.json(await sendPlan(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/plan-items/:id',
    rule({
      does: 'Change a part of the plan of a program',
      ...organising,
      bodyLimit: 32_768,
      answers: { 200: PlanItemState },
    }),
    valid('param', PlanItemId),
    valid('json', ChangedPlanItem),
    async (c) => c.json(await changeItem(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/plan-items/:id/day',
    rule({
      does: 'Move a part of the plan to another day, alone or with what comes after it',
      ...organising,
      bodyLimit: 1024,
      answers: { 200: PlanItemState },
    }),
    valid('param', PlanItemId),
    valid('json', PlanDay),
    async (c) => c.json(await moveItem(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/plan-items/:id/place',
    rule({
      does: 'Move a part of the plan up or down among the parts of its day',
      ...organising,
      bodyLimit: 1024,
      answers: { 200: PlanItemState },
    }),
    valid('param', PlanItemId),
    valid('json', PlanPlace),
    async (c) => c.json(await placeItem(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/plan-items/:id/return',
    rule({ does: 'Put a part back that was dropped from the plan', ...organising, answers: { 200: PlanItemState } }),
    valid('param', PlanItemId),
    async (c) => c.json(await putBack(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/plan-items/:id',
    rule({ does: 'Drop a part of the plan of a program', ...organising, answers: { 200: PlanItemState } }),
    valid('param', PlanItemId),
    async (c) => c.json(await dropItem(c.var.ctx, c.req.valid('param'))),
  )

import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { acceptTask, dropTask, finishOwnTask, tickItem } from './doing.ts'
import { handIn } from './handing-in.ts'
import {
  HandedIn,
  LookPage,
  MoreTime,
  MoreTimeAnswer,
  MoreTimeState,
  NewTask,
  NewVersion,
  TaskId,
  TaskPage,
  TaskSearch,
  TaskSet,
  TaskState,
  Tick,
  WaitSearch,
} from './inputs.ts'
import { answerForTime, askForTime } from './more-time.ts'
import { setTask } from './setting.ts'
import { readLooks, readTasks } from './tasks.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 32_768 } as const

export const taskRoutes = new Hono<App>()
  .get(
    '/tasks',
    rule({ does: 'List one’s own tasks, what is due first', ...reading, answers: { 200: TaskPage } }),
    valid('query', TaskSearch),
    async (c) => finished(c, await readTasks(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/looks',
    rule({ does: 'List what waits for one’s look, the longest wait first', ...reading, answers: { 200: LookPage } }),
    valid('query', WaitSearch),
    async (c) => finished(c, await readLooks(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/tasks',
    rule({ does: 'Set a task for those one teaches, or for oneself', ...writing, answers: { 201: TaskSet } }),
    valid('json', NewTask),
    async (c) => c.json(await setTask(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/tasks/:id/acceptance',
    rule({ does: 'Take a task on', ...writing, answers: { 200: TaskState } }),
    valid('param', TaskId),
    async (c) => c.json(await acceptTask(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/tasks/:id',
    rule({ does: 'Drop a task that one has set', ...writing, answers: { 200: TaskState } }),
    valid('param', TaskId),
    async (c) => c.json(await dropTask(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/tasks/:id/end',
    rule({ does: 'Call a task of one’s own done', ...writing, answers: { 200: TaskState } }),
    valid('param', TaskId),
    async (c) => c.json(await finishOwnTask(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/tasks/:id/ticks',
    rule({ does: 'Tick an item of a task’s list, or take the tick away', ...writing, answers: { 200: TaskState } }),
    valid('param', TaskId),
    valid('json', Tick),
    async (c) => c.json(await tickItem(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .post(
    '/tasks/:id/versions',
    rule({ does: 'Hand in a version', ...writing, answers: { 201: HandedIn } }),
    valid('param', TaskId),
    valid('json', NewVersion),
    async (c) => c.json(await handIn(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .post(
    '/tasks/:id/more-time',
    rule({ does: 'Ask for more time', ...writing, answers: { 201: MoreTimeState } }),
    valid('param', TaskId),
    valid('json', MoreTime),
    async (c) => c.json(await askForTime(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/tasks/:id/more-time',
    rule({ does: 'Give more time, or keep to the day', ...writing, answers: { 200: MoreTimeState } }),
    valid('param', TaskId),
    valid('json', MoreTimeAnswer),
    async (c) => c.json(await answerForTime(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )

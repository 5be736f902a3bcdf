import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { addWords, answerRequest, withdrawRequest } from './answering.ts'
import { askForMentorship } from './asking.ts'
import {
  Answer,
  AskedPage,
  MoreWords,
  NewRequest,
  OwnRequests,
  RequestId,
  RequestSearch,
  RequestState,
} from './inputs.ts'
import { readAsked, readQueue } from './queue.ts'

export const requests = new Hono<App>()
  .post(
    '/mentorship-requests',
    rule({
      does: 'Ask somebody to be one’s mentor',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 16_384,
      answers: { 201: RequestState },
    }),
    valid('json', NewRequest),
    async (c) => c.json(await askForMentorship(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/mentorship-requests',
    rule({
      does: 'Look through what one was asked for, the longest wait first',
      for: 'members',
      part: 'mentoring',
      pace: 'reading',
      cache: 'private',
      answers: { 200: AskedPage },
    }),
    valid('query', RequestSearch),
    async (c) => finished(c, await readQueue(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/mentorship-requests/own',
    rule({
      does: 'What one asked for oneself',
      for: 'members',
      part: 'mentoring',
      pace: 'reading',
      cache: 'private',
      answers: { 200: OwnRequests },
    }),
    async (c) => c.json(await readAsked(c.var.ctx)),
  )
  .put(
    '/mentorship-requests/:id/answer',
    rule({
      does: 'Accept a request, decline it with a reason, or ask for more first',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 16_384,
      answers: { 200: RequestState },
    }),
    valid('param', RequestId),
    valid('json', Answer),
    async (c) => c.json(await answerRequest(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/mentorship-requests/:id/words',
    rule({
      does: 'Answer what a mentor wanted to know',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 16_384,
      answers: { 200: RequestState },
    }),
    valid('param', RequestId),
    valid('json', MoreWords),
    async (c) => c.json(await addWords(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/mentorship-requests/:id',
    rule({
      does: 'Take one’s own request back',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      answers: { 200: RequestState },
    }),
    valid('param', RequestId),
    async (c) => c.json(await withdrawRequest(c.var.ctx, c.req.valid('param'))),
  )

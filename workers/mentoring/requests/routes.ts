import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { addWords, answerRequest, withdrawRequest } from './answering.ts'
import { askForMentorship } from './asking.ts'
import { Answer, MoreWords, NewRequest, RequestId, RequestState } from './inputs.ts'

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

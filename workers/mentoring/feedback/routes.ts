import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { answerComment, giveFeedback } from './feedback.ts'
import { sayHowItHelped } from './helping.ts'
import {
  AnsweredComment,
  CommentAnswer,
  CommentId,
  FeedbackId,
  GivenFeedback,
  Help,
  HelpSaid,
  NewFeedback,
} from './inputs.ts'

const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 65_536 } as const

export const feedbackRoutes = new Hono<App>()
  .post(
    '/feedback',
    rule({ does: 'Give feedback on a version that waits for one’s look', ...writing, answers: { 201: GivenFeedback } }),
    valid('json', NewFeedback),
    async (c) => c.json(await giveFeedback(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/feedback/:id/help',
    rule({
      does: 'Say how much feedback helped; only its giver ever reads it, summed up',
      ...writing,
      answers: { 200: HelpSaid },
    }),
    valid('param', FeedbackId),
    valid('json', Help),
    async (c) => c.json(await sayHowItHelped(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/comments/:id/answer',
    rule({ does: 'Say what one makes of a comment', ...writing, answers: { 200: AnsweredComment } }),
    valid('param', CommentId),
    valid('json', CommentAnswer),
    async (c) => c.json(await answerComment(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )

import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { WorkSlug } from '../own/inputs.ts'
import { appreciate, takeBackAppreciation } from './appreciating.ts'
import { comment, removeComment } from './commenting.ts'
import { Appreciated, CommentId, NewComment, Said } from './inputs.ts'

const writing = { for: 'members', part: 'works', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const talk = new Hono<App>()
  .post(
    '/projects/:slug/comments',
    rule({ does: 'Say something about a work', ...writing, answers: { 201: Said } }),
    valid('param', WorkSlug),
    valid('json', NewComment),
    async (c) => c.json(await comment(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .delete(
    '/projects/:slug/comments/:comment',
    rule({ does: 'Take back what was said about a work', ...writing, answers: { 200: Said } }),
    valid('param', CommentId),
    async (c) => c.json(await removeComment(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/projects/:slug/appreciation',
    rule({ does: 'Say that one likes a work of somebody', ...writing, answers: { 200: Appreciated } }),
    valid('param', WorkSlug),
    async (c) => c.json(await appreciate(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/projects/:slug/appreciation',
    rule({ does: 'Take that back', ...writing, answers: { 200: Appreciated } }),
    valid('param', WorkSlug),
    async (c) => c.json(await takeBackAppreciation(c.var.ctx, c.req.valid('param'))),
  )

import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { announce, keepPart } from './arriving.ts'
import { complete } from './completing.ts'
import { AltText, MediaGone, MediaId, MediaUpload, NewMedia, PartId } from './inputs.ts'
import { describe, remove } from './leaving.ts'
import { readUpload } from './own.ts'

const reading = { for: 'members', pace: 'reading', cache: 'never' } as const
const writing = { for: 'members', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const mediaRoutes = new Hono<App>()
  .post(
    '/media',
    rule({ does: 'Begin to bring a file: its parts come next', ...writing, answers: { 201: MediaUpload } }),
    valid('json', NewMedia),
    async (c) => c.json(await announce(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/media/:id',
    rule({ does: 'How a file of one’s own is coming along', ...reading, answers: { 200: MediaUpload } }),
    valid('param', MediaId),
    async (c) => c.json(await readUpload(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/media/:id/parts/:n',
    rule({ does: 'Send a part: the body is its bytes', ...writing, answers: { 200: MediaUpload } }),
    valid('param', PartId),
    async (c) => c.json(await keepPart(c.var.ctx, c.req.valid('param'), c.req.raw)),
  )
  .post(
    '/media/:id/completion',
    rule({ does: 'Say that all parts are sent', ...writing, answers: { 200: MediaUpload } }),
    valid('param', MediaId),
    async (c) => c.json(await complete(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/media/:id/alt',
    rule({ does: 'Say what is to be seen on it', ...writing, answers: { 200: MediaUpload } }),
    valid('param', MediaId),
    valid('json', AltText),
    async (c) => c.json(await describe(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/media/:id',
    rule({ does: 'Take a file away, or stop bringing it', ...writing, answers: { 200: MediaGone } }),
    valid('param', MediaId),
    async (c) => c.json(await remove(c.var.ctx, c.req.valid('param'))),
  )

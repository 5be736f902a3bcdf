import { Hono } from 'hono'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { findServable, type Servable } from './access.ts'
import { disposition } from './disposition.ts'
import { MediaLink, MediaPiece } from './inputs.ts'
import { type Range, rangeOf } from './range.ts'

const SANDBOX = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

export const privateMedia = new Hono<App>().get(
  '/media/m/:id/:which',
  rule({
    does: 'A file that a member brought, for whoever may see what it hangs on',
    for: 'visitors',
    pace: 'reading',
    cache: 'private',
    answers: {
      200: 'The file',
      206: 'A part of it',
      304: 'Not changed',
      416: 'It is not that long',
    },
  }),
  valid('query', MediaLink),
  valid('param', MediaPiece),
  async (c) => {
    const link = c.req.valid('query')
    const readsAvif = /\bimage\/avif\b/.test(c.req.header('Accept') ?? '')
    const file = await findServable(c.var.ctx, c.req.valid('param'), { ...link, readsAvif })
    return serve(c.var.ctx, { ...file, isForAll: !c.var.ctx.member && !link.with }, c.req.raw.headers)
  },
)

type Shown = Servable & { isForAll: boolean }

export async function serve(ctx: Ctx, file: Shown, asked: Headers): Promise<Response> {
  const range = rangeOf(asked, file)
  if (range === 'beyond')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${file.bytes}` } })
  const headers = headersFor(file)
  if (asked.get('If-None-Match') === headers.get('ETag')) return new Response(null, { status: 304, headers })
  const found = await ctx.env.MEDIA.get(file.key, range && { range: { offset: range.first, length: lengthOf(range) } })
  if (!found) {
    ctx.log.error('a file is missing from storage', { key: file.key })
    throw notFound('file')
  }
  if (!range) return new Response(found.body, { headers: set(headers, 'Content-Length', `${file.bytes}`) })
  set(headers, 'Content-Length', `${lengthOf(range)}`)
  set(headers, 'Content-Range', `bytes ${range.first}-${range.last}/${file.bytes}`)
  return new Response(found.body, { status: 206, headers })
}

// What lies under a key never changes, so the key says it all. Whoever sees it through somebody else's leave asks again each
// time: what is taken back is gone at once. Only pictures that hang for everybody may linger for some minutes.
const headersFor = ({ key, type, kind, name, isOwn, isForAll }: Shown) =>
  new Headers({
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Disposition': disposition(kind === 'file' ? 'attachment' : 'inline', name),
    'Content-Security-Policy': SANDBOX,
    'Cache-Control':
      isForAll && kind === 'image' ? 'public, max-age=300' : isOwn ? 'private, max-age=600' : 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ...(kind === 'image' && { Vary: 'Accept' }),
    ETag: `"${key.split('/').slice(-2).join('-')}"`,
  })

const lengthOf = ({ first, last }: Range) => last - first + 1

function set(headers: Headers, name: string, value: string) {
  headers.set(name, value)
  return headers
}

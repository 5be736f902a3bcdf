import { Hono } from 'hono'
import { notFound } from '#workers/lib/errors.ts'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'

const YEAR = 'public, max-age=31536000, immutable'

export const media = new Hono<App>().get(
  '/media/:key{[a-z0-9][a-z0-9./_-]*}',
  rule({
    does: 'A picture',
    for: 'everyone',
    pace: 'reading',
    cache: 'public',
    answers: { 200: 'The file', 304: 'Not changed' },
  }),
  async (c) => {
    const file = await c.env.MEDIA.get(c.req.param('key'), { onlyIf: unlessKnown(c.req.raw.headers) })
    if (!file) throw notFound('picture')
    const headers = new Headers({
      ETag: file.httpEtag,
      'Cache-Control': YEAR,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
    file.writeHttpMetadata(headers)
    return 'body' in file ? new Response(file.body, { headers }) : new Response(null, { status: 304, headers })
  },
)

// Only what asks "has it changed?"; what is stored under a key never does, so nothing else can be asked.
const unlessKnown = (asked: Headers) =>
  new Headers([...asked].filter(([name]) => name === 'if-none-match' || name === 'if-modified-since'))

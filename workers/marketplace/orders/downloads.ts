import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { listingFiles } from '#db/schema/marketplace/listings.ts'
import { orderLines, orders } from '#db/schema/marketplace/orders.ts'
import { media } from '#db/schema/media.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { sign, verify } from '#workers/lib/signed-links.ts'
import { serve } from '#workers/media/serving.ts'

const PURPOSE = 'bought-file'
const HOURS = 24

// To a file that was bought, for a day. The page of the order gives a new one each time it is opened.
export function downloadLink({ env, now }: Ctx, lineId: string, fileId: string): string {
  const until = new Date(now.getTime() + HOURS * 3_600_000)
  return `/media/bought?with=${encodeURIComponent(sign(env.LINK_SECRET, PURPOSE, `${lineId}/${fileId}`, until))}`
}

const DownloadLink = z.strictObject({ with: z.string().max(300) })

export const downloads = new Hono<App>().get(
  '/media/bought',
  rule({
    does: 'A file that was bought, by the link on the page of its order',
    for: 'everyone',
    pace: 'reading',
    cache: 'never',
    answers: { 200: 'The file', 206: 'A part of it', 304: 'Not changed', 416: 'It is not that long' },
  }),
  valid('query', DownloadLink),
  async (c) => {
    const file = await boughtFile(c.var.ctx, c.req.valid('query').with)
    return serve(c.var.ctx, { ...file, kind: 'file', isOwn: false, isForAll: false }, c.req.raw.headers)
  },
)

// What was paid back is not to be had any more, whatever link is still about.
async function boughtFile({ db, env, now }: Ctx, link: string) {
  const [lineId = '', fileId = ''] = (verify(env.LINK_SECRET, PURPOSE, link, now) ?? '').split('/')
  if (!fileId) throw notFound('file')
  const { rows } = await db.execute<{ name: string; key: string; type: string; bytes: number }>(sql`
    select piece.name, piece.key, piece.type, piece.bytes::float8 as bytes
    from ${orderLines} line join ${orders} ordered on ordered.id = line.order_id
        and ordered.state in ('paid', 'on-its-way', 'arrived')
      join ${listingFiles} file on file.listing_id = line.listing_id
      join ${media} piece on piece.id = file.media_id and piece.state = 'ready'
    where line.id = ${lineId}::uuid and piece.id = ${fileId}::uuid`)
  const [file] = rows
  if (!file) throw notFound('file')
  return file
}

import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { refuseMedia } from './completing.ts'
import { FOLDER } from './storage.ts'
import { tidy } from './tidying.ts'
import { isHeld } from './uses.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const AT_ONCE = 100

// Every night: what nobody finished, what nobody used, and what lies in storage without anybody knowing of it.
export async function sweepMedia(ctx: Ctx) {
  await giveUpLooking(ctx)
  await dropAbandoned(ctx)
  await dropUnknown(ctx)
}

// The job that was to look at it has died.
async function giveUpLooking(ctx: Ctx) {
  const stuck = await ctx.db
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.state, 'looking'), lt(media.createdAt, new Date(ctx.now.getTime() - DAY))))
    .limit(AT_ONCE)
  for (const { id } of stuck)
    await refuseMedia(ctx, id, 'We could not open this file. Please bring it once more, perhaps saved in another way.')
}

const beganBefore = (ctx: Ctx, days: number): SQL =>
  sql`piece.created_at < ${new Date(ctx.now.getTime() - days * DAY).toISOString()}::timestamptz`

// Half a file is kept for two days, so that it can be gone on with; a whole one that hangs nowhere, for a week.
async function dropAbandoned(ctx: Ctx) {
  for (;;) {
    const { rows } = await ctx.db.execute(sql`
      select piece.id, piece.key, piece.upload_id as "uploadId" from ${media} piece
      where not ${isHeld} and ((piece.state = 'coming' and ${beganBefore(ctx, 2)}) or ${beganBefore(ctx, 7)})
      order by piece.created_at limit ${AT_ONCE}`)
    for (const { id, key, uploadId } of rows as { id: string; key: string; uploadId: string | null }[]) {
      await ctx.db.delete(media).where(sql`${media.id} = ${id} and not exists (
        select from ${media} piece where piece.id = ${id}::uuid and ${isHeld})`)
      if (uploadId)
        await ctx.env.MEDIA.resumeMultipartUpload(key, uploadId)
          .abort()
          .catch(() => {})
      await tidy(ctx, { id })
    }
    if (rows.length < AT_ONCE) return
  }
}

// Names of folders tell when they were begun, so only those of some days are asked for: what is younger is still on its way.
async function dropUnknown(ctx: Ctx) {
  const [since, until] = [ctx.now.getTime() - 4 * DAY, ctx.now.getTime() - DAY]
  let startAfter: string | undefined = FOLDER + newId(since)
  while (startAfter) {
    const page: R2Objects = await ctx.env.MEDIA.list({ prefix: FOLDER, startAfter, limit: 1000 })
    const ids = [...new Set(page.objects.map(({ key }) => key.slice(FOLDER.length).split('/')[0] ?? ''))]
    const old = ids.filter((id) => id < newId(until))
    await tidyUnknown(ctx, old)
    startAfter = page.truncated && old.length === ids.length ? page.objects.at(-1)?.key : undefined
  }
}

async function tidyUnknown(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return
  const known = await ctx.db.select({ id: media.id }).from(media).where(inArray(media.id, ids))
  const names = new Set(known.map(({ id }) => id))
  for (const id of ids) if (!names.has(id)) await tidy(ctx, { id })
}

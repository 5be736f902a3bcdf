import { eq } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { type MediaId, MediaJob } from './inputs.ts'
import { finerThan, folderOf } from './storage.ts'

// In the folder of a piece lies what its row names, and what is just being drawn finer.
export async function tidy(ctx: Ctx, { id }: MediaId) {
  const [row] = await ctx.db.select().from(media).where(eq(media.id, id))
  const kept =
    row && row.state !== 'refused' ? [row.key, ...row.variants.flatMap(({ key }) => [key, finerThan(key)])] : []
  const { objects } = await ctx.env.MEDIA.list({ prefix: folderOf(id) })
  const old = objects.map(({ key }) => key).filter((key) => !kept.includes(key))
  if (old.length > 0) await ctx.env.MEDIA.delete(old)
}

export const tidyLater = later('media.tidy', MediaJob, tidy)

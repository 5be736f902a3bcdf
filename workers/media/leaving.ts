import { type SQL, sql } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { AltText, MediaId } from './inputs.ts'
import { asUpload, isOwn, shape } from './own.ts'
import { isHeld } from './uses.ts'

// Its bytes go by a job: see tidying.ts. What was handed in with something else stays with it.
export async function remove(ctx: MemberCtx, { id }: MediaId) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(media)
      .where(sql`${isOwn(ctx, id)} and not ${held(id)}`)
      .returning({ id: media.id, key: media.key, uploadId: media.uploadId }),
    fact('media.gone'),
  )
  if (!gone) return refuse(await whyNot(ctx, id))
  if (gone.uploadId)
    await ctx.env.MEDIA.resumeMultipartUpload(gone.key, gone.uploadId)
      .abort()
      .catch(() => {})
  return { id }
}

const held = (id: string): SQL => sql`exists (select from ${media} piece where piece.id = ${id}::uuid and ${isHeld})`

async function whyNot(ctx: MemberCtx, id: string) {
  const [there] = await ctx.db.select({ id: media.id }).from(media).where(isOwn(ctx, id))
  return there
    ? conflict('This file belongs to something that was handed over, so it stays. Nothing was changed.', 'in_use')
    : notFound('file')
}

export async function describe(ctx: MemberCtx, { id }: MediaId, { alt }: AltText) {
  const [described] = await ctx.db.update(media).set({ alt }).where(isOwn(ctx, id)).returning(shape)
  return described ? asUpload(described) : refuse(notFound('file'))
}

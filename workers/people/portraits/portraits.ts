import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { members } from '#db/schema/people.ts'
import { signInHolds, tellAnew } from '#workers/accounts/sign-ins/telling-anew.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { insistOnPicture, redraw } from '#workers/media/pictures/pictures.ts'
import { folderOf } from './folder.ts'
import type { Focus } from './inputs.ts'

const SIDE = 640
const COMFORT = 'Your portrait stays as it was.'
const UPLOADS: Limit = { what: 'portrait', times: 20, minutes: 60 }

// What is kept is a picture of our own making, square and small: nothing but its pixels is left of the file that was sent.
export async function keepPortrait(ctx: MemberCtx, bytes: Uint8Array<ArrayBuffer>, focus: Focus) {
  insistOnPicture(bytes, COMFORT)
  await countTries(ctx, [[UPLOADS, ctx.member.id]])
  const picture = await redraw(ctx, bytes, {
    transform: { width: SIDE, height: SIDE, fit: 'cover', ...(focus !== 'center' && { gravity: focus }) },
    output: { format: 'image/webp', quality: 82 },
    comfort: COMFORT,
  })
  const id = newId()
  const key = `${folderOf(ctx.env, ctx.member.id)}${id}.webp`
  await ctx.env.MEDIA.put(key, picture, { httpMetadata: { contentType: 'image/webp' } })
  return hang(ctx, key, id)
}

export const takeDownPortrait = (ctx: MemberCtx) => hang(ctx, null, newId())

// What hung there before is cleared away by a job: see folder.ts.
async function hang(ctx: MemberCtx, portrait: string | null, before: string) {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ portrait, updatedAt: sql`now()` })
      .where(eq(members.id, ctx.member.id))
      .returning({ id: members.id, portrait: members.portrait, holds: signInHolds(ctx.member) }),
    fact('portrait.changed', { before }),
  )
  if (changed) await tellAnew(ctx, { portrait: changed.portrait, holds: changed.holds })
  return { portrait: changed?.portrait ?? null }
}

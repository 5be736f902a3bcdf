import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { members } from '#db/schema/people.ts'
import { signInHolds, tellAnew } from '#workers/accounts/sign-ins/telling-anew.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { Refusal, tooLarge, wrongType } from '#workers/lib/errors.ts'
import { folderOf } from './folder.ts'
import { readHeader } from './header.ts'
import { type Focus, PORTRAIT_BYTES } from './inputs.ts'

const SIDE = 640
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 12_000
const UPLOADS: Limit = { what: 'portrait', times: 20, minutes: 60 }

// What is kept is a picture of our own making, square and small: nothing but its pixels is left of the file that was sent.
export async function keepPortrait(ctx: MemberCtx, bytes: Uint8Array<ArrayBuffer>, focus: Focus) {
  refuseUnfit(bytes)
  await countTries(ctx, [[UPLOADS, ctx.member.id]])
  const picture = await redraw(ctx, bytes, focus)
  const id = newId()
  const key = `${folderOf(ctx.env, ctx.member.id)}${id}.webp`
  await ctx.env.MEDIA.put(key, picture, { httpMetadata: { contentType: 'image/webp' } })
  return hang(ctx, key, id)
}

export const takeDownPortrait = (ctx: MemberCtx) => hang(ctx, null, newId())

// Before anything is decoded: is it a picture at all, and one of a size that anybody needs?
export function refuseUnfit(bytes: Uint8Array) {
  if (bytes.length > PORTRAIT_BYTES) throw tooLarge(PORTRAIT_BYTES)
  const header = readHeader(bytes)
  if (!header) throw wrongType('a PNG, JPEG, WebP or AVIF picture')
  const { width, height } = header
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    throw unfit(
      'too_many_pixels',
      `This picture has ${width} × ${height} pixels, more than we can open. Send a smaller one.`,
    )
}

async function redraw({ env, log }: Ctx, bytes: Uint8Array<ArrayBuffer>, gravity: Focus): Promise<ArrayBuffer> {
  try {
    const drawn = await env.IMAGES.input(new Blob([bytes]).stream())
      .transform({ width: SIDE, height: SIDE, fit: 'cover', ...(gravity !== 'center' && { gravity }) })
      .output({ format: 'image/webp', quality: 82 })
    const answer = drawn.response()
    if (answer.headers.get('Content-Type') !== 'image/webp')
      throw new Error(`drew ${answer.headers.get('Content-Type')}`)
    return await answer.arrayBuffer()
  } catch (error) {
    log.warn('a portrait could not be drawn', { error })
    throw unfit('unreadable_picture', 'We could not open this picture. Save it as a JPEG or PNG and try once more.')
  }
}

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

const unfit = (code: string, detail: string) => new Refusal(422, code, `${detail} Your portrait stays as it was.`)

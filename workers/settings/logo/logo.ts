import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { settings } from '#db/schema/settings.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { insistOnPicture, redraw } from '#workers/media/pictures/pictures.ts'
import { NEW_HOUSE, rememberLogo } from '../settings.ts'
import { fileOf, LOGO_FOLDER, LOGO_SIDES } from './inputs.ts'

const SMALLEST_SIDE = 48
const COMFORT = 'The logo stays as it was.'
const UPLOADS: Limit = { what: 'logo', times: 20, minutes: 60 }
const CLEAR = 'rgba(0,0,0,0)'

// Drawn whole into squares of our own making; what is left over stays see-through.
export async function hangLogo(ctx: MemberCtx, bytes: Uint8Array<ArrayBuffer>) {
  insistOnSize(insistOnPicture(bytes, COMFORT))
  await countTries(ctx, [[UPLOADS, ctx.member.id]])
  const id = newId()
  const logo = `${LOGO_FOLDER}${id}`
  const drawn = await Promise.all(LOGO_SIDES.map((side) => draw(ctx, bytes, side)))
  await Promise.all(
    LOGO_SIDES.map((side, n) =>
      ctx.env.MEDIA.put(fileOf(logo, side), drawn[n] ?? '', { httpMetadata: { contentType: 'image/png' } }),
    ),
  )
  return keep(ctx, logo, id)
}

export const takeDownLogo = (ctx: MemberCtx) => keep(ctx, null, newId())

function insistOnSize({ width, height }: { width: number; height: number }) {
  if (Math.max(width, height) < SMALLEST_SIDE)
    throw new Refusal(
      422,
      'too_few_pixels',
      `This picture has ${width} × ${height} pixels and would be a blur. Send one with ${SMALLEST_SIDE} at least, better 512. ${COMFORT}`,
    )
}

const draw = (ctx: MemberCtx, bytes: Uint8Array<ArrayBuffer>, side: number) =>
  redraw(ctx, bytes, {
    transform: { width: side, height: side, fit: 'pad', background: CLEAR },
    output: { format: 'image/png' },
    comfort: COMFORT,
  })

// The files of the one before are cleared away by a job: see clearing.ts.
async function keep(ctx: MemberCtx, logo: string | null, before: string) {
  await commit(
    ctx,
    ctx.db
      .insert(settings)
      .values({ ...NEW_HOUSE, logo })
      .onConflictDoUpdate({ target: settings.only, set: { logo, changedAt: sql`now()` } })
      .returning({ id: sql<string>`'settings'`.as('id') }),
    fact('logo.changed', { before }),
  )
  rememberLogo(ctx, logo)
  return { logo }
}

import { and, eq, sql } from 'drizzle-orm'
import { media, type Variant } from '#db/schema/media.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { type MediaId, MediaJob } from './inputs.ts'
import { readHeader } from './pictures/header.ts'
import { draw } from './pictures/pictures.ts'
import { finerThan } from './storage.ts'
import { tidy } from './tidying.ts'

// Larger than this, the drawing takes long and saves little.
const WIDEST = 1600
const QUALITY = 60

// Once a picture can be seen, it is drawn as AVIF as well: about half the bytes for whoever's browser reads that. Nobody waits
// for it. Doing it twice draws the same once more.
export async function refine(ctx: Ctx, { id }: MediaId): Promise<unknown> {
  const [row] = await ctx.db.select().from(media).where(isShown(id))
  const coarse = row?.variants.filter(({ type, width }) => type === 'image/webp' && width <= WIDEST) ?? []
  if (!row || coarse.length === 0) return undefined
  const finer: Variant[] = []
  for (const one of coarse) finer.push(await redrawn(ctx, row.key, one))
  const kept = await ctx.db
    .update(media)
    .set({
      variants: [...row.variants.filter(({ type }) => type !== 'image/avif'), ...finer.filter(isSmaller(coarse))],
    })
    .where(and(isShown(id), eq(media.key, row.key)))
    .returning({ id: media.id })
  // It was taken away meanwhile.
  return kept.length === 0 ? tidy(ctx, { id }) : undefined
}

export const refineLater = later('media.refine', MediaJob, refine)

const isShown = (id: string) => and(eq(media.id, id), eq(media.kind, 'image'), sql`${media.state} = 'ready'`)

// From the largest there is, so that nothing is lost twice.
async function redrawn(ctx: Ctx, from: string, { key, width }: Variant): Promise<Variant> {
  const file = await ctx.env.MEDIA.get(from)
  if (!file) throw new Error(`${from} is gone.`)
  const drawn = await draw(ctx, file.body, {
    transform: { width, fit: 'scale-down' },
    output: { format: 'image/avif', quality: QUALITY, anim: false },
  })
  const bytes = new Uint8Array(drawn)
  const size = readHeader(bytes)
  if (!size) throw new Error('What was drawn is no picture.')
  const finer = { ...size, key: finerThan(key), bytes: bytes.length }
  await ctx.env.MEDIA.put(finer.key, bytes, { httpMetadata: { contentType: size.type } })
  return finer
}

// A flat drawing may well be smaller as it was.
const isSmaller =
  (coarse: Variant[]) =>
  ({ width, bytes }: Variant) =>
    coarse.some((one) => one.width === width && bytes < one.bytes)

import { and, eq, sql } from 'drizzle-orm'
import { media, type Variant } from '#db/schema/media.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { refuseMedia } from './completing.ts'
import { type MediaId, MediaJob } from './inputs.ts'
import type { Row } from './own.ts'
import { readHeader } from './pictures/header.ts'
import { draw } from './pictures/pictures.ts'
import { variantAt } from './storage.ts'
import { tidy } from './tidying.ts'

const WIDTHS = [480, 960, 1600, 2400]

// What has arrived becomes what others may see. A picture is drawn anew in several sizes: where it was taken and by which
// camera is not in them, and the file that was sent goes.
export async function lookAt(ctx: Ctx, { id }: MediaId): Promise<unknown> {
  const [row] = await ctx.db
    .select()
    .from(media)
    .where(and(eq(media.id, id), eq(media.state, 'looking')))
  if (!row) return undefined
  if (row.kind !== 'image') return show(ctx, id, {})
  const drawn = await drawAll(ctx, row).catch((error) => (isAboutTheFile(error) ? undefined : Promise.reject(error)))
  if (!drawn) return refuseMedia(ctx, id, UNREADABLE)
  const shown = await show(ctx, id, drawn)
  // It was taken away meanwhile.
  return shown.length === 0 ? tidy(ctx, { id }) : undefined
}

export const lookAtLater = later('media.look-at', MediaJob, lookAt)

const UNREADABLE = 'We could not open this picture. Save it as a JPEG or PNG and try once more.'

type Drawn = Partial<Omit<Row, 'readyAt' | 'state'>>

const show = (ctx: Ctx, id: string, drawn: Drawn) =>
  commit(
    ctx,
    ctx.db
      .update(media)
      .set({ state: 'ready', readyAt: sql`now()`, ...drawn })
      .where(and(eq(media.id, id), eq(media.state, 'looking')))
      .returning({ id: media.id }),
    fact('media.ready'),
  )

async function drawAll(ctx: Ctx, { id, key, width, height }: Row) {
  const longest = Math.max(width ?? 0, height ?? 0)
  const wanted = WIDTHS.filter((one, n) => n === 0 || one <= longest || (WIDTHS[n - 1] ?? 0) < longest)
  const variants: Variant[] = []
  for (const one of wanted) {
    const variant = await drawOne(ctx, { id, key }, one)
    if (!variants.some((other) => other.width === variant.width)) variants.push(variant)
  }
  const largest = variants.at(-1)
  if (!largest) throw new Error('Nothing was drawn.')
  return {
    variants,
    key: largest.key,
    type: largest.type,
    width: largest.width,
    height: largest.height,
    bytes: variants.reduce((sum, { bytes }) => sum + bytes, 0),
    placeholder: await drawPlaceholder(ctx, key),
  }
}

async function drawOne(ctx: Ctx, { id, key }: { id: string; key: string }, width: number): Promise<Variant> {
  const bytes = new Uint8Array(await drawn(ctx, key, width, width > 1600 ? 88 : 82))
  const size = readHeader(bytes)
  if (!size) throw new Error('What was drawn is no picture.')
  const variant = {
    key: variantAt(id, size.width),
    width: size.width,
    height: size.height,
    type: size.type,
    bytes: bytes.length,
  }
  await ctx.env.MEDIA.put(variant.key, bytes, { httpMetadata: { contentType: size.type } })
  return variant
}

const drawPlaceholder = async (ctx: Ctx, key: string) =>
  `data:image/webp;base64,${Buffer.from(await drawn(ctx, key, 16, 30)).toString('base64')}`

async function drawn(ctx: Ctx, key: string, width: number, quality: number) {
  const file = await ctx.env.MEDIA.get(key)
  if (!file) throw new Error(`${key} is gone.`)
  return draw(ctx, file.body, {
    transform: { width, fit: 'scale-down' },
    output: { format: 'image/webp', quality, anim: false },
  })
}

// Of the codes of the service that draws: not a picture, too large for it, broken.
const ABOUT_THE_FILE = new Set([9402, 9412, 9413, 9520])

const isAboutTheFile = (error: unknown) =>
  error instanceof Error && 'code' in error && ABOUT_THE_FILE.has(Number(error.code))

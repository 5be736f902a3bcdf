import { eq } from 'drizzle-orm'
import { type SiteColour, sites } from '#db/schema/portfolios/sites.ts'
import type { Content, Picture } from '#site/portfolio/content.ts'
import { digest } from '#site/portfolio/rendering.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { draw } from '#workers/media/pictures/pictures.ts'
import { pixelsOf, type Rgb } from '#workers/media/pictures/pixels.ts'
import { SiteJob } from '../inputs.ts'
import { takeSnapshot } from '../snapshot.ts'
import { standingOut } from './standing-out.ts'

const WORKS = 6
const PIXELS = 24

// While a member tries out looks, so that the preview has the colours of their works too.
export async function findColour(ctx: Ctx, { id }: SiteJob): Promise<unknown> {
  const seen = await takeSnapshot(ctx, id, 'draft')
  return seen && colourOf(ctx, id, seen.content)
}

export const findColourLater = later('portfolios.colour', SiteJob, findColour)

// The colour that stands out in what hangs first, where the site takes its colours from the works. It is looked for when other
// works hang first than last time; where they cannot be read, what was found before stays.
export async function colourOf(ctx: Ctx, memberId: string, content: Content): Promise<SiteColour | undefined> {
  const { design, works, hue: known } = content
  const covers = works.slice(0, WORKS).map(({ cover }) => cover)
  if (design.palette !== 'works' || covers.length === 0) return known
  const of = digest(covers.map((cover) => smallest(cover)?.key).join())
  if (known?.of === of) return known
  try {
    const colours = (await Promise.all(covers.map((cover) => coloursOf(ctx, cover)))).flat()
    const found = standingOut(colours)
    const colour = found && { ...found, of }
    if (colour) await ctx.db.update(sites).set({ colour }).where(eq(sites.memberId, memberId))
    return colour ?? known
  } catch (error) {
    ctx.log.warn('the colours of works could not be read', { error })
    return known
  }
}

// Any browser's kind will do, and the smaller the better.
const smallest = ({ sizes }: Picture) =>
  sizes.filter(({ type }) => type !== 'image/avif').sort((one, other) => one.width - other.width)[0]

async function coloursOf(ctx: Ctx, cover: Picture): Promise<Rgb[]> {
  const size = smallest(cover)
  const file = size && (await ctx.env.MEDIA.get(size.key))
  if (!file) return []
  if (size.type === 'image/svg+xml') return coloursNamedIn(await file.text())
  const drawn = await draw(ctx, file.body, {
    transform: { width: PIXELS, height: PIXELS, fit: 'cover' },
    output: { format: 'image/png', anim: false },
  })
  return pixelsOf(new Uint8Array(drawn))
}

// A drawing says its colours; what is named often is seen often.
const coloursNamedIn = (drawing: string): Rgb[] =>
  [...drawing.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/gi)]
    .slice(0, PIXELS * PIXELS)
    .map(([, red = '', green = '', blue = '']) => [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)])

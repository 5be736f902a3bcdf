import type { Drawn } from '#site/portfolio/rendering.ts'
import { SHARED } from '#site/portfolio/share.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { draw } from '#workers/media/pictures/pictures.ts'

// The picture that others show beside a link: most are never asked for, so each is drawn when it first is. Two who ask at once
// draw the same.
export async function drawOnce(ctx: Ctx, key: string, { from, ground }: Drawn) {
  if (await ctx.env.MEDIA.head(key)) return
  const source = await ctx.env.MEDIA.get(from)
  if (!source) return
  const drawn = await draw(ctx, source.body, {
    transform: { ...SHARED, fit: 'pad', background: ground },
    output: { format: 'image/jpeg', quality: 82, anim: false },
  })
  await ctx.env.MEDIA.put(key, drawn, { httpMetadata: { contentType: 'image/jpeg' } })
}

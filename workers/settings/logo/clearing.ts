import { z } from 'zod'
import { settings } from '#db/schema/settings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { LOGO_FOLDER } from './inputs.ts'

const Cleared = z.object({ before: z.uuid() })

// Names grow with time: whatever is older than the logo that hangs now is gone for good; what is newer is on its way up.
export async function clearLogosAway(ctx: Ctx, { before }: z.output<typeof Cleared>) {
  const [row] = await ctx.db.select({ logo: settings.logo }).from(settings)
  const kept = row?.logo ?? LOGO_FOLDER + before
  const { objects } = await ctx.env.MEDIA.list({ prefix: LOGO_FOLDER })
  const old = objects.map(({ key }) => key).filter((key) => key < kept)
  if (old.length > 0) await ctx.env.MEDIA.delete(old)
}

export const clearLogosAwayLater = later('settings.clear-logos-away', Cleared, clearLogosAway)

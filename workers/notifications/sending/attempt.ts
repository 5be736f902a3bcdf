import { and, inArray, isNull, sql } from 'drizzle-orm'
import { deliveries } from '#db/schema/notifications.ts'
import type { Ctx } from '#workers/lib/context.ts'

export const MOST_ATTEMPTS = 12

// A provider that fails is asked again, later each time, for about a day. What it still refuses then is given to the dead
// letters, where somebody looks at it.
export async function attempt(ctx: Ctx, ids: string[], send: () => Promise<unknown>) {
  try {
    await send()
  } catch (error) {
    ctx.log.warn('delivery put off', { deliveries: ids.length, error })
    if ((await putOff(ctx, ids)) >= MOST_ATTEMPTS) throw error
    return
  }
  await markSent(ctx, ids)
}

export const markSent = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .update(deliveries)
    .set({ sentAt: sql`now()`, claimedUntil: null })
    .where(and(inArray(deliveries.id, ids), isNull(deliveries.sentAt)))

// Nobody is there to get it, or it was seen before it left.
export const letGo = (ctx: Ctx, ids: string[]) => ctx.db.delete(deliveries).where(inArray(deliveries.id, ids))

async function putOff(ctx: Ctx, ids: string[]): Promise<number> {
  const rows = await ctx.db
    .update(deliveries)
    .set({
      attempts: sql`${deliveries.attempts} + 1`,
      claimedUntil: sql`now() + least(power(2, ${deliveries.attempts}) * interval '1 minute', interval '4 hours')`,
    })
    .where(and(inArray(deliveries.id, ids), isNull(deliveries.sentAt)))
    .returning({ attempts: deliveries.attempts })
  return Math.max(0, ...rows.map(({ attempts }) => attempts))
}

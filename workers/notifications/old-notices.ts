import { and, isNotNull, lt, sql } from 'drizzle-orm'
import { deliveries, notices, pushSubscriptions } from '#db/schema/notifications.ts'
import type { Ctx } from '#workers/lib/context.ts'

// What was sent is remembered for two months, what was read for a year, a device that is gone for a month.
export async function forgetOldNotices(ctx: Ctx) {
  await ctx.db.delete(deliveries).where(lt(deliveries.sentAt, sql`now() - interval '60 days'`))
  await ctx.db.delete(notices).where(and(isNotNull(notices.readAt), lt(notices.at, sql`now() - interval '1 year'`)))
  await ctx.db.delete(pushSubscriptions).where(lt(pushSubscriptions.goneAt, sql`now() - interval '30 days'`))
}

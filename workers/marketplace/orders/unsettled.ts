import { sql } from 'drizzle-orm'
import { payments } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Unsettled } from '../payments/settlements.ts'

const AT_ONCE = 100

// Payments that were begun a while ago and of which nobody told how they ended.
export async function openPayments(ctx: Ctx): Promise<Unsettled[]> {
  const { rows } = await ctx.db.execute(sql`
    select 'payment' as kind, provider, ref from ${payments}
    where state in ('open', 'unsure', 'pending') and ref is not null and created_at < now() - interval '5 minutes'
    order by created_at limit ${AT_ONCE}`)
  return rows as Unsettled[]
}

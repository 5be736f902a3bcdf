import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { alerts } from '#db/schema/jobs.ts'
import { orders, refunds } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

// The money did not reach its buyer, at once or weeks later: its maker hears of it, and whoever keeps the books.
export const failRefund = (ctx: Ctx, which: SQL, ref?: string, ...also: ((changed: SQL) => SQL)[]) =>
  commit(
    ctx,
    ctx.db
      .update(refunds)
      .set({ state: 'failed', ...(ref && { ref: sql`coalesce(${refunds.ref}, ${ref})` }) })
      .where(which)
      .returning({ id: refunds.id, orderId: refunds.orderId, minor: refunds.minor }),
    fact('refund.failed'),
    raise,
    ...also,
  )

const raise = (changed: SQL) => sql`
  insert into ${alerts} (id, subject, message)
  select ${newId()}::uuid, 'refund:' || changed.id, case when ordered.number is null then ${UNSOLD}
    else 'The refund for order ' || ordered.number || ${UNPAID} end
  from ${changed} left join ${orders} ordered on ordered.id = changed.order_id on conflict (subject) do nothing returning 1`

const UNPAID =
  ' did not reach its buyer. Its maker was told, and may try once more; the payment service says why it failed.'

const UNSOLD =
  'Somebody paid for what was sold already, and paying it back did not work. Please look at that payment with the provider.'

import { sql } from 'drizzle-orm'
import { payments, purchases } from '#db/schema/marketplace/orders.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { ProviderName } from '../payments/port.ts'
import { settlePayment } from './settling.ts'

// Whoever comes back from paying need not wait for what Stripe or PayPal send: we ask them. That somebody came back says
// nothing; what they answer does.
export async function askOnReturn(ctx: Ctx, link: string): Promise<void> {
  const { rows } = await ctx.db.execute(sql`
    select payment.provider, payment.ref from ${payments} payment join ${purchases} bought on bought.id = payment.purchase_id
    where bought.link_hash = ${hashOf(link)} and bought.state = 'paying' and payment.state in ('open', 'pending', 'unsure')
      and payment.ref is not null`)
  for (const payment of rows as { provider: ProviderName; ref: string }[])
    await settlePayment(ctx, payment).catch((error) => ctx.log.warn('whoever returned has to wait', { error }))
}

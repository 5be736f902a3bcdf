import { sql } from 'drizzle-orm'
import type { ProviderName } from '#workers/marketplace/payments/port.ts'
import type { World } from '../world.ts'

type Kept = { provider: ProviderName; ref: string; counts: boolean }

// What Stripe and PayPal say was moved, and what our books say lies there. What nothing was sold for passes through without
// being booked.
export async function cashOnBothSides(world: World) {
  const ctx = world.ctx({ kind: 'job', name: 'a test' })
  const { rows } = await ctx.db.execute(
    sql`select provider, ref, review is null as counts from payments where ref is not null`,
  )
  const theirs = { stripe: 0, paypal: 0 }
  for (const { provider, ref, counts } of rows as Kept[]) {
    const seen = await (await ctx.payments.through(provider)).look(ref)
    if (!seen) continue
    for (const { feeMinor } of seen.disputes) theirs[provider] -= feeMinor
    if (!counts) continue
    theirs[provider] += seen.capturedMinor
    for (const { minor, state } of seen.refunds) if (state === 'done') theirs[provider] -= minor
    for (const { withdrawnMinor, reinstatedMinor } of seen.disputes)
      theirs[provider] += reinstatedMinor - withdrawnMinor
  }
  const paidOut = await ctx.db.execute(
    sql`select way, sum(minor)::int as minor from payouts where state = 'paid' group by way`,
  )
  for (const { way, minor } of paidOut.rows as { way: ProviderName; minor: number }[]) theirs[way] -= minor
  const held = await ctx.db.execute(
    sql`select provider, -balance_minor::int as minor from ledger_accounts where kind = 'cash' and provider <> 'organisation'`,
  )
  const ours = { stripe: 0, paypal: 0 }
  for (const { provider, minor } of held.rows as { provider: ProviderName; minor: number }[]) ours[provider] = minor
  return { theirs, ours }
}

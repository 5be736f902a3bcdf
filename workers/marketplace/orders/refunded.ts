import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { orders, refunds } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { divide } from '#workers/lib/money.ts'
import { bookRefund } from '../ledger/refunding.ts'
import type { Seen, SeenRefund } from '../payments/port.ts'
import { isPaidBy } from './paid-by.ts'
import { failRefund } from './refund-failed.ts'
import type { Payment } from './settling.ts'

type Kept = { id: string; orderId: string | null; minor: number; state: 'asked' | 'done' | 'failed' }

// What the provider knows of refunds, also of those that somebody made in the provider's own house. What came back to us is
// free to be paid back again, so it is counted first.
export async function settleRefunds(ctx: Ctx, payment: Payment, { refunds: seen }: Seen): Promise<void> {
  for (const refund of seen.toSorted((one, other) => Number(isBack(other)) - Number(isBack(one)))) {
    const kept = await keptFor(ctx, payment, refund)
    for (const one of kept) await settleRefund(ctx, payment, one, refund)
  }
}

const isBack = ({ state }: SeenRefund) => state === 'failed'

async function keptFor(ctx: Ctx, payment: Payment, seen: SeenRefund): Promise<Kept[]> {
  const mine = await ctx.db
    .select(shape)
    .from(refunds)
    .where(and(eq(refunds.paymentId, payment.id), isThis(seen)))
  return mine.length > 0 ? mine : notedFor(ctx, payment, seen)
}

const shape = { id: refunds.id, orderId: refunds.orderId, minor: refunds.minor, state: refunds.state }

// Its key is the id of our row; one that was made elsewhere is known by its reference.
const isThis = ({ key, ref }: SeenRefund): SQL =>
  sql`(${refunds.id}::text = ${key ?? ''} or ${refunds.ref} = ${ref} or ${refunds.ref} like ${`${ref}/%`})`

// One that we did not ask for is shared among the orders of the purchase by what is left of each.
async function notedFor(ctx: Ctx, payment: Payment, seen: SeenRefund): Promise<Kept[]> {
  const theirs = await ctx.db
    .select({ id: orders.id, left: sql<number>`(total_minor - refunded_minor)::float8` })
    .from(orders)
    .where(isPaidBy(payment))
    .orderBy(orders.id)
  const parts = divide(
    seen.minor,
    theirs.map(({ left }) => left),
  )
  const note = { paymentId: payment.id, reason: 'Made with the provider' }
  if (theirs.length === 0)
    return ctx.db
      .insert(refunds)
      .values({ ...note, id: newId(), minor: seen.minor, ref: seen.ref })
      .returning(shape)
  const rows = theirs.flatMap(({ id }, n) => {
    const minor = parts[n] ?? 0
    const ref = theirs.length === 1 ? seen.ref : `${seen.ref}/${n + 1}`
    return minor > 0 ? [{ ...note, id: newId(), orderId: id, minor, ref }] : []
  })
  return rows.length > 0 ? ctx.db.insert(refunds).values(rows).returning(shape) : []
}

async function settleRefund(ctx: Ctx, payment: Payment, kept: Kept, seen: SeenRefund) {
  if (seen.state === 'failed')
    await failRefund(ctx, sql`${refunds.id} = ${kept.id} and ${refunds.state} <> 'failed'`, seen.ref)
  else if (seen.state !== kept.state) await keep(ctx, kept.id, seen)
  if (!kept.orderId) return
  const order = await countBack(ctx, kept.orderId)
  await bookRefund(ctx, {
    refundId: kept.id,
    orderId: kept.orderId,
    sellerId: order.sellerId,
    provider: payment.provider,
    currency: payment.currency,
    minor: kept.minor,
    state: seen.state,
  })
}

const keep = ({ db }: Ctx, id: string, { ref, state }: SeenRefund) =>
  db
    .update(refunds)
    .set({
      ref: sql`coalesce(${refunds.ref}, ${ref})`,
      ...(state === 'done' ? { state, doneAt: sql`now()` } : { state: 'asked' }),
    })
    .where(eq(refunds.id, id))

// What was paid back is what its refunds say. An order of which nothing is left is returned; where its refund came to
// nothing after all, it is again what it was.
async function countBack(ctx: Ctx, orderId: string): Promise<{ sellerId: string }> {
  const { rows } = await ctx.db.execute(sql`
    update ${orders} ordered set refunded_minor = back.minor
    from (select coalesce(sum(minor), 0)::bigint as minor from ${refunds} where order_id = ${orderId} and state <> 'failed') back
    where ordered.id = ${orderId} returning ordered.seller_id as "sellerId", ordered.state, ordered.total_minor = back.minor as whole`)
  const [order] = rows
  if (order.whole && order.state !== 'returned') await become(ctx, orderId, sql`'returned'`, 'order.returned')
  if (!order.whole && order.state === 'returned') await become(ctx, orderId, AS_BEFORE, 'order.restored')
  return order
}

const AS_BEFORE = sql`case when ${orders.arrivedAt} is not null then 'arrived'
  when ${orders.sentAt} is not null then 'on-its-way' else 'paid' end`

const become = (ctx: Ctx, id: string, state: SQL, told: string) =>
  commit(ctx, ctx.db.update(orders).set({ state }).where(eq(orders.id, id)).returning({ id: orders.id }), fact(told))

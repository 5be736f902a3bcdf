import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { claims } from '#db/schema/marketplace/claims.ts'
import { orderLines, orders, payments, purchases, refunds } from '#db/schema/marketplace/orders.ts'
import { holds } from '#db/schema/marketplace/payouts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { divide } from '#workers/lib/money.ts'
import { netOf, type Sale } from '../ledger/bookings/sale.ts'
import { bookSale } from '../ledger/selling.ts'
import type { Seen } from '../payments/port.ts'
import { claimAgain, linesOf } from './claiming.ts'
import { arriveByWire } from './handing.ts'
import type { Payment } from './settling.ts'

const MINUTES = 1

type Sold = {
  id: string
  sellerId: string
  totalMinor: number
  taxMinor: number
  platformFeeMinor: number
}

// The money is there. Either all of the purchase is sold with it, or all of it goes back.
export async function keepPaid(ctx: Ctx, payment: Payment, seen: Seen): Promise<void> {
  if (payment.state === 'paid') return
  const why = await whyNot(ctx, payment, seen)
  if (why) return giveBack(ctx, payment, seen, why)
  await ctx.db.execute(sql`
    update ${claims} held set state = 'sold' where held.state = 'held' and held.order_line_id in (${linesOf(payment.purchaseId)})`)
  const sold = await markPaid(ctx, payment)
  const fees = divide(
    seen.feeMinor ?? 0,
    sold.map(({ totalMinor }) => totalMinor),
  )
  for (const [n, order] of sold.entries()) await bookOrder(ctx, payment, order, fees[n] ?? 0)
  await arriveByWire(ctx, payment.purchaseId)
}

async function whyNot(ctx: Ctx, payment: Payment, seen: Seen): Promise<string | undefined> {
  if (payment.purchase === 'paid') return 'It was paid for already.'
  if (seen.currency !== payment.currency || seen.capturedMinor !== payment.askedMinor)
    return 'It was not the amount that was asked for.'
  // A claim that succeeds in part would hold what nobody gets, so it lives in a transaction of its own.
  const isThere = await ctx.db
    .transaction((tx) => claimOrUndo({ ...ctx, db: tx as never }, payment.purchaseId))
    .catch(isUndone)
  return isThere ? undefined : 'It came when the pieces were sold already.'
}

class Undone extends Error {}

async function claimOrUndo(ctx: Ctx, purchaseId: string): Promise<true> {
  if (await claimAgain(ctx, purchaseId, MINUTES)) return true
  throw new Undone()
}

const isUndone = (error: unknown): false => {
  if (error instanceof Undone) return false
  throw error
}

async function giveBack(ctx: Ctx, payment: Payment, seen: Seen, why: string) {
  await ctx.db.update(payments).set({ review: why }).where(eq(payments.id, payment.id))
  await commit(
    ctx,
    ctx.db
      .insert(refunds)
      .values({ id: newId(), paymentId: payment.id, minor: seen.capturedMinor, reason: why })
      .returning({ id: refunds.id }),
    fact('refund.asked'),
  )
}

async function markPaid(ctx: Ctx, { purchaseId }: Payment): Promise<Sold[]> {
  await commit(
    ctx,
    ctx.db
      .update(purchases)
      .set({ state: 'paid', paidAt: sql`now()` })
      .where(eq(purchases.id, purchaseId))
      .returning({ id: purchases.id }),
    fact('purchase.paid'),
  )
  return commit(
    ctx,
    ctx.db
      .update(orders)
      .set({ state: 'paid', paidAt: sql`now()` })
      .where(eq(orders.purchaseId, purchaseId))
      .returning({
        id: orders.id,
        sellerId: orders.sellerId,
        totalMinor: orders.totalMinor,
        taxMinor: orders.taxMinor,
        platformFeeMinor: orders.platformFeeMinor,
      }),
    fact('order.paid'),
  )
}

// However long it takes to arrive: the maker waits no longer than this.
const DAYS_HELD = 21

async function bookOrder(ctx: Ctx, { provider, currency }: Payment, order: Sold, processorFeeMinor: number) {
  const about = await titlesOf(ctx, order.id)
  const { id: orderId, sellerId, totalMinor: grossMinor, taxMinor, platformFeeMinor } = order
  const sold = {
    orderId,
    sellerId,
    provider,
    currency,
    grossMinor,
    taxMinor,
    platformFeeMinor,
    processorFeeMinor,
    about,
  }
  await ctx.db.update(orders).set({ processorFeeMinor }).where(eq(orders.id, orderId))
  await bookSale(ctx, sold)
  if (netOf(sold) > 0) await hold(ctx, sold)
}

const hold = (ctx: Ctx, sold: Sale) =>
  ctx.db.insert(holds).values({
    id: newId(),
    memberId: sold.sellerId,
    minor: netOf(sold),
    currency: sold.currency,
    reason: 'not-delivered',
    source: `order:${sold.orderId}`,
    about: sold.about ?? '',
    until: sql`now() + ${DAYS_HELD}::int * interval '1 day'`,
  })

async function titlesOf({ db }: Ctx, orderId: string): Promise<string> {
  const lines = await db.select({ title: orderLines.title }).from(orderLines).where(eq(orderLines.orderId, orderId))
  return lines.map(({ title }) => title).join(', ')
}

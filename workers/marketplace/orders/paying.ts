import { and, eq, inArray, sql } from 'drizzle-orm'
import { payments } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, unavailable } from '#workers/lib/errors.ts'
import { PaymentRefused, PaymentUnsure } from '../payments/refusals.ts'
import { type checkOut, MINUTES_TO_PAY } from './checking-out.ts'
import type { NewPurchase } from './inputs.ts'
import { letGo } from './letting-go.ts'
import { sum } from './pricing.ts'

type Begun = Awaited<ReturnType<typeof checkOut>>

// Sends the buyer to whoever takes the money. The provider hears of it by the id of the payment, which was stored before:
// however often it is asked, there is one.
export async function beginPayment(ctx: Ctx, begun: Begun, purchase: NewPurchase): Promise<string> {
  try {
    const through = await ctx.payments.through(purchase.provider)
    const { ref, url } = await through.begin(beginning(ctx, begun, purchase))
    await ctx.db
      .update(payments)
      .set({ ref, url, state: 'open' })
      .where(and(eq(payments.id, begun.paymentId), inArray(payments.state, ['beginning', 'unsure'])))
    return url
  } catch (error) {
    return notBegun(ctx, begun, error)
  }
}

const beginning = ({ env, now }: Ctx, { id, paymentId, link, orders }: Begun, purchase: NewPurchase) => ({
  key: paymentId,
  purchaseId: id,
  lines: orders.flatMap(({ lines }) =>
    lines.map(({ offered, quantity, unitMinor }) => ({ title: offered.title, quantity, unitMinor })),
  ),
  shippingMinor: sum(orders.map(({ shippingMinor }) => shippingMinor)),
  taxMinor: sum(orders.map(({ taxMinor }) => taxMinor)),
  totalMinor: purchase.totalMinor,
  currency: purchase.currency,
  email: purchase.email,
  returnTo: `${env.ORIGIN}/order?key=${link}&back`,
  cancelTo: `${env.ORIGIN}/order?key=${link}`,
  expiresAt: new Date(now.getTime() + MINUTES_TO_PAY * 60_000 + 30_000),
})

async function notBegun(ctx: Ctx, { id, paymentId }: Begun, error: unknown): Promise<never> {
  if (error instanceof PaymentUnsure) {
    await ctx.db.update(payments).set({ state: 'unsure' }).where(eq(payments.id, paymentId))
    // Nobody was sent to pay, so trying again must not find the pieces taken by the first try.
    await letGo(ctx, id)
    throw unavailable(
      'We cannot reach the payment service right now. Nothing was paid, and your basket is as it was. Please try again in a moment.',
    )
  }
  if (!(error instanceof PaymentRefused)) throw error
  await ctx.db.update(payments).set({ state: 'failed', settledAt: sql`now()` }).where(eq(payments.id, paymentId))
  await letGo(ctx, id)
  throw conflict(`${error.message} Nothing was paid.`, 'payment_refused')
}

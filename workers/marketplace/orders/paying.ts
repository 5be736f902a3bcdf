import { and, eq, inArray, sql } from 'drizzle-orm'
import { payments } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, refuse, unavailable } from '#workers/lib/errors.ts'
import { PaymentRefused, PaymentUnsure } from '../payments/refusals.ts'
import { type checkOut, MINUTES_HELD, MINUTES_TO_PAY } from './checking-out.ts'
import { forgetHolds } from './holding.ts'
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

const SECONDS_AFTER = 30 - (MINUTES_HELD - MINUTES_TO_PAY) * 60

// Nothing in it may tell one asking from another: Stripe takes a key for the same words only.
const beginning = ({ env }: Ctx, { id, until, paymentId, link, orders }: Begun, purchase: NewPurchase) => ({
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
  expiresAt: new Date(new Date(until).getTime() + SECONDS_AFTER * 1000),
})

async function notBegun(ctx: Ctx, { id, paymentId, orders }: Begun, error: unknown): Promise<string> {
  const isUnsure = error instanceof PaymentUnsure
  if (!isUnsure && !(error instanceof PaymentRefused)) throw error
  const kept = { state: isUnsure ? 'unsure' : 'failed', settledAt: isUnsure ? null : sql`now()` } as const
  const [stopped] = await ctx.db
    .update(payments)
    .set(kept)
    .where(and(eq(payments.id, paymentId), inArray(payments.state, ['beginning', 'unsure'])))
    .returning({ id: payments.id })
  if (!stopped) return whereItWasBegun(ctx, paymentId)
  // Nobody was sent to pay, so trying again must not find the pieces taken by the first try.
  await letGo(ctx, id, (changed) => forgetHolds(ctx, orders, changed))
  if (!isUnsure) throw conflict(`${error.message} Nothing was paid.`, 'payment_refused')
  throw unavailable(
    'We cannot reach the payment service right now. Nothing was paid, and your basket is as it was. Please try again in a moment.',
  )
}

// The same request was here before, and its buyer may be paying this very moment.
async function whereItWasBegun({ db }: Ctx, paymentId: string): Promise<string> {
  const [begun] = await db.select({ url: payments.url }).from(payments).where(eq(payments.id, paymentId))
  return begun?.url ?? refuse(conflict('This was begun before, and is over. Please look at your basket again.', 'over'))
}

import { createHmac } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orderLines, orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound, type Refusal, refuse } from '#workers/lib/errors.ts'
import { priceBasket, priceChanged } from './basket.ts'
import { countHolds } from './holding.ts'
import type { NewPurchase } from './inputs.ts'
import { type PricedOrder, sum } from './pricing.ts'

// Stripe keeps a checkout open for half an hour at least; the pieces are held a little longer.
export const MINUTES_TO_PAY = 30
export const MINUTES_HELD = MINUTES_TO_PAY + 5

const shape = { id: purchases.id, state: purchases.state, until: purchases.until }

// Everything that is bought at once, and its first try to pay, in one statement: either all pieces are held, or none.
export async function checkOut(ctx: Ctx, purchase: NewPurchase) {
  const priced = await priceBasket(ctx, purchase)
  const numbered = priced.map((order) => ({ ...order, id: newId() }))
  const id = newId()
  const totalMinor = sum(priced.map((order) => order.totalMinor))
  const [held] = await commit(
    ctx,
    ctx.db
      .insert(purchases)
      .values({
        id,
        memberId: ctx.member?.id ?? null,
        email: purchase.email,
        name: purchase.name,
        address: purchase.address ?? null,
        language: purchase.language,
        currency: purchase.currency,
        totalMinor,
        linkHash: hashOf(linkOf(ctx, id)),
        until: sql`now() + ${MINUTES_HELD}::int * interval '1 minute'`,
      })
      .returning(shape),
    fact('purchase.began'),
    (changed) => ordersOf(numbered, purchase.currency, changed),
    (changed) => linesOf(numbered, changed),
    (changed) => countHolds(ctx, priced, changed),
    (changed) => sql`insert into ${payments} (id, purchase_id, provider, currency, asked_minor)
      select changed.id, changed.id, ${purchase.provider}::text, ${purchase.currency}::text, ${totalMinor}::bigint
      from ${changed} returning 1`,
  ).catch(sayWhatWasTaken)
  const begun = held ?? refuse(notFound('basket'))
  // Its first payment has the same id, so that whoever asks again under the same key is told of the same payment.
  return { ...begun, paymentId: begun.id, link: linkOf(ctx, begun.id), orders: priced }
}

// Guests come back to their order by this; it can be worked out again for a mail, and only its hash is kept.
export const linkOf = ({ env }: { env: { LINK_SECRET: string } }, purchaseId: string): string =>
  createHmac('sha256', env.LINK_SECRET).update(`purchase\n${purchaseId}`).digest('base64url')

type Numbered = PricedOrder & { id: string }

const ordersOf = (priced: Numbered[], currency: string, changed: SQL) => sql`
  insert into ${orders} (id, purchase_id, seller_id, currency, items_minor, shipping_minor, tax_minor, total_minor, platform_fee_minor)
  select made.id, changed.id, made."sellerId", ${currency}::text, made."itemsMinor", made."shippingMinor", made."taxMinor",
    made."totalMinor", made."platformFeeMinor"
  from ${changed}, jsonb_to_recordset(${JSON.stringify(priced.map(({ lines: _, ...order }) => order))}::jsonb) as made(
    id uuid, "sellerId" uuid, "itemsMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint, "totalMinor" bigint,
    "platformFeeMinor" bigint) returning 1`

// By listing, so that two baskets with the same things take them in the same order.
const linesOf = (priced: Numbered[], changed: SQL) => sql`
  insert into ${orderLines} (id, order_id, listing_id, kind, title, quantity, unit_minor, ready_in_days, returns, returns_words)
  select made.id, made."orderId", offered.id, offered.kind, offered.title, made.quantity, made."unitMinor",
    offered.ready_in_days, offered.returns, offered.returns_words
  from ${changed}, jsonb_to_recordset(${JSON.stringify(priced.flatMap(rowsOf))}::jsonb) as made(
    id uuid, "orderId" uuid, listing uuid, quantity int, "unitMinor" bigint)
  join ${listings} offered on offered.id = made.listing
  order by offered.id returning 1`

const rowsOf = ({ id, lines }: Numbered) =>
  lines.map(({ offered, quantity, unitMinor }) => ({
    id: newId(),
    orderId: id,
    listing: offered.id,
    quantity,
    unitMinor,
  }))

// The trigger of the order lines says why by the name of the promise that would have been broken.
function sayWhatWasTaken(error: unknown): never {
  const why = WHY[constraintOf(error) ?? '']
  throw why ? why() : error
}

const WHY: Record<string, () => Refusal> = {
  listings_have_pieces: () =>
    conflict(
      'Somebody was faster: it is sold, or being paid for this very moment. Nothing was taken from you.',
      'sold',
    ),
  tries_held_twice: () =>
    conflict(
      'This was held from where you are twice within a day and not paid, so others come first for a day. Nothing was taken from you. If paying does not work, please write to its maker.',
      'held_twice',
    ),
  listings_are_listed: () => notFound('listing'),
  listings_are_for_others: () => forbidden('own_work', 'This is your own. Others may buy it.'),
  listings_cost_what_they_cost: priceChanged,
}

import { eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { claims } from '#db/schema/marketplace/claims.ts'
import { listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { orderLines, orderMessages, orderReviews, orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { holds } from '#db/schema/marketplace/payouts.ts'
import { members } from '#db/schema/people.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { share } from '#workers/lib/money.ts'
import { netOf, type Sale, sale } from '#workers/marketplace/ledger/bookings/sale.ts'
import { linkOf } from '#workers/marketplace/orders/checking-out.ts'
import { bought, type SeedOrder } from '../community/orders.ts'
import { disputeSale } from './disputes.ts'
import { ago, idOf, inDays, type Names, type Tx } from './ids.ts'
import { post, rulesOf } from './makers-money.ts'

// What was bought lately, with the pieces it took, the money it brought and what was said about it.
export async function fillOrders(tx: Tx, names: Names, linkSecret: string) {
  for (const order of bought) await fill(tx, names, order, linkSecret)
}

type Made = {
  order: SeedOrder
  offer: Awaited<ReturnType<typeof offered>>
  buyer: Awaited<ReturnType<typeof buyerOf>>
  ids: { purchaseId: string; orderId: string }
  sold: Sale
}

async function fill(tx: Tx, { members: who }: Names, order: SeedOrder, linkSecret: string) {
  const offer = await offered(tx, order)
  const ids = { purchaseId: newId(), orderId: newId() }
  const made = { order, offer, ids, buyer: await buyerOf(tx, who, order), sold: saleOf(order, offer, ids.orderId) }
  await layPurchase(tx, made, linkSecret)
  await layOrder(tx, made)
  await takePieces(tx, made)
  await pay(tx, made)
  await talk(tx, made)
  await sayHowItIs(tx, made)
  await book(tx, made)
}

function saleOf({ quantity = 1, daysAgo }: SeedOrder, offer: Made['offer'], orderId: string): Sale {
  const itemsMinor = offer.priceMinor * quantity
  const grossMinor = itemsMinor + offer.shippingMinor
  const fees = { taxMinor: 0, platformFeeMinor: share(itemsMinor, 500), processorFeeMinor: share(grossMinor, 150) + 25 }
  const { memberId: sellerId, title: about } = offer
  return {
    orderId,
    sellerId,
    provider: 'stripe',
    currency: 'EUR',
    grossMinor,
    ...fees,
    about,
    at: ago({ days: daysAgo }),
  }
}

const layPurchase = (tx: Tx, { order, buyer, ids, sold }: Made, LINK_SECRET: string) => {
  const at = ago({ days: order.daysAgo })
  return tx.insert(purchases).values({
    id: ids.purchaseId,
    ...buyer,
    address: { name: buyer.name, ...order.address },
    currency: 'EUR',
    totalMinor: sold.grossMinor,
    state: 'paid',
    linkHash: hashOf(linkOf({ env: { LINK_SECRET } }, ids.purchaseId)),
    until: at,
    createdAt: at,
    paidAt: at,
  })
}

function layOrder(tx: Tx, { order, offer, ids, sold }: Made) {
  const { daysAgo, state, carrier = '', tracking = '' } = order
  const { grossMinor: totalMinor, platformFeeMinor, processorFeeMinor } = sold
  const later = (days: number) => ago({ days: Math.max(daysAgo - days, 0) })
  return tx.insert(orders).values({
    id: ids.orderId,
    purchaseId: ids.purchaseId,
    sellerId: offer.memberId,
    currency: 'EUR',
    state,
    itemsMinor: totalMinor - offer.shippingMinor,
    shippingMinor: offer.shippingMinor,
    totalMinor,
    platformFeeMinor,
    processorFeeMinor,
    carrier,
    tracking,
    createdAt: later(0),
    paidAt: later(0),
    ...(state !== 'paid' && { sentAt: later(2) }),
    ...(state === 'arrived' && { arrivedAt: later(5) }),
  })
}

async function takePieces(tx: Tx, { order, offer, ids }: Made) {
  const { id: listingId, kind, title, returns, readyInDays, priceMinor: unitMinor } = offer
  const line = { id: newId(), orderId: ids.orderId, listingId, kind, title, returns, readyInDays, unitMinor }
  await tx.insert(orderLines).values({ ...line, quantity: order.quantity ?? 1 })
  const taken = eq(claims.orderLineId, line.id)
  await tx.update(claims).set({ state: 'sold' }).where(taken)
  if (order.state === 'arrived' && kind === 'made-to-order') await tx.update(claims).set({ state: 'done' }).where(taken)
}

const pay = (tx: Tx, { order, ids: { purchaseId }, sold }: Made) => {
  const at = ago({ days: order.daysAgo })
  return tx.insert(payments).values({
    id: purchaseId,
    purchaseId,
    provider: 'stripe',
    state: 'paid',
    ref: `cs_demo_${purchaseId}`,
    captureRef: `ch_demo_${purchaseId}`,
    currency: 'EUR',
    askedMinor: sold.grossMinor,
    capturedMinor: sold.grossMinor,
    feeMinor: sold.processorFeeMinor,
    createdAt: at,
    settledAt: at,
  })
}

async function book(tx: Tx, { order, offer, ids, sold }: Made) {
  const rules = await rulesOf(tx, offer.memberId, ago({ days: order.daysAgo }))
  await post(tx, sale(sold, rules))
  await disputeSale(tx, order, sold, { paymentId: ids.purchaseId, rules })
  if (order.state === 'arrived') return
  await tx.insert(holds).values({
    memberId: offer.memberId,
    minor: rules.reduce((left, rule) => left - share(netOf(sold), rule.basisPoints), netOf(sold)),
    currency: 'EUR',
    reason: 'not-delivered',
    source: `order:${sold.orderId}`,
    about: offer.title,
    heldAt: ago({ days: order.daysAgo }),
    until: inDays(21 - order.daysAgo),
  })
}

async function sayHowItIs(tx: Tx, { order: { review, daysAgo }, buyer, ids, offer }: Made) {
  if (!review) return
  const [line] = await tx.select({ id: orderLines.id }).from(orderLines).where(eq(orderLines.orderId, ids.orderId))
  await tx.insert(orderReviews).values({
    orderLineId: line?.id ?? '',
    listingId: offer.id,
    signedAs: buyer.name.split(' ')[0] ?? '',
    createdAt: ago({ days: Math.max(daysAgo - 8, 0) }),
    ...review,
    ...(review.reply && { repliedAt: ago({ days: Math.max(daysAgo - 9, 0) }) }),
  })
}

async function offered(tx: Tx, { work, quantity = 1, address: { country } }: SeedOrder) {
  const [offer] = await tx.select().from(listings).where(eq(listings.slug, work))
  if (!offer) throw new Error(`Somebody of the demo buys “${work}”, which nobody sells.`)
  const zones = await tx
    .select()
    .from(listingZones)
    .where(sql`${listingZones.listingId} = ${offer.id} and ${inArray(listingZones.zone, [country, 'world'])}`)
  const zone = zones.find((one) => one.zone === country) ?? zones[0]
  return { ...offer, shippingMinor: (zone?.priceMinor ?? 0) + (zone?.moreMinor ?? 0) * (quantity - 1) }
}

async function buyerOf(tx: Tx, who: Names['members'], { buyer }: SeedOrder) {
  if ('email' in buyer) return { ...buyer, memberId: null }
  const memberId = idOf(who, buyer.member)
  const [member] = await tx.select({ name: members.name }).from(members).where(eq(members.id, memberId))
  return { memberId, name: member?.name ?? '', email: `${buyer.member}@guildhall.example` }
}

async function talk(tx: Tx, { order, offer, buyer, ids: { orderId } }: Made) {
  const rows = (order.says ?? []).map(([from, words, daysLater = 0], n) => ({
    id: newId(),
    orderId,
    from,
    words,
    authorId: from === 'buyer' ? buyer.memberId : offer.memberId,
    createdAt: ago({ hours: Math.max((order.daysAgo - daysLater) * 24 - 5 - n * 7, 1) }),
  }))
  if (rows.length > 0) await tx.insert(orderMessages).values(rows)
}

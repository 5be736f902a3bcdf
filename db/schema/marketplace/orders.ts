import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'
import { memberId, members } from '../people.ts'
import { LISTING_KINDS, listings, RETURNS } from './listings.ts'

const minor = () => bigint({ mode: 'number' }).notNull().default(0)

export type Address = { name: string; lines: string[]; postcode: string; city: string; country: string }

// paying: the pieces are held and the buyer is with Stripe or PayPal. let-go: they did not pay in time, or turned back.
export const PURCHASE_STATES = ['paying', 'paid', 'let-go'] as const

// What somebody buys at once: one payment, with one order for each maker.
export const purchases = pgTable(
  'purchases',
  {
    id: id(),
    memberId: uuid().references(() => members.id, { onDelete: 'set null' }),
    email: citext().notNull(),
    name: text().notNull(),
    address: jsonb().$type<Address>(),
    language: text().notNull().default('en'),
    currency: text().notNull(),
    totalMinor: minor(),
    state: text({ enum: PURCHASE_STATES }).notNull().default('paying'),
    // Only the hash of a guest's link is kept.
    linkHash: text().notNull().unique(),
    until: at().notNull(),
    paidAt: at(),
    // Whoever left is forgotten as soon as nothing is on its way to them any more.
    forgetsSince: at(),
    createdAt: createdAt(),
  },
  (row) => [
    index('purchases_to_forget').on(row.forgetsSince).where(sql`${row.forgetsSince} is not null`),
    index('purchases_of_a_member').on(row.memberId, row.createdAt.desc(), row.id.desc()),
    index('purchases_running_out').on(row.until).where(sql`${row.state} = 'paying'`),
    check('purchases_state', sql`${row.state} in ('paying', 'paid', 'let-go')`),
    check('purchases_paid_since', sql`(${row.state} = 'paid') = (${row.paidAt} is not null)`),
    check('purchases_total', sql`${row.totalMinor} >= 0`),
  ],
)

const purchaseId = () =>
  uuid()
    .notNull()
    .references(() => purchases.id)

// paid -> on-its-way -> arrived; lessons, downloads and what is fetched go from paid to arrived. returned: all of it was
// paid back.
export const ORDER_STATES = ['waiting', 'paid', 'on-its-way', 'arrived', 'returned', 'let-go'] as const

// What one maker owes one buyer, and what everybody gets of it.
export const orders = pgTable(
  'orders',
  {
    id: id(),
    // What people say on the telephone.
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 1001 }).unique(),
    purchaseId: purchaseId(),
    sellerId: memberId(),
    state: text({ enum: ORDER_STATES }).notNull().default('waiting'),
    currency: text().notNull(),
    itemsMinor: minor(),
    shippingMinor: minor(),
    discountMinor: minor(),
    taxMinor: minor(),
    totalMinor: minor(),
    platformFeeMinor: minor(),
    // Known once the provider tells.
    processorFeeMinor: bigint({ mode: 'number' }),
    refundedMinor: minor(),
    // Until when the maker's money is held, and why.
    heldUntil: at(),
    heldWhy: text(),
    carrier: text().notNull().default(''),
    tracking: text().notNull().default(''),
    createdAt: createdAt(),
    paidAt: at(),
    sentAt: at(),
    arrivedAt: at(),
  },
  (row) => [
    index('orders_of_a_purchase').on(row.purchaseId),
    index('orders_of_a_seller')
      .on(row.sellerId, row.createdAt.desc(), row.id.desc())
      .where(sql`${row.paidAt} is not null`),
    index('orders_to_send').on(row.sellerId, row.paidAt).where(sql`${row.state} = 'paid'`),
    index('orders_held').on(row.heldUntil).where(sql`${row.heldUntil} is not null`),
    check('orders_state', sql`${row.state} in ('waiting', 'paid', 'on-its-way', 'arrived', 'returned', 'let-go')`),
    check(
      'orders_add_up',
      sql`${row.totalMinor} = ${row.itemsMinor} + ${row.shippingMinor} + ${row.taxMinor} - ${row.discountMinor}`,
    ),
    check(
      'orders_amounts',
      sql`least(${row.itemsMinor}, ${row.shippingMinor}, ${row.discountMinor}, ${row.taxMinor}, ${row.totalMinor}, ${row.platformFeeMinor}) >= 0`,
    ),
    check('orders_pay_back_at_most_all', sql`${row.refundedMinor} between 0 and ${row.totalMinor}`),
    check('orders_held_for_a_reason', sql`(${row.heldUntil} is null) = (${row.heldWhy} is null)`),
  ],
)

const orderId = () =>
  uuid()
    .notNull()
    .references(() => orders.id)

// A piece as it was when it was bought: what its maker changes later changes nothing here.
export const orderLines = pgTable(
  'order_lines',
  {
    id: id(),
    orderId: orderId(),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    kind: text({ enum: LISTING_KINDS }).notNull(),
    title: text().notNull(),
    quantity: integer().notNull(),
    unitMinor: minor(),
    readyInDays: integer().notNull().default(0),
    returns: text({ enum: RETURNS }).notNull(),
    returnsWords: text().notNull().default(''),
  },
  (row) => [
    index('order_lines_of_an_order').on(row.orderId),
    index('order_lines_of_a_listing').on(row.listingId),
    check('order_lines_quantity', sql`${row.quantity} between 1 and 100`),
    check('order_lines_unit', sql`${row.unitMinor} >= 0`),
  ],
)

export const PROVIDERS = ['stripe', 'paypal'] as const
export type Provider = (typeof PROVIDERS)[number]

// beginning: the provider was asked, and has not answered yet: perhaps it heard. open: the buyer is there. unsure: nobody
// knows before the provider was asked again.
export const PAYMENT_STATES = ['beginning', 'open', 'unsure', 'pending', 'paid', 'failed', 'over'] as const

// One try to pay for a purchase.
export const payments = pgTable(
  'payments',
  {
    id: id(),
    purchaseId: purchaseId(),
    provider: text({ enum: PROVIDERS }).notNull(),
    state: text({ enum: PAYMENT_STATES }).notNull().default('beginning'),
    ref: text(),
    url: text(),
    captureRef: text(),
    currency: text().notNull(),
    askedMinor: minor(),
    capturedMinor: minor(),
    feeMinor: bigint({ mode: 'number' }),
    // What was paid back or is on its way back.
    refundedMinor: minor(),
    // Why it is looked at by a person.
    review: text(),
    createdAt: createdAt(),
    settledAt: at(),
  },
  (row) => [
    uniqueIndex('payments_by_ref').on(row.provider, row.ref).where(sql`${row.ref} is not null`),
    uniqueIndex('payments_by_capture').on(row.provider, row.captureRef).where(sql`${row.captureRef} is not null`),
    uniqueIndex('payments_pay_once').on(row.purchaseId).where(sql`${row.state} = 'paid' and ${row.review} is null`),
    index('payments_of_a_purchase').on(row.purchaseId),
    index('payments_unsettled')
      .on(row.createdAt)
      .where(sql`${row.state} in ('beginning', 'open', 'unsure', 'pending')`),
    check('payments_provider', sql`${row.provider} in ('stripe', 'paypal')`),
    check('payments_state', sql`${row.state} in ('beginning', 'open', 'unsure', 'pending', 'paid', 'failed', 'over')`),
    check('payments_pay_back_at_most_all', sql`${row.refundedMinor} between 0 and ${row.capturedMinor}`),
  ],
)

export const REFUND_STATES = ['asked', 'done', 'failed'] as const

export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    // None where a payment came too late and nothing was sold for it.
    orderId: uuid().references(() => orders.id),
    minor: minor(),
    reason: text().notNull(),
    state: text({ enum: REFUND_STATES }).notNull().default('asked'),
    ref: text(),
    askedById: uuid().references(() => members.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    doneAt: at(),
  },
  (row) => [
    uniqueIndex('refunds_by_ref').on(row.paymentId, row.ref).where(sql`${row.ref} is not null`),
    index('refunds_of_an_order').on(row.orderId),
    index('refunds_unsettled').on(row.createdAt).where(sql`${row.state} = 'asked'`),
    check('refunds_state', sql`${row.state} in ('asked', 'done', 'failed')`),
    check('refunds_pay_back_something', sql`${row.minor} > 0`),
  ],
)

export const DISPUTE_STATES = ['open', 'answered', 'won', 'lost'] as const

// What is answered; or that it is accepted.
export type Evidence = { accepts?: true; words: string; carrier: string; tracking: string; shippedOn: string | null }

// The buyer asked their bank for the money back. It is about the payment, and the bank takes one answer to it.
export const disputes = pgTable(
  'disputes',
  {
    id: id(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    ref: text().notNull(),
    minor: minor(),
    feeMinor: minor(),
    state: text({ enum: DISPUTE_STATES }).notNull().default('open'),
    reason: text().notNull().default(''),
    evidenceDueAt: at(),
    evidence: jsonb().$type<Evidence>(),
    answeredById: uuid().references(() => members.id, { onDelete: 'set null' }),
    answeredAt: at(),
    // Since when the provider has the answer.
    handedInAt: at(),
    createdAt: createdAt(),
    decidedAt: at(),
  },
  (row) => [
    uniqueIndex('disputes_by_ref').on(row.paymentId, row.ref),
    index('disputes_open').on(row.evidenceDueAt).where(sql`${row.state} = 'open'`),
    index('disputes_to_hand_in').on(row.answeredAt).where(sql`${row.state} = 'answered' and ${row.handedInAt} is null`),
    check('disputes_state', sql`${row.state} in ('open', 'answered', 'won', 'lost')`),
    check('disputes_answered', sql`(${row.evidence} is null) = (${row.answeredAt} is null)`),
    check('disputes_answered_since', sql`${row.state} <> 'answered' or ${row.answeredAt} is not null`),
  ],
)

// Between the buyer, who may be a guest, and the maker.
export const orderMessages = pgTable(
  'order_messages',
  {
    id: id(),
    orderId: orderId(),
    from: text({ enum: ['buyer', 'seller', 'house'] }).notNull(),
    authorId: uuid().references(() => members.id, { onDelete: 'set null' }),
    words: text().notNull(),
    createdAt: createdAt(),
  },
  (row) => [
    index('order_messages_of_an_order').on(row.orderId, row.createdAt),
    check('order_messages_from', sql`${row.from} in ('buyer', 'seller', 'house')`),
  ],
)

// Only of what was bought, and once.
export const orderReviews = pgTable(
  'order_reviews',
  {
    orderLineId: uuid()
      .primaryKey()
      .references(() => orderLines.id),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    stars: integer().notNull(),
    words: text().notNull().default(''),
    signedAs: text().notNull(),
    createdAt: createdAt(),
    reply: text().notNull().default(''),
    repliedAt: at(),
  },
  (row) => [
    index('order_reviews_of_a_listing').on(row.listingId, row.createdAt.desc()),
    check('order_reviews_stars', sql`${row.stars} between 1 and 5`),
    check('order_reviews_replied', sql`(${row.reply} = '') = (${row.repliedAt} is null)`),
  ],
)

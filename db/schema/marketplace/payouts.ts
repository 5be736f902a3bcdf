import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, currency, id, money } from '../../columns.ts'
import { memberId, members } from '../people.ts'

// by-hand: the organisation receives, and somebody hands it over.
export const PAYOUT_WAYS = ['stripe', 'paypal', 'by-hand'] as const
export type PayoutWay = (typeof PAYOUT_WAYS)[number]

// Where what a member earned goes.
export const payoutAccounts = pgTable(
  'payout_accounts',
  {
    memberId: memberId().primaryKey(),
    way: text({ enum: PAYOUT_WAYS }).notNull(),
    // The account at Stripe, or the address at PayPal.
    ref: text(),
    isReady: boolean().notNull().default(false),
    // What the provider still wants to know.
    missing: text().array().notNull().default([]),
    isPaused: boolean().notNull().default(false),
    changedAt: createdAt(),
  },
  (row) => [
    uniqueIndex('payout_accounts_by_ref').on(row.way, row.ref).where(sql`${row.way} = 'stripe'`),
    check('payout_accounts_way', sql`${row.way} in ('stripe', 'paypal', 'by-hand')`),
    check(
      'payout_accounts_lead_somewhere',
      sql`not ${row.isReady} or ${row.way} = 'by-hand' or ${row.ref} is not null`,
    ),
  ],
)

// asked: taken out of what the member may have; sent: the provider took it; the rest is how it ended. Its id is the key
// under which a provider hears of it, so that it can be told twice.
export const PAYOUT_STATES = ['asked', 'sent', 'paid', 'failed', 'returned'] as const
export type PayoutState = (typeof PAYOUT_STATES)[number]

export const payouts = pgTable(
  'payouts',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    way: text({ enum: PAYOUT_WAYS }).notNull(),
    to: text(),
    minor: money(),
    currency: currency(),
    state: text({ enum: PAYOUT_STATES }).notNull().default('asked'),
    providerRef: text(),
    // Why it did not arrive, in the words of whoever sent it.
    why: text(),
    // Of a hand-over: its number, by whom, and what was said.
    receipt: integer().unique(),
    handedById: uuid().references(() => members.id, { onDelete: 'set null' }),
    note: text().notNull().default(''),
    askedAt: createdAt(),
    triedAt: at(),
    sentAt: at(),
    endedAt: at(),
  },
  (row) => [
    uniqueIndex('payouts_one_at_a_time').on(row.memberId, row.currency).where(sql`${row.state} in ('asked', 'sent')`),
    uniqueIndex('payouts_by_ref').on(row.way, row.providerRef),
    index('payouts_of_a_member').on(row.memberId, row.askedAt.desc(), row.id),
    index('payouts_on_their_way').on(row.askedAt).where(sql`${row.state} in ('asked', 'sent')`),
    check('payouts_way', sql`${row.way} in ('stripe', 'paypal', 'by-hand')`),
    check('payouts_state', sql`${row.state} in ('asked', 'sent', 'paid', 'failed', 'returned')`),
    check('payouts_are_something', sql`${row.minor} > 0`),
    check(
      'payouts_by_hand_have_a_receipt',
      sql`${row.way} <> 'by-hand' or ${row.state} <> 'paid' or ${row.receipt} is not null`,
    ),
  ],
)

export const HOLD_REASONS = ['not-delivered', 'may-be-returned', 'disputed', 'looked-at'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

// Why somebody may not have something yet: how much of it at most, and until when.
export const holds = pgTable(
  'holds',
  {
    id: id(),
    memberId: memberId(),
    minor: money(),
    currency: currency(),
    reason: text({ enum: HOLD_REASONS }).notNull(),
    // What it is held for, an order say; each once.
    source: text().notNull().unique(),
    about: text().notNull().default(''),
    heldAt: createdAt(),
    until: at().notNull(),
    liftedAt: at(),
  },
  (row) => [
    index('holds_of_a_member').on(row.memberId, row.currency, row.until),
    check('holds_reason', sql`${row.reason} in ('not-delivered', 'may-be-returned', 'disputed', 'looked-at')`),
    check('holds_are_something', sql`${row.minor} > 0`),
    check('holds_end', sql`${row.until} <= ${row.heldAt} + interval '90 days'`),
  ],
)

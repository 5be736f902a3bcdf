import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, currency, id, money } from '../../columns.ts'
import { members } from '../people.ts'
import { jars } from './savings.ts'

export const ACCOUNT_KINDS = [
  'cash',
  'seller_payable',
  'seller_owes',
  'platform_fee',
  'processor_fee',
  'tax',
  'refunds',
  'disputes',
  'jar',
  'payouts_in_transit',
] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

export const CASH_PROVIDERS = ['stripe', 'paypal', 'organisation'] as const

// The books: written by ledger_post() alone, in which the balance of an account is kept as well. A positive balance is
// what the account holds for somebody, a negative one what stands behind it.
export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: id(),
    // What bookings call it: its kind, and whose it is.
    name: text()
      .notNull()
      .generatedAlwaysAs(sql`kind || coalesce(':' || coalesce(provider, jar_id::text, member_id::text), '')`),
    kind: text({ enum: ACCOUNT_KINDS }).notNull(),
    provider: text({ enum: CASH_PROVIDERS }),
    memberId: uuid().references(() => members.id),
    jarId: uuid().references(() => jars.id),
    currency: currency(),
    balanceMinor: money().default(0),
    openedAt: createdAt(),
  },
  (row) => [
    unique('ledger_accounts_once').on(row.name, row.currency),
    unique('ledger_accounts_have_one_currency').on(row.id, row.currency),
    index('ledger_accounts_of_a_member').on(row.memberId, row.currency),
    index('ledger_accounts_of_a_jar').on(row.jarId),
    check(
      'ledger_accounts_kind',
      sql`${row.kind} in ('cash', 'seller_payable', 'seller_owes', 'platform_fee', 'processor_fee', 'tax', 'refunds', 'disputes', 'jar', 'payouts_in_transit')`,
    ),
    check('ledger_accounts_provider', sql`${row.provider} in ('stripe', 'paypal', 'organisation')`),
    check('ledger_accounts_currency', sql`${row.currency} ~ '^[A-Z]{3}$'`),
    check(
      'ledger_accounts_are_somebodys',
      sql`(${row.kind} = 'cash') = (${row.provider} is not null)
        and (${row.kind} in ('seller_payable', 'seller_owes', 'jar', 'payouts_in_transit')) = (${row.memberId} is not null)
        and (${row.kind} = 'jar') = (${row.jarId} is not null)`,
    ),
    check(
      'ledger_accounts_hold_enough',
      sql`case ${row.kind} when 'seller_owes' then ${row.balanceMinor} <= 0
        when 'seller_payable' then ${row.balanceMinor} >= 0 when 'jar' then ${row.balanceMinor} >= 0
        when 'payouts_in_transit' then ${row.balanceMinor} >= 0 else true end`,
    ),
  ],
)

export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: id(),
    kind: text().notNull(),
    // What it came from, and which of those: each is booked once.
    source: text().notNull(),
    sourceId: text().notNull(),
    // The sale that it is part of, takes back or disputes.
    sale: text(),
    currency: currency(),
    // In words, for whoever reads the statement.
    about: text().notNull().default(''),
    // Why somebody booked this by hand.
    reason: text(),
    actor: text().notNull(),
    at: createdAt(),
  },
  (row) => [
    unique('ledger_transactions_once').on(row.source, row.sourceId, row.kind),
    unique('ledger_transactions_have_one_currency').on(row.id, row.currency),
    index('ledger_transactions_of_a_sale').on(row.sale).where(sql`${row.sale} is not null`),
    index('ledger_transactions_by_time').on(row.at.desc(), row.id),
    check('ledger_corrections_have_a_reason', sql`${row.kind} <> 'correction' or length(${row.reason}) >= 3`),
  ],
)

export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    transactionId: uuid().notNull(),
    accountId: uuid().notNull(),
    minor: money(),
    currency: currency(),
  },
  (row) => [
    foreignKey({
      name: 'ledger_entries_of_a_transaction',
      columns: [row.transactionId, row.currency],
      foreignColumns: [ledgerTransactions.id, ledgerTransactions.currency],
    }),
    foreignKey({
      name: 'ledger_entries_of_an_account',
      columns: [row.accountId, row.currency],
      foreignColumns: [ledgerAccounts.id, ledgerAccounts.currency],
    }),
    index('ledger_entries_by_transaction').on(row.transactionId),
    index('ledger_entries_by_account').on(row.accountId, row.id),
    check('ledger_entries_move_something', sql`${row.minor} <> 0`),
  ],
)

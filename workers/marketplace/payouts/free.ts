import { type SQL, sql } from 'drizzle-orm'
import { ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import { holds } from '#db/schema/marketplace/payouts.ts'

// What is held of somebody's money now: never more than each hold says, nor longer.
export const heldOf = (memberId: SQL, currency: SQL): SQL<number> => sql`(
  select coalesce(sum(held.minor), 0)::bigint from ${holds} held
  where held.member_id = ${memberId} and held.currency = ${currency} and held.lifted_at is null and held.until > now())`

export const payableOf = (memberId: SQL, currency: SQL): SQL<number> => sql`coalesce((
  select account.balance_minor from ${ledgerAccounts} account
  where account.name = 'seller_payable:' || ${memberId} and account.currency = ${currency}), 0)`

export const freeOf = (memberId: SQL, currency: SQL): SQL<number> =>
  sql`greatest(0, ${payableOf(memberId, currency)} - ${heldOf(memberId, currency)})`

// A day after the account changed, and never less than is worth sending.
export const HOURS_AFTER_A_CHANGE = 24
export const LEAST_MINOR = 500

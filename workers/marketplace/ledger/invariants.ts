import { type SQL, sql } from 'drizzle-orm'

// What is true of the books at any time: each of these finds nothing. Asked every night, and after every test of money.
export const BOOKS: Record<string, SQL> = {
  'I1 every transaction sums up to nothing in its currency': sql`
    select transaction_id, currency, sum(minor) from ledger_entries group by 1, 2 having sum(minor) <> 0`,
  'I2 all accounts of a currency together hold nothing': sql`
    select currency, sum(balance_minor) from ledger_accounts group by 1 having sum(balance_minor) <> 0`,
  'I2 the balance of an account is the sum of what was booked on it': sql`
    select account.id, balance_minor from ledger_accounts account
    left join (select account_id, sum(minor) as booked from ledger_entries group by 1) entry on entry.account_id = account.id
    where balance_minor <> coalesce(booked, 0)`,
  'I2 nobody has less than nothing, but for what they owe': sql`
    select id from ledger_accounts where balance_minor < 0 and kind in ('seller_payable', 'jar', 'payouts_in_transit')
    union all select id from ledger_accounts where balance_minor > 0 and kind = 'seller_owes'`,
  'I2 nobody has something to take out while they owe': sql`
    select owes.member_id from ledger_accounts owes join ledger_accounts payable using (member_id, currency)
    where owes.kind = 'seller_owes' and owes.balance_minor < 0 and payable.kind = 'seller_payable' and payable.balance_minor > 0`,
  'I3 the app may not write into the books by itself': sql`
    select name from unnest(array['ledger_accounts', 'ledger_transactions', 'ledger_entries']) name
    where has_table_privilege('guildhall_app', name, 'insert, update, delete, truncate')`,
  'I3 what is in the books stays': sql`
    select wanted from unnest(array['ledger_entries_stay', 'ledger_transactions_stay', 'ledger_accounts_stay', 'ledger_entries_balance']) wanted
    where not exists (select from pg_trigger where tgname = wanted and tgenabled <> 'D')`,
  'I4 a sale, a refund, a dispute and a payout are in the books once': sql`
    select source, source_id, kind from ledger_transactions group by 1, 2, 3 having count(*) > 1`,
  'I7 nothing is given back beyond what was paid': sql`
    select made.sale from ledger_transactions made
    join ledger_entries entry on entry.transaction_id = made.id join ledger_accounts account on account.id = entry.account_id
    where made.sale is not null group by 1
    having coalesce(sum(entry.minor) filter (where account.kind in ('refunds', 'disputes') and made.kind in ('refund-asked', 'dispute-opened')), 0)
      - coalesce(-sum(entry.minor) filter (where account.kind in ('refunds', 'disputes', 'cash') and made.kind in ('refund-failed', 'dispute-won')), 0)
      > coalesce(-sum(entry.minor) filter (where account.kind = 'cash' and made.kind = 'sale'), 0)`,
}

import { type SQL, sql } from 'drizzle-orm'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { jars } from '#db/schema/marketplace/savings.ts'

// Where the money of one order is now, part by part, as the books have it: what went back is gone from here. What a
// dispute costs is the house’s, and only its maker knows what a jar is called.
export const breakdownOf = (orderId: SQL, jarName = sql`jar.name`): SQL => sql`(
  select coalesce(json_agg(json_build_object('kind', part.kind, 'jar', part.jar, 'minor', part.minor) order by part.kind, part.jar), '[]')
  from (
    select account.kind, ${jarName} as jar, sum(entry.minor) as minor
    from ${ledgerTransactions} made join ${ledgerEntries} entry on entry.transaction_id = made.id
      join ${ledgerAccounts} account on account.id = entry.account_id left join ${jars} jar on jar.id = account.jar_id
    where made.sale = ${orderId} and made.kind <> 'dispute-fee' group by 1, 2) part where part.minor <> 0)`

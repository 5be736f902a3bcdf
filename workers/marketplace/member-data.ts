import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { holds, payoutAccounts, payouts } from '#db/schema/marketplace/payouts.ts'
import { jarMilestones, jars } from '#db/schema/marketplace/savings.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { shopForExport, shopForgotten } from './orders/member-data.ts'

export const marketplaceForExport = (me: string): Record<string, Shelf<unknown>> => ({
  ...shopForExport(me),
  money: sql`
    select made.at, made.kind, made.about, made.reason, account.kind as account, jar.name as jar, entry.minor, entry.currency
    from ${ledgerAccounts} account join ${ledgerEntries} entry on entry.account_id = account.id
    join ${ledgerTransactions} made on made.id = entry.transaction_id left join ${jars} jar on jar.id = account.jar_id
    where account.member_id = ${me} order by entry.id`,
  jars: sql`
    select jar.name, jar.currency, jar.target_minor, jar.due_on, jar.share_basis_points, jar.made_at, jar.closed_at,
      (select goal.title from ${goals} goal where goal.id = jar.goal_id) as goal,
      (select json_agg(json_build_object('percent', reached.percent, 'at', reached.reached_at) order by reached.percent)
        from ${jarMilestones} reached where reached.jar_id = jar.id) as milestones
    from ${jars} jar where jar.member_id = ${me} order by jar.made_at`,
  'where-your-money-goes': sql`
    select way, ref, is_ready, is_paused, changed_at from ${payoutAccounts} where member_id = ${me}`,
  payouts: sql`
    select way, "to", minor, currency, state, why, receipt, note, asked_at, sent_at, ended_at
    from ${payouts} where member_id = ${me} order by asked_at`,
  'payouts-you-handed-over': sql`
    select minor, currency, receipt, ended_at from ${payouts} where handed_by_id = ${me} order by ended_at`,
  'what-is-held': sql`
    select minor, currency, reason, about, held_at, until, lifted_at from ${holds} where member_id = ${me} order by held_at`,
})

// The books stay whole, of a former member: amounts, and what was sold. What they saved for and where it went to goes.
export const marketplaceForgotten = (me: string): SQL[] => [
  ...shopForgotten(me),
  sql`update ${jars} set name = 'A jar', picture_id = null, target_minor = null, due_on = null, share_basis_points = 0,
    goal_id = null, closed_at = coalesce(closed_at, now()) where member_id = ${me}`,
  sql`update ${payouts} set "to" = null, note = '' where member_id = ${me}`,
  sql`update ${holds} set about = '' where member_id = ${me}`,
  sql`delete from ${payoutAccounts} where member_id = ${me}`,
]

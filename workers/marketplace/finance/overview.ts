import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { alerts } from '#db/schema/jobs.ts'
import { ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import { disputes, orders, payments } from '#db/schema/marketplace/orders.ts'
import { payoutAccounts, payouts } from '#db/schema/marketplace/payouts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { AlertId } from './inputs.ts'
import { balanced, trialLines } from './trial-balance.ts'

export type Alert = { id: string; message: string; raisedAt: string }
export type Owed = {
  handle: string
  name: string
  currency: string
  minor: number
  askedMinor: number
  payout: string | null
  allMinor: number
}

export type Disputed = {
  id: string
  minor: number
  currency: string
  dueAt: string | null
  isLate: boolean
  order: number | null
  makers: string
}

const ofMoney = sql`(subject like 'books:%' or subject like 'provider-event:%' or subject like 'refund:%' or subject like 'dispute:%')`

const openAlerts: Shelf<Alert> = sql`
  select id, message, raised_at as "raisedAt" from ${alerts}
  where took_note_at is null and ${ofMoney} order by raised_at desc, id limit 50`

// What buyers asked their banks and nobody answered yet. Where nothing was sold for a payment there is no order.
const disputed: Shelf<Disputed> = sql`
  select dispute.id, dispute.minor, payment.currency, dispute.evidence_due_at as "dueAt",
    coalesce(dispute.evidence_due_at <= now(), false) as "isLate", min(ordered.number) as "order",
    coalesce(string_agg(maker.name, ', ' order by ordered.number), '') as makers
  from ${disputes} dispute join ${payments} payment on payment.id = dispute.payment_id
    left join ${orders} ordered on ordered.purchase_id = payment.purchase_id and payment.state = 'paid' and payment.review is null
    left join ${members} maker on maker.id = ordered.seller_id
  where dispute.state = 'open' group by dispute.id, payment.currency order by dispute.evidence_due_at, dispute.id limit 50`

// Whoever has no account that money could be sent to: the community received it for them, and hands it over.
const owedByHand: Shelf<Owed> = sql`
  with owed as (
    select account.member_id, account.currency, sum(account.balance_minor) as minor
    from ${ledgerAccounts} account left join ${payoutAccounts} goes on goes.member_id = account.member_id
    where account.member_id is not null and coalesce(goes.way, 'by-hand') = 'by-hand'
    group by 1, 2 having sum(account.balance_minor) > 0
  )
  select owner.handle, owner.name, owed.currency, owed.minor::bigint as minor, coalesce(asked.minor, 0)::bigint as "askedMinor",
    asked.id as payout, (sum(owed.minor) over (partition by owed.currency))::bigint as "allMinor"
  from owed join ${members} owner on owner.id = owed.member_id
  left join ${payouts} asked on asked.member_id = owed.member_id and asked.currency = owed.currency
    and asked.way = 'by-hand' and asked.state = 'asked'
  order by asked.asked_at nulls last, owed.minor desc, owner.handle limit 50`

// What people of finance see first, in one round trip.
export async function readFinance({ db }: MemberCtx) {
  const { lines, ...rest } = await readTogether(db, {
    lines: trialLines,
    alerts: openAlerts,
    disputed,
    owed: owedByHand,
  })
  return { currencies: balanced(lines), ...rest }
}

// Somebody looked into it. Where the same goes wrong again, it is raised again.
export async function takeNote(ctx: MemberCtx, { id }: AlertId) {
  const [noted] = await commit(
    ctx,
    ctx.db
      .update(alerts)
      .set({ tookNoteAt: sql`now()` })
      .where(sql`${alerts.id} = ${id}::uuid and ${alerts.tookNoteAt} is null and ${ofMoney}`)
      .returning({ id: alerts.id }),
    fact('alert.noted'),
  )
  return noted ?? refuse(notFound('alert'))
}

import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { payouts } from '#db/schema/marketplace/payouts.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { belongs } from '#workers/lib/http/audience.ts'
import { mayHandOver } from './handing-over.ts'
import type { Payout, PayoutId } from './inputs.ts'

const asPayout = sql`
  select payout.id, payout.way, payout.minor, payout.currency, payout.state, payout.why, payout.receipt,
    payout.asked_at as "askedAt", payout.ended_at as "endedAt"
  from ${payouts} payout`

export const payoutsOf = (memberId: string, limit = 50): Shelf<Payout> => sql`
  ${asPayout} where payout.member_id = ${memberId}::uuid order by payout.asked_at desc, payout.id limit ${limit}`

export const readPayouts = async ({ db, member }: MemberCtx) => readTogether(db, { payouts: payoutsOf(member.id) })

export type Receipt = Payout & { to: string; by: string | null; note: string; mine: boolean }

// Printable: for whom it is, who gave it, and those who keep the books.
export async function readReceipt(ctx: MemberCtx, { id }: PayoutId): Promise<Receipt> {
  const { db, member } = ctx
  const receipt: Shelf<Receipt> = sql`
    select payout.id, payout.way, payout.minor, payout.currency, payout.state, payout.why, payout.receipt, payout.note,
      payout.asked_at as "askedAt", payout.ended_at as "endedAt", owner.name as to, giver.name as by,
      payout.member_id = ${member.id}::uuid as mine
    from ${payouts} payout join ${members} owner on owner.id = payout.member_id left join ${members} giver on giver.id = payout.handed_by_id
    where payout.id = ${id}::uuid and (payout.member_id = ${member.id}::uuid or payout.handed_by_id = ${member.id}::uuid
      or ${belongs(member, 'organisers')}::boolean or payout.way = 'by-hand' and payout.state = 'asked' and ${mayHandOver(ctx, sql`payout`)})`
  const { found } = await readTogether(db, { found: receipt })
  return found[0] ?? refuse(notFound('payout'))
}

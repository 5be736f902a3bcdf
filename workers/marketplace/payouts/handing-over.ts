import { type SQL, sql } from 'drizzle-orm'
import { payouts } from '#db/schema/marketplace/payouts.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { belongs } from '#workers/lib/http/audience.ts'
import { transact } from '#workers/lib/transact.ts'
import { bookPayout } from '../ledger/paying-out.ts'
import type { HandOver, PayoutId } from './inputs.ts'

// Organisers and admins, and whoever mentors the member now; nobody to themselves.
export const mayHandOver = (
  { member }: MemberCtx,
  payout = sql`payouts`,
): SQL => sql`(${payout}.member_id <> ${member.id}::uuid and (
  ${belongs(member, 'organisers')}::boolean or exists (select from ${mentorships} pair where pair.participant_id = ${payout}.member_id
    and pair.mentor_id = ${member.id}::uuid and pair.state <> 'closed')))`

const shape = {
  id: payouts.id,
  memberId: payouts.memberId,
  state: payouts.state,
  minor: payouts.minor,
  currency: payouts.currency,
  receipt: payouts.receipt,
}

// Money given from hand to hand, with a receipt of its own number.
export async function handOver(ctx: MemberCtx, { id }: PayoutId, { note }: HandOver) {
  return transact(ctx, async (within) => {
    const [given] = await commit(
      within,
      within.db
        .update(payouts)
        .set({
          state: 'paid',
          note,
          handedById: ctx.member.id,
          endedAt: sql`now()`,
          receipt: sql`nextval('payout_receipts')::int`,
        })
        .where(
          sql`payouts.id = ${id}::uuid and payouts.way = 'by-hand' and payouts.state = 'asked' and ${mayHandOver(ctx)}`,
        )
        .returning(shape),
      fact('payout.paid', { way: 'by-hand' }),
    )
    if (!given) throw notFound('payout')
    const { memberId, minor, currency } = given
    await bookPayout(within, { payoutId: id, memberId, provider: 'organisation', minor, currency }, 'paid')
    return { id, state: given.state, minor, currency, receipt: given.receipt ?? refuse(notFound('receipt')) }
  })
}

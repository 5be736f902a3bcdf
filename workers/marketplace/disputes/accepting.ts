import { type SQL, sql } from 'drizzle-orm'
import { disputes, orders } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid } from '#workers/lib/errors.ts'
import type { OrderId, OrderNumber } from '../orders/inputs.ts'
import type { DisputeAcceptance, DisputeState } from './inputs.ts'
import { askedAbout, nextOf, whyNot } from './of-order.ts'

// Whoever sold it lets the money go back. It is one answer for the whole payment, so of others' money nobody decides alone.
export const acceptDispute = (ctx: MemberCtx, { id }: OrderId, typed: DisputeAcceptance): Promise<DisputeState> =>
  acceptAbout(ctx, { order: sql`id = ${id}::uuid and seller_id = ${ctx.member.id}::uuid`, forSeveral: false }, typed)

// Whoever keeps the books accepts it for all its makers: the route asks who that is.
export const acceptForMakers = (
  ctx: MemberCtx,
  { number }: OrderNumber,
  typed: DisputeAcceptance,
): Promise<DisputeState> =>
  acceptAbout(ctx, { order: sql`number = ${number}::int and paid_at is not null`, forSeveral: true }, typed)

type Which = { order: SQL; forSeveral: boolean }

async function acceptAbout(ctx: MemberCtx, which: Which, { number }: DisputeAcceptance): Promise<DisputeState> {
  const mayDecide = sql`exists (select from ${orders} one where ${which.order} and one.number::text = ${number}
    and (${which.forSeveral}::boolean or not exists (
      select from ${orders} other where other.purchase_id = one.purchase_id and other.id <> one.id)))`
  const [accepted] = await commit(
    ctx,
    ctx.db
      .update(disputes)
      .set({
        state: 'answered',
        evidence: { accepts: true, words: '', carrier: '', tracking: '', shippedOn: null },
        answeredById: ctx.member.id,
        answeredAt: sql`now()`,
      })
      .where(sql`${disputes.state} = 'open' and ${disputes.id} = ${nextOf(which.order)} and ${mayDecide}`)
      .returning({ id: disputes.id, state: disputes.state }),
    fact('dispute.accepted'),
  )
  return accepted ?? whyNotAccepted(ctx, which, number)
}

async function whyNotAccepted(ctx: MemberCtx, { order, forSeveral }: Which, typed: string): Promise<never> {
  const found = await askedAbout(ctx, order)
  if (found && typed !== String(found.number))
    throw invalid([{ path: 'number', message: `Please write the number of the order: ${found.number}` }])
  if (found?.state === 'open' && found.makers > 1 && !forSeveral) throw conflict(FOR_SEVERAL, 'several_makers')
  throw whyNot(found)
}

const FOR_SEVERAL =
  'This payment was for several makers, so the people who keep the books decide whether its money goes back. Nothing was sent; please write to them.'

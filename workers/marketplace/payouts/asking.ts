import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { type PayoutWay, payoutAccounts, payouts } from '#db/schema/marketplace/payouts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, refuse } from '#workers/lib/errors.ts'
import { type Money, showMoney } from '#workers/lib/money.ts'
import { transact } from '#workers/lib/transact.ts'
import { payoutAsked } from '../ledger/bookings/payouts.ts'
import { isShort, notEnough, postAlong } from '../ledger/post.ts'
import { freeOf, HOURS_AFTER_A_CHANGE, LEAST_MINOR } from './free.ts'
import type { NewPayout } from './inputs.ts'

export const cashOf = (way: PayoutWay) => (way === 'by-hand' ? 'organisation' : way)

const shape = { id: payouts.id, minor: payouts.minor, state: payouts.state, currency: payouts.currency }

// Takes it out of what the member may have at once; sending it is a job. One is on its way at a time.
export async function askForPayout(ctx: MemberCtx, wish: NewPayout) {
  try {
    return await transact(ctx, (within) => ask(within, ctx.member.id, wish))
  } catch (error) {
    if (constraintOf(error) === 'payouts_one_at_a_time') throw onItsWay()
    throw isShort(error) ? notEnough() : error
  }
}

async function ask(ctx: Ctx, memberId: string, { currency, minor }: NewPayout) {
  const { way, ref, free } = ready(await standingOf(ctx, memberId, currency))
  const amount = enough({ minor: minor ?? free, currency }, free)
  const id = newId()
  const [asked] = await commit(
    ctx,
    ctx.db.insert(payouts).values({ id, memberId, way, to: ref, minor: amount, currency }).returning(shape),
    fact('payout.asked', { way }),
    postAlong(ctx, payoutAsked({ payoutId: id, memberId, provider: cashOf(way), minor: amount, currency })),
  )
  return asked ?? refuse(onItsWay())
}

type Standing = {
  way: PayoutWay | null
  ref: string | null
  isReady: boolean
  isPaused: boolean
  isFresh: boolean
  free: number
}

async function standingOf(ctx: Ctx, memberId: string, currency: string): Promise<Standing> {
  const [standing] = await ctx.db
    .select({
      way: payoutAccounts.way,
      ref: payoutAccounts.ref,
      isReady: sql<boolean>`coalesce(${payoutAccounts.isReady}, false)`,
      isPaused: sql<boolean>`coalesce(${payoutAccounts.isPaused}, false)`,
      isFresh: sql<boolean>`coalesce(${payoutAccounts.way} <> 'by-hand'
        and ${payoutAccounts.changedAt} > now() - ${HOURS_AFTER_A_CHANGE} * interval '1 hour', false)`,
      free: sql`${freeOf(sql`${memberId}::uuid`, sql`${currency}::text`)}`.mapWith(Number),
    })
    .from(members)
    .leftJoin(payoutAccounts, eq(payoutAccounts.memberId, members.id))
    .where(eq(members.id, memberId))
  return standing ?? refuse(noAccount())
}

function ready({ way, ref, isReady, isPaused, isFresh, free }: Standing) {
  if (!way || !isReady) throw noAccount()
  if (isPaused)
    throw conflict(
      'Your account at the payment service does not take payouts at the moment. Nothing was moved; please see there what is missing.',
      'payouts_paused',
    )
  if (isFresh)
    throw conflict(
      'You changed where your money goes less than a day ago. To keep it safe, nothing leaves for 24 hours; please come back tomorrow.',
      'account_changed',
    )
  return { way, ref, free }
}

function enough(wish: Money, free: number): number {
  if (wish.minor > free) throw notEnough()
  if (wish.minor < LEAST_MINOR)
    throw conflict(
      `The least we send is ${showMoney({ ...wish, minor: LEAST_MINOR })}. Nothing was moved.`,
      'below_minimum',
    )
  return wish.minor
}

const noAccount = () => conflict('Please say first where your money may go. Nothing was moved.', 'no_payout_account')

const onItsWay = () =>
  conflict('One payout is on its way already. You can ask for the next one when it has arrived.', 'payout_on_its_way')

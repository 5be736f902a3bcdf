import { eq, sql } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { type PayoutWay, payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import type { Outcome } from '../payments/port.ts'
import type { PayoutAccount, PayoutAccountChoice } from './inputs.ts'

const shape = {
  id: sql<string>`${payoutAccounts.memberId}`.as('id'),
  way: payoutAccounts.way,
  ref: payoutAccounts.ref,
  isReady: payoutAccounts.isReady,
}

// Where the money goes from now on. Nothing leaves for a day, so that whoever broke in gains nothing by it.
export async function choosePayoutAccount(ctx: MemberCtx, choice: PayoutAccountChoice) {
  if (choice.way === 'stripe') return openStripe(ctx)
  const ref = choice.way === 'paypal' ? choice.email.toLowerCase() : null
  await keep(ctx, choice.way, { ref, isReady: true, missing: [] })
  return { way: choice.way, url: null }
}

async function openStripe(ctx: MemberCtx) {
  if (!ctx.payments.offered.includes('stripe'))
    throw conflict(
      'Accounts at Stripe are not offered here. Please choose another way; nothing was changed.',
      'not_offered',
    )
  const known = await accountOf(ctx, ctx.member.id)
  const [owner] = await ctx.db
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.memberId, ctx.member.id))
  const stripe = await ctx.payments.through('stripe')
  const here = `${ctx.env.ORIGIN}/money/account`
  const begun = known?.way === 'stripe' ? (known.ref ?? undefined) : undefined
  const { ref, url } = await stripe.openAccount({
    key: `account:${ctx.member.id}`,
    memberId: ctx.member.id,
    email: owner?.email ?? '',
    ref: begun,
    returnTo: here,
    againAt: here,
  })
  if (ref !== begun) await keep(ctx, 'stripe', { ref, isReady: false, missing: [] })
  return { way: 'stripe' as const, url }
}

type Kept = { ref: string | null; isReady: boolean; missing: string[] }

const keep = (ctx: MemberCtx, way: PayoutWay, kept: Kept) =>
  commit(
    ctx,
    ctx.db
      .insert(payoutAccounts)
      .values({ memberId: ctx.member.id, way, ...kept })
      .onConflictDoUpdate({
        target: payoutAccounts.memberId,
        set: { way, ...kept, isPaused: false, changedAt: sql`now()` },
      })
      .returning(shape),
    fact('payout-account.changed', { way }),
  )

export async function accountOf(ctx: Ctx, memberId: string): Promise<PayoutAccount | undefined> {
  const [account] = await ctx.db.select().from(payoutAccounts).where(eq(payoutAccounts.memberId, memberId))
  if (!account) return undefined
  const { memberId: _, ...kept } = account
  return { ...kept, changedAt: kept.changedAt.toISOString() }
}

export const readAccount = async (ctx: MemberCtx) => ({ account: (await accountOf(ctx, ctx.member.id)) ?? null })

// Looks at an account as its provider sees it now, whatever was told before.
export async function settleAccount(ctx: Ctx, { ref }: { ref: string }): Promise<Outcome> {
  const isOfRef = sql`${payoutAccounts.way} = 'stripe' and ${payoutAccounts.ref} = ${ref}`
  const [known] = await ctx.db.select(shape).from(payoutAccounts).where(isOfRef)
  const seen = known && (await (await ctx.payments.through('stripe')).lookAtAccount(ref))
  if (!seen) return 'unknown'
  const set = { isReady: seen.ready, missing: seen.missing, isPaused: seen.payoutsPaused }
  const isNew = sql`(${payoutAccounts.isReady}, ${payoutAccounts.isPaused}, ${payoutAccounts.missing})
    is distinct from (${set.isReady}, ${set.isPaused}, array(select jsonb_array_elements_text(${JSON.stringify(set.missing)}::jsonb)))`
  await commit(
    ctx,
    ctx.db.update(payoutAccounts).set(set).where(sql`${isOfRef} and ${isNew}`).returning(shape),
    fact('payout-account.looked-at', { ready: seen.ready, paused: seen.payoutsPaused }),
  )
  return 'done'
}

import type Stripe from 'stripe'
import type { AccountSeen, Opening } from '../port.ts'
import { ask, once, whereThere } from './once.ts'

// Express: Stripe asks who they are and where their bank is. When money goes out is said here, so payouts wait for us.
export async function openAccount(stripe: Stripe, seller: Opening) {
  const ref = seller.ref ?? (await newAccount(stripe, seller)).id
  const { url } = await ask(() =>
    stripe.accountLinks.create({
      account: ref,
      type: 'account_onboarding',
      return_url: seller.returnTo,
      refresh_url: seller.againAt,
    }),
  )
  return { ref, url }
}

const newAccount = (stripe: Stripe, { key, memberId, email, country }: Opening) =>
  once(key, {
    make: (idempotencyKey) =>
      stripe.accounts.create(
        {
          type: 'express',
          email,
          ...(country && { country }),
          capabilities: { transfers: { requested: true } },
          settings: { payouts: { schedule: { interval: 'manual' } } },
          metadata: { member: memberId },
        },
        { idempotencyKey },
      ),
  })

export async function lookAtAccount(stripe: Stripe, ref: string): Promise<AccountSeen | undefined> {
  const account = await whereThere(() => stripe.accounts.retrieve(ref))
  if (!account) return undefined
  const missing = [
    ...new Set([...(account.requirements?.currently_due ?? []), ...(account.requirements?.past_due ?? [])]),
  ]
  return {
    ready: account.payouts_enabled && account.capabilities?.transfers === 'active',
    missing,
    payoutsPaused: account.details_submitted && !account.payouts_enabled,
  }
}

import { sql } from 'drizzle-orm'
import { payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import { emptyShelf } from '#workers/local/sandbox/shelf.ts'
import { letGoOfWhatRanOut } from '#workers/marketplace/orders/letting-go.ts'
import { followRefunds } from '#workers/marketplace/orders/refunding.ts'
import { fetchWhatWasMissed, lookAgain } from '#workers/marketplace/payments/reconciling.ts'
import { choosePayoutAccount } from '#workers/marketplace/payouts/accounts.ts'
import { followPayouts } from '#workers/marketplace/payouts/sending.ts'
import { aListing } from '../market.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

export type Town = { world: World; makers: Somebody[]; slugs: string[] }

// Two makers, one paid by PayPal and one by Stripe, with a few things to sell.
export async function aTown(world: World): Promise<Town> {
  await world.startAfresh()
  forgetEverything(world)
  const makers = [await aMember(world), await aMember(world)]
  const [one, other] = makers as [Somebody, Somebody]
  await choosePayoutAccount(one.ctx, { way: 'paypal', email: 'maker@example.org' })
  await choosePayoutAccount(other.ctx, { way: 'stripe' })
  const [account] = await world.ctx().db.select().from(payoutAccounts).where(sql`way = 'stripe'`)
  world.sandbox.does.onboard(account?.ref ?? '', 'done')
  await world.ctx().db.update(payoutAccounts).set({ isReady: true, changedAt: sql`now() - interval '2 days'` })
  return { world, makers, slugs: [] }
}

function forgetEverything({ sandbox: { shelf } }: World) {
  const { stripe, paypal, ...rest } = emptyShelf()
  Object.assign(shelf, rest)
  Object.assign(shelf.stripe, stripe)
  Object.assign(shelf.paypal, paypal)
}

export async function bringToMarket({ makers, slugs }: Town) {
  const [one, other] = makers as [Somebody, Somebody]
  slugs.length = 0
  slugs.push(await aListing(one), await aListing(other), await aListing(other, { kind: 'edition', copies: 2 }))
}

const LATER = [
  `update events set claimed_until = claimed_until - interval '1 hour' where sent_at is null`,
  `update provider_events set arrived_at = arrived_at - interval '1 hour'`,
  `update payments set created_at = created_at - interval '1 hour'`,
  `update refunds set created_at = created_at - interval '1 hour'`,
  `update payouts set asked_at = asked_at - interval '7 hours', tried_at = tried_at - interval '7 hours'`,
  `update purchases set until = until - interval '1 hour'`,
  `update claims set until = until - interval '1 hour' where state = 'held'`,
  `update holds set held_at = held_at - interval '30 days', until = until - interval '30 days'`,
]

// Some hours, or weeks: what ran out is let go of, what was begun is looked at, what broke off is tried again.
export async function timePasses({ world }: Town) {
  const ctx = world.ctx({ kind: 'cron', name: 'a test' })
  for (const later of LATER) await ctx.db.execute(sql.raw(later))
  for (const round of [letGoOfWhatRanOut, lookAgain, followRefunds, followPayouts, fetchWhatWasMissed]) await round(ctx)
}

// Every wire works again, and everything that was on its way arrives: tells which jobs fail even then.
export async function everythingArrives(town: Town): Promise<string[]> {
  const { world } = town
  const { shelf } = world.sandbox
  shelf.faults.length = 0
  let stuck: string[] = []
  for (let round = 0; round < 3; round++) {
    for (const one of shelf.deliveries) one.dueAt = 0
    await world.sandbox.deliver()
    await timePasses(town)
    const from = world.lines.length
    const tried = await world.settle()
    const failed = tried.some(({ outcome }) => outcome !== 'acked')
    stuck = failed ? world.lines.slice(from).filter((line) => line.includes('job failed')) : []
  }
  return stuck
}

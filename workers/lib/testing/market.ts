import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orders, payments } from '#db/schema/marketplace/orders.ts'
import { payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import { projects } from '#db/schema/projects.ts'
import { NewListing } from '#workers/marketplace/listings/offers.ts'
import { sell } from '#workers/marketplace/listings/selling.ts'
import { checkOut } from '#workers/marketplace/orders/checking-out.ts'
import { NewPurchase } from '#workers/marketplace/orders/inputs.ts'
import { beginPayment } from '#workers/marketplace/orders/paying.ts'
import { settlePayment } from '#workers/marketplace/orders/settling.ts'
import type { ProviderName } from '#workers/marketplace/payments/port.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

let count = 0

// A finished work of somebody's.
export async function aWork({ ctx, id }: Pick<Somebody, 'ctx' | 'id'>, title = 'A bowl'): Promise<string> {
  const slug = `work-${++count}`
  const about = { medium: 'Ash', story: 'It was a plank.', lengthOfWork: 'A day', finishedAt: new Date() }
  const picture = { picture: 'works/bowl.webp', alt: 'A bowl of ash', width: 4, height: 3 }
  await ctx.db.insert(projects).values({ id: newId(), slug, memberId: id, title, ...about, ...picture })
  return slug
}

export const canReceiveMoney = ({ ctx, id: memberId }: Pick<Somebody, 'ctx' | 'id'>) =>
  ctx.db.insert(payoutAccounts).values({ memberId, way: 'by-hand', isReady: true }).onConflictDoNothing()

// A work of theirs, for sale: an original for 40 euros that is fetched, if nothing else is said.
export async function aListing(maker: Somebody, offer: Partial<Record<keyof NewListing | 'price', unknown>> = {}) {
  const work = offer.work ?? (await aWork(maker))
  await canReceiveMoney(maker)
  const { slug } = await sell(
    maker.ctx,
    NewListing.parse({ work, kind: 'original', currency: 'EUR', price: '40', pickup: 'The workshop', ...offer }),
  )
  return slug
}

export async function idOfListing({ ctx }: Pick<Somebody, 'ctx'>, slug: string): Promise<string> {
  const [offer] = await ctx.db.select({ id: listings.id }).from(listings).where(eq(listings.slug, slug))
  return offer?.id ?? ''
}

// Its buyer asks their bank for the money back; gives what the bank calls it.
export async function aDispute(world: World, { provider, ref }: { provider: ProviderName; ref: string }) {
  const ctx = world.ctx({ kind: 'job', name: 'test' })
  const seen = await (await ctx.payments.through(provider)).look(ref)
  const dispute = world.sandbox.does.dispute(seen?.captureRef ?? '')
  await settlePayment(ctx, { provider, ref })
  return dispute
}

// Somebody went to pay for these; `world.sandbox.does` says how that goes on.
export async function aPurchase(world: World, slugs: string[], provider: ProviderName = 'stripe', address?: object) {
  const ctx = world.ctx({ kind: 'job', name: 'test' })
  const lines = slugs.map((slug) => ({ slug, quantity: 1, priceMinor: 4000 }))
  const buyer = { email: 'anna@example.org', name: 'Anna', currency: 'EUR', provider }
  const totalMinor = 4000 * slugs.length
  const wish = NewPurchase.parse({ lines, totalMinor, ...buyer, ...(address && { address }) })
  const begun = await checkOut(ctx, wish)
  const url = await beginPayment(ctx, begun, wish)
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, begun.paymentId))
  return { ...begun, url, ref: payment?.ref ?? '', provider }
}

// The same, and it is paid. Gives the orders of it.
export async function aSale(world: World, slugs: string[], provider: ProviderName = 'stripe') {
  const ctx = world.ctx({ kind: 'job', name: 'test' })
  const bought = await aPurchase(world, slugs, provider)
  world.sandbox.does.pay(bought.ref)
  await settlePayment(ctx, bought)
  return { ...bought, sold: await ctx.db.select().from(orders).where(eq(orders.purchaseId, bought.id)) }
}

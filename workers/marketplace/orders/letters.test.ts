import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { claims } from '#db/schema/marketplace/claims.ts'
import { orders, purchases, refunds } from '#db/schema/marketplace/orders.ts'
import { notices } from '#db/schema/notifications.ts'
import { aListing, aPurchase, aSale } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { marketKinds } from '#workers/notifications/kinds/market.ts'
import { plain } from '#workers/notifications/kinds/words.ts'
import { receiveOrder } from './handing.ts'
import type { OrderWay } from './inputs.ts'
import { payBack, sendRefund } from './refunding.ts'
import { settlePayment } from './settling.ts'
import { trackPurchase } from './tracking.ts'

let world: World
let maker: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world)
})

const ctx = () => world.ctx({ kind: 'job', name: 'test' })
const toAnna = () => world.letters.filter(({ to }) => to === 'anna@example.org').map(({ text }) => text)

const aLesson = { kind: 'lesson', copies: 4, lengthMinutes: 50, pickup: '', place: 'By video' }
const OFFERS: Record<OrderWay, () => Promise<string[]>> = {
  sent: async () => [await aListing(maker, { pickup: '', zones: [{ zone: 'NL', price: '0' }] })],
  fetched: async () => [await aListing(maker, { pickup: 'The shed behind the church' })],
  taught: async () => [await aListing(maker, aLesson)],
  wired: async () => [await aListing(maker, { kind: 'digital', files: [await aFile(world, maker)], pickup: '' })],
  both: async () => [await aListing(maker), await aListing(maker, aLesson)],
}

async function aPaid(way: OrderWay) {
  const bought = await aPurchase(world, await OFFERS[way](), 'stripe', way === 'sent' ? ADDRESS : undefined)
  world.sandbox.does.pay(bought.ref)
  await settlePayment(ctx(), bought)
  await world.settle()
  return bought
}

const ADDRESS = { name: 'Anna', lines: ['Long Street 1'], city: 'Delft', country: 'NL' }

describe('a letter that thanks for paying', () => {
  it.each<[OrderWay, string]>([
    ['sent', 'You hear when it is on its way.'],
    ['fetched', 'A bowl is to be fetched here: The shed behind the church.'],
    ['taught', 'on a day you agree on, 50 minutes, By video.'],
    ['wired', 'Your files are on the page of your order'],
    ['both', 'expects you for the lesson'],
  ])('says what comes next of what is %s, and nothing else', async (way, says) => {
    await aPaid(way)
    const [letter, ...more] = toAnna()
    expect(more).toEqual([])
    expect(letter).toContain(says)
    expect(letter?.includes('on its way')).toBe(way === 'sent')
    expect(letter?.includes('Your teacher')).toBe(way === 'taught')
  })
})

describe('whoever sold it', () => {
  it.each<[OrderWay, string]>([
    ['fetched', 'Anna has A bowl in their hands'],
    ['taught', 'Anna says that A bowl took place'],
    ['both', 'Anna has A bowl, A bowl, and all of it is done'],
  ])('hears in its own words that what is %s reached its buyer', async (way, says) => {
    const { link } = await aPaid(way)
    const [order] = (await trackPurchase(ctx(), link)).orders
    expect(order?.way).toBe(way)
    await receiveOrder(ctx(), link, order?.number ?? 0)
    await world.settle()
    const [told] = await ctx().db.select().from(notices).where(sql`kind = 'order-arrived'`)
    const data = z.record(z.string(), z.string()).parse(told?.data)
    expect(plain(marketKinds['order-arrived'].says({ who: [], people: 0, count: 1, data }))).toBe(says)
    expect(marketKinds['order-arrived'].adds(data)).not.toContain('post')
  })

  it('knows that it was sent, also when its address is forgotten', async () => {
    const { link } = await aPaid('sent')
    await ctx().db.execute(sql`update orders set state = 'on-its-way', sent_at = now()`)
    await ctx().db.update(purchases).set({ address: null })
    expect((await trackPurchase(ctx(), link)).orders).toMatchObject([{ way: 'sent' }])
  })
})

describe('money that should have come back to its buyer, and did not', () => {
  const aboutIt = () => toAnna().filter((text) => text.includes('should have come back'))

  it('is written about once: how much, that the order stands, and who goes on with it', async () => {
    const sale = await aSale(world, [await aListing(maker)])
    await sendRefund(ctx(), await payBack(maker.ctx, { id: sale.sold[0]?.id ?? '', minor: 1250, reason: 'A chip.' }))
    const [made] = Object.values(world.sandbox.shelf.stripe.refunds)
    world.sandbox.does.finishRefund(made?.id ?? '', false)
    for (let n = 0; n < 2; n++) await settlePayment(ctx(), sale)
    await world.settle()
    const [letter, ...more] = aboutIt()
    expect(more).toEqual([])
    const [order] = await ctx().db.select().from(orders)
    expect(letter).toContain(`Hello Anna. €12.50 of your order ${order?.number} should have come back to you`)
    expect(letter).toContain('Your order stands as it did before.')
    expect(letter).toContain(`/order?key=${sale.link}`)
  })

  it('is nobody’s order where it was paid too late: whoever keeps the books goes on with it', async () => {
    const slug = await aListing(maker)
    const late = await aPurchase(world, [slug])
    await ctx().db.update(claims).set({ until: sql`now() - interval '1 second'` })
    await aSale(world, [slug])
    world.sandbox.does.pay(late.ref)
    await settlePayment(ctx(), late)
    await sendRefund(ctx(), { id: (await ctx().db.select().from(refunds))[0]?.id ?? '' })
    const made = Object.values(world.sandbox.shelf.stripe.refunds).at(-1)
    world.sandbox.does.finishRefund(made?.id ?? '', false)
    await settlePayment(ctx(), late)
    await world.settle()
    expect(aboutIt()).toEqual([expect.stringContaining('€40 of what you paid should have come back to you')])
  })
})

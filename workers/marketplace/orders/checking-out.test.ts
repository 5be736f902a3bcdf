import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { constraintOf } from '#db/patience.ts'
import { claims } from '#db/schema/marketplace/claims.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { liftSuspension, suspend } from '#workers/accounts/suspensions/suspensions.ts'
import { aListing, idOfListing } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { showBasket } from '../basket/showing.ts'
import { type MarketPage, MarketSearch } from '../listings/inputs.ts'
import { findListing, searchMarket } from '../listings/market.ts'
import { withdraw } from '../listings/selling.ts'
import { checkOut } from './checking-out.ts'
import { NewPurchase } from './inputs.ts'

let world: World
let maker: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world, { handle: 'imke' })
})

type Line = { slug: string; quantity?: number; priceMinor?: number }

const buy = (lines: Line[], more: Partial<NewPurchase> = {}, ctx = world.ctx()) => {
  const asked = lines.map((line) => ({ quantity: 1, priceMinor: 4000, ...line }))
  const totalMinor = asked.reduce((all, { quantity, priceMinor }) => all + quantity * priceMinor, 0)
  const buyer = { email: 'anna@example.org', name: 'Anna', provider: 'stripe', currency: 'EUR' }
  return checkOut(ctx, NewPurchase.parse({ lines: asked, totalMinor, ...buyer, ...more }))
}
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'bought',
    ({ status, code }) => `${status} ${code}`,
  )
const marketOf = async (handle: string) => {
  const page: MarketPage = JSON.parse(await searchMarket(world.ctx(), MarketSearch.parse({ maker: handle })))
  return page.listings.map(({ slug }) => slug)
}
const suspendTheMaker = async () => {
  const admin = await aMember(world, { handle: 'rosa', roles: ['admin'] })
  await suspend(admin.ctx, 'imke', { reason: 'They sold what others made.' })
  return admin
}
const countOf = async (table: typeof claims | typeof orders | typeof payments | typeof purchases) =>
  (await world.ctx().db.select({ id: table.id }).from(table)).length
const numbers = async () =>
  (await world.ctx().db.select({ number: claims.number, state: claims.state }).from(claims).orderBy(claims.number)).map(
    ({ number, state }) => `${number} ${state}`,
  )

describe('somebody who buys', () => {
  it('claims the piece for a while, in one round trip to read and one to write', async () => {
    const slug = await aListing(maker)
    const ctx = world.ctx()
    const bought = await buy([{ slug }], {}, ctx)
    expect(ctx.spent.trips).toBe(2)
    expect(bought.state).toBe('paying')
    expect(bought.until.getTime() - Date.now()).toBeGreaterThan(30 * 60_000)
    expect(await numbers()).toEqual(['1 held'])
    const [order] = await world.ctx().db.select().from(orders)
    expect(order).toMatchObject({
      sellerId: maker.id,
      state: 'waiting',
      totalMinor: 4000,
      platformFeeMinor: 200,
      number: 1001,
    })
    expect(await world.ctx().db.select().from(payments)).toMatchObject([
      { id: bought.paymentId, state: 'beginning', askedMinor: 4000 },
    ])
  })

  it('I5 B70 is the only one: the next one hears that it is gone, and nothing of theirs stays', async () => {
    const slug = await aListing(maker)
    await buy([{ slug }])
    expect(await refusalOf(buy([{ slug }]))).toBe('409 sold')
    expect([await countOf(purchases), await countOf(orders), await countOf(claims)]).toEqual([1, 1, 1])
  })

  it.each([
    ['its work is shown to members only', () => world.ctx().db.update(projects).set({ visibility: 'members' })],
    ['its maker waits for a guardian', () => world.ctx().db.update(members).set({ standing: 'waiting' })],
  ])('gets nothing that hangs in no market, also with its name from before: %s', async (_, hide) => {
    const slug = await aListing(maker)
    await hide()
    expect(await refusalOf(buy([{ slug }]))).toBe('422 validation_failed')
    const { shelves, gone } = await showBasket(world.ctx(), [{ slug, quantity: 1, priceMinor: 4000 }], undefined)
    expect([shelves, gone]).toMatchObject([[], [{ slug }]])
    expect(await countOf(purchases)).toBe(0)
  })

  it.each([
    ['its work was hidden', () => world.ctx().db.update(projects).set({ visibility: 'members' })],
    ['its maker was suspended', () => suspendTheMaker()],
    ['it was taken down', () => world.ctx().db.update(listings).set({ state: 'withdrawn' })],
  ])('gets nothing, also where %s after they were told the price', async (_, hide) => {
    const slug = await aListing(maker, { kind: 'edition', copies: 3 })
    await buy([{ slug }])
    const takeOneMore = () =>
      world.ctx().db.execute(sql`
        insert into order_lines (id, order_id, listing_id, kind, title, quantity, unit_minor, returns)
        select gen_random_uuid(), order_id, listing_id, kind, title, 1, unit_minor, returns from order_lines limit 1`)
    await takeOneMore()
    await hide()
    const refused = await takeOneMore().catch(constraintOf)
    expect(refused).toBe('listings_are_listed')
    expect(await numbers()).toEqual(['1 held', '2 held'])
  })

  it('gets nothing of a maker who is suspended, and everything once they are back', async () => {
    const slug = await aListing(maker)
    const admin = await suspendTheMaker()
    expect(await refusalOf(buy([{ slug }]))).toBe('422 validation_failed')
    expect(await marketOf('imke')).toEqual([])
    expect(await refusalOf(findListing(world.ctx(), { slug }))).toBe('404 not_found')
    await liftSuspension(admin.ctx, 'imke')
    expect(await marketOf('imke')).toEqual([slug])
    await buy([{ slug }])
    expect(await numbers()).toEqual(['1 held'])
  })

  it('gets all of the basket, or none of it', async () => {
    const [one, other] = [await aListing(maker), await aListing(maker, { kind: 'edition', copies: 3 })]
    await buy([{ slug: one }])
    expect(await refusalOf(buy([{ slug: other }, { slug: one }]))).toBe('409 sold')
    expect(await numbers()).toEqual(['1 held'])
  })

  it('has one order with each maker', async () => {
    const idrissa = await aMember(world, { handle: 'idrissa' })
    const lines = [{ slug: await aListing(maker) }, { slug: await aListing(idrissa) }, { slug: await aListing(maker) }]
    await buy(lines)
    const sold = await world.ctx().db.select().from(orders).orderBy(orders.totalMinor)
    expect(sold.map(({ sellerId, totalMinor }) => [sellerId, totalMinor])).toEqual([
      [idrissa.id, 4000],
      [maker.id, 8000],
    ])
  })

  it('gets numbers of an edition until there is none', async () => {
    const slug = await aListing(maker, { kind: 'edition', copies: 3 })
    await buy([{ slug, quantity: 2 }])
    expect(await refusalOf(buy([{ slug, quantity: 2 }]))).toBe('409 sold')
    await buy([{ slug }])
    expect(await numbers()).toEqual(['1 held', '2 held', '3 held'])
    expect((await world.ctx().db.select().from(listings))[0]?.taken).toBe(3)
  })

  it('F28 finds free what nobody paid for in time, by the clock of the database', async () => {
    const slug = await aListing(maker)
    await buy([{ slug }])
    await world.ctx().db.update(claims).set({ until: sql`now() - interval '1 second'` })
    await buy([{ slug }])
    expect((await numbers()).sort()).toEqual(['1 held', '1 let-go'])
  })

  it('never runs out of files', async () => {
    const slug = await aListing(maker, { kind: 'digital', files: [await aFile(world, maker)] })
    for (let n = 0; n < 3; n++) await buy([{ slug, quantity: 5 }])
    expect(await countOf(claims)).toBe(0)
  })
})

describe('B69 B70 what cannot be bought like this', () => {
  it.each([
    ['another price', { priceMinor: 3999 }, {}, '409 price_changed'],
    ['more than it costs', { priceMinor: 4001 }, {}, '409 price_changed'],
    ['another total', {}, { totalMinor: 1 }, '409 price_changed'],
    ['another currency', {}, { currency: 'USD' }, '422 validation_failed'],
  ] as const)('is refused for %s, and changes nothing', async (_, line, more, says) => {
    const slug = await aListing(maker)
    expect(await refusalOf(buy([{ slug, ...line }], more))).toBe(says)
    expect(await countOf(purchases)).toBe(0)
  })

  it('is one’s own work', async () => {
    const slug = await aListing(maker)
    expect(await refusalOf(buy([{ slug }], {}, maker.ctx))).toBe('403 own_work')
  })

  it('is what was taken down', async () => {
    const slug = await aListing(maker)
    await withdraw(maker.ctx, { id: await idOfListing(maker, slug) })
    expect(await refusalOf(buy([{ slug }]))).toBe('422 validation_failed')
  })

  it('is what is not sent there', async () => {
    const slug = await aListing(maker, { pickup: '', zones: [{ zone: 'NL', price: '6' }] })
    const address = { name: 'Anna', lines: ['Long Street 1'], postcode: '1', city: 'Nairobi', country: 'KE' }
    expect(await refusalOf(buy([{ slug }], { address }))).toBe('422 validation_failed')
    expect(await refusalOf(buy([{ slug }]))).toBe('422 validation_failed')
    await buy([{ slug }], { address: { ...address, country: 'NL' }, totalMinor: 4600 })
    expect(await countOf(purchases)).toBe(1)
  })

  it('takes as much as somebody likes to give, where its maker says so', async () => {
    const slug = await aListing(maker, { payMore: true })
    expect(await refusalOf(buy([{ slug, priceMinor: 3999 }]))).toBe('409 price_changed')
    await buy([{ slug, priceMinor: 9000 }])
    expect(await countOf(purchases)).toBe(1)
  })
})

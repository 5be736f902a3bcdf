import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claims } from '#db/schema/marketplace/claims.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orderLines, orders } from '#db/schema/marketplace/orders.ts'
import { aListing, aSale, idOfListing } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { showBasket } from '../basket/showing.ts'
import { checkOut } from '../orders/checking-out.ts'
import { NewPurchase } from '../orders/inputs.ts'
import { changeListing, readOwnListing } from './changing.ts'
import { ListingChange } from './offers.ts'
import { withdraw } from './selling.ts'

let world: World
let maker: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world)
})

const change = async (slug: string, more: object = {}, by = maker) => {
  const asked = { version: 1, kind: 'original', currency: 'EUR', price: '45', pickup: 'The workshop', ...more }
  return changeListing(by.ctx, { id: await idOfListing(maker, slug) }, ListingChange.parse(asked))
}
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'changed',
    ({ status, code, issues }) => `${status} ${issues?.[0]?.path ?? code}`,
  )
const edition = { kind: 'edition', copies: 10 }
const buy = (slug: string, priceMinor: number, quantity = 1) => {
  const lines = [{ slug, quantity, priceMinor }]
  const buyer = { email: 'anna@example.org', name: 'Anna', provider: 'stripe', currency: 'EUR' }
  return checkOut(world.ctx(), NewPurchase.parse({ lines, totalMinor: priceMinor * quantity, ...buyer }))
}

describe('what is offered', () => {
  it('is offered as its maker says now', async () => {
    const slug = await aListing(maker, {
      zones: [
        { zone: 'DE', price: '6' },
        { zone: 'FR', price: '9', more: '1' },
      ],
    })
    const zones = [
      { zone: 'FR', price: '8', more: '2', days: 3 },
      { zone: 'world', price: '20' },
    ]
    await change(slug, {
      title: 'A wide bowl',
      words: 'Ash.',
      payMore: true,
      readyInDays: 3,
      returns: '30-days',
      zones,
    })
    expect(await readOwnListing(maker.ctx, { slug })).toMatchObject({
      version: 2,
      title: 'A wide bowl',
      words: 'Ash.',
      priceMinor: 4500,
      payMore: true,
      readyInDays: 3,
      returns: '30-days',
      copies: 1,
      zones: [
        { zone: 'FR', priceMinor: 800, moreMinor: 200, days: 3 },
        { zone: 'world', priceMinor: 2000, moreMinor: 0, days: 5 },
      ],
    })
    await change(slug, { version: 2, title: '' })
    expect(await readOwnListing(maker.ctx, { slug })).toMatchObject({ title: 'A bowl', zones: [] })
  })

  it('is changed by its maker alone', async () => {
    const slug = await aListing(maker)
    const stranger = await aMember(world, { roles: ['participant', 'admin'] })
    expect(await refusalOf(change(slug, {}, stranger))).toBe('404 not_found')
    await expect(readOwnListing(stranger.ctx, { slug })).rejects.toMatchObject({ status: 404 })
  })

  it('tells the second of two tabs, which may have it its way after looking', async () => {
    const slug = await aListing(maker)
    await change(slug, { price: '50' })
    expect(await refusalOf(change(slug, { price: '60' }))).toBe('409 changed_meanwhile')
    await change(slug, { version: 2, price: '60' })
    expect(await readOwnListing(maker.ctx, { slug })).toMatchObject({ priceMinor: 6000, version: 3 })
  })

  it.each([
    ['what no parcel costs', 'zones.0.price', { zones: [{ zone: 'DE', price: '100000.01' }] }],
    ['what no further piece costs', 'zones.0.more', { zones: [{ zone: 'DE', price: '1', more: '100000.01' }] }],
    ['a version beyond all counting', 'version', { version: 2 ** 31 }],
  ])('is not offered with %s', async (_, field, asked) => {
    const id = await idOfListing(maker, await aListing(maker))
    const offer = { version: 1, kind: 'original', currency: 'EUR', price: '45', ...asked }
    const answer = await maker.send('PUT', `/api/marketplace/listings/${id}`, offer)
    expect(await answer.json()).toMatchObject({ status: 422, issues: [{ path: field }] })
  })

  it('stays what it is, in its currency, with its files', async () => {
    const slug = await aListing(maker, { kind: 'digital', files: [await aFile(world, maker)] })
    expect(await refusalOf(change(slug))).toBe('409 stays')
    expect(await refusalOf(change(slug, { kind: 'digital', currency: 'GBP' }))).toBe('409 stays')
    await change(slug, { kind: 'digital', copies: 4 })
    expect(await readOwnListing(maker.ctx, { slug })).toMatchObject({ copies: null, priceMinor: 4500 })
  })

  it('B69 costs what the buyer saw, or nothing is bought; a basket says what changed', async () => {
    const slug = await aListing(maker, { zones: [{ zone: 'DE', price: '6' }] })
    await change(slug)
    expect(await refusalOf(buy(slug, 4000))).toBe('409 price_changed')
    expect((await showBasket(world.ctx(), [{ slug, quantity: 1, priceMinor: 4000 }], undefined)).changed).toEqual([
      'A bowl',
    ])
    expect(await world.ctx().db.select().from(orders)).toEqual([])
    await buy(slug, 4500)
  })
})

describe('what somebody bought', () => {
  it('keeps the price, the name and the promise it was bought with', async () => {
    const slug = await aListing(maker, { ...edition, title: 'One of ten', returns: '30-days', readyInDays: 4 })
    await aSale(world, [slug])
    await change(slug, { ...edition, title: 'A print', price: '80', returns: 'none', readyInDays: 9 })
    expect(await world.ctx().db.select().from(orderLines)).toMatchObject([
      { title: 'One of ten', unitMinor: 4000, returns: '30-days', readyInDays: 4 },
    ])
  })

  it('I5 stays one of as many: never fewer than were taken, and an edition never grows', async () => {
    const slug = await aListing(maker, edition)
    await buy(slug, 4000, 3)
    expect(await refusalOf(change(slug, { ...edition, copies: 2 }))).toBe('422 copies')
    expect(await refusalOf(change(slug, { ...edition, copies: 11 }))).toBe('422 copies')
    const { db } = world.ctx()
    const taken = await db.select({ id: claims.id }).from(claims).orderBy(claims.number)
    await db.execute(`update claims set state = 'let-go' where id = '${taken[0]?.id}'`)
    expect(await refusalOf(change(slug, { ...edition, copies: 2 }))).toBe('422 copies')
    await change(slug, { ...edition, copies: 3 })
    expect((await db.select().from(listings))[0]).toMatchObject({ copies: 3, taken: 2 })
  })

  it('is not for its maker to change: an original that is taken, what is sold out, what was taken down', async () => {
    const slug = await aListing(maker)
    await buy(slug, 4000)
    expect(await refusalOf(change(slug))).toBe('409 sold')
    const other = await aListing(maker)
    await withdraw(maker.ctx, { id: await idOfListing(maker, other) })
    expect(await refusalOf(change(other))).toBe('409 withdrawn')
    const bench = await aListing(maker, { kind: 'made-to-order', copies: 1 })
    await buy(bench, 4000)
    await change(bench, { kind: 'made-to-order', copies: 2 })
    await buy(bench, 4500)
  })
})

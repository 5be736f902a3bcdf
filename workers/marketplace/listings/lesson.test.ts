import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listings } from '#db/schema/marketplace/listings.ts'
import { members } from '#db/schema/people.ts'
import { aListing, aSale, idOfListing } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { showBasket } from '../basket/showing.ts'
import { checkOut } from '../orders/checking-out.ts'
import { NewPurchase } from '../orders/inputs.ts'
import { readSold } from '../orders/sold.ts'
import { changeListing } from './changing.ts'
import { lessonInWords } from './lesson.ts'
import { findListing, searchMarket } from './market.ts'
import { ListingChange } from './offers.ts'

let world: World
let teacher: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  teacher = await aMember(world)
  await world.ctx().db.update(members).set({ timeZone: 'Europe/Madrid' })
})

const DAY = '2999-03-06T18:00'
const aLesson = (more: object = {}) =>
  aListing(teacher, {
    kind: 'lesson',
    copies: 4,
    lengthMinutes: 50,
    pickup: '',
    startsAt: DAY,
    place: 'By video',
    ...more,
  })
const change = async (slug: string, more: object = {}) => {
  const asked = { version: 1, kind: 'lesson', currency: 'EUR', price: '40', copies: 4, lengthMinutes: 50, ...more }
  return changeListing(teacher.ctx, { id: await idOfListing(teacher, slug) }, ListingChange.parse(asked))
}
const begins = (when: string) =>
  world
    .ctx()
    .db.update(listings)
    .set({ startsAt: sql.raw(`now() + interval '${when}'`) })
const offered = async () => JSON.parse(await searchMarket(world.ctx(), {})).listings.length
const buy = (slug: string) => {
  const buyer = { email: 'anna@example.org', name: 'Anna', provider: 'stripe', currency: 'EUR' }
  const lines = [{ slug, quantity: 1, priceMinor: 4000 }]
  return checkOut(world.ctx(), NewPurchase.parse({ lines, totalMinor: 4000, ...buyer }))
}

describe('a lesson', () => {
  it('is on a day, on the clock of its teacher', async () => {
    const slug = await aLesson()
    const { lesson, isAhead } = await findListing(world.ctx(), { slug })
    expect(lesson).toMatchObject({ lengthMinutes: 50, place: 'By video', timeZone: 'Europe/Madrid' })
    expect(new Date(lesson?.startsAt ?? '').toISOString()).toBe('2999-03-06T17:00:00.000Z')
    expect(isAhead).toBe(true)
    expect(lesson && lessonInWords(lesson)).toBe('Wed, 6 Mar 2999, 18:00 in Madrid, 50 minutes, By video')
  })

  it('or on one that the two agree on', async () => {
    const { lesson } = await findListing(world.ctx(), { slug: await aLesson({ startsAt: '', place: '' }) })
    expect(lesson && lessonInWords(lesson)).toBe('on a day you agree on, 50 minutes')
  })

  it('is never offered for a day that is over, and nothing else has a day', async () => {
    await expect(aLesson({ startsAt: '2020-03-06T18:00' })).rejects.toMatchObject({ issues: [{ path: 'startsAt' }] })
    const bowl = await aListing(teacher, { startsAt: DAY, place: 'Here' })
    expect((await findListing(world.ctx(), { slug: bowl })).lesson).toBeNull()
  })

  it('is not sold once it began: not in the market, not in a basket, not at the till', async () => {
    const slug = await aLesson()
    await begins('1 second')
    expect([
      await offered(),
      (await showBasket(world.ctx(), [{ slug, quantity: 1, priceMinor: 4000 }], undefined)).gone,
    ]).toEqual([1, []])
    await begins('-1 second')
    expect(await offered()).toBe(0)
    const kept = { slug, quantity: 1, priceMinor: 4000 }
    expect((await showBasket(world.ctx(), [kept], undefined)).gone).toEqual([kept])
    await expect(buy(slug)).rejects.toMatchObject({ issues: [{ path: 'lines.0.slug' }] })
    expect((await findListing(world.ctx(), { slug })).isAhead).toBe(false)
  })

  it('keeps the day that somebody bought, who reads it in their letter and on their order', async () => {
    const slug = await aLesson()
    await change(slug, { startsAt: '2999-03-07T18:00', place: 'By video' })
    await aSale(world, [slug])
    for (const other of [
      { startsAt: DAY, place: 'By video' },
      { startsAt: '2999-03-07T18:00', place: 'Elsewhere' },
    ])
      await expect(change(slug, { version: 2, ...other })).rejects.toMatchObject({ issues: [{ path: 'startsAt' }] })
    await change(slug, { version: 2, startsAt: '2999-03-07T18:00', place: 'By video', price: '50' })
    const { orders } = JSON.parse(await readSold(teacher.ctx, {}))
    expect(orders[0].lines[0].lesson).toMatchObject({ place: 'By video', timeZone: 'Europe/Madrid' })
    await world.settle()
    const letter = world.letters.find(({ to }) => to === 'anna@example.org')
    expect(letter?.text).toContain('A bowl: Thu, 7 Mar 2999, 18:00 in Madrid, 50 minutes, By video.')
  })
})

import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tries } from '#db/schema/accounts/tries.ts'
import { claims } from '#db/schema/marketplace/claims.ts'
import { purchases } from '#db/schema/marketplace/orders.ts'
import { aListing, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { checkOut } from './checking-out.ts'
import { NewPurchase } from './inputs.ts'
import { letGoOfWhatRanOut } from './letting-go.ts'

let world: World
let maker: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world)
})

const from = (network: string) => ({ ...world.ctx(), visit: { ...world.ctx().visit, network } })

const hold = (slug: string, ctx = from('192.0.2.7'), quantity = 1) =>
  checkOut(
    ctx,
    NewPurchase.parse({
      lines: [{ slug, quantity, priceMinor: 4000 }],
      ...{ totalMinor: 4000 * quantity, currency: 'EUR', provider: 'stripe', email: 'anna@example.org', name: 'Anna' },
    }),
  )
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'held',
    ({ code }) => code,
  )
const timePasses = async () => {
  const past = { until: sql`now() - interval '1 second'` }
  await world.ctx().db.update(purchases).set(past)
  await world.ctx().db.update(claims).set(past)
}
const holdAndWait = async (slug: string, ctx = from('192.0.2.7')) => {
  const code = await codeOf(hold(slug, ctx))
  await timePasses()
  return code
}

describe('somebody who holds an original and does not pay', () => {
  it('B70 may do so twice within a day; then it is there for others, and they hear why', async () => {
    const slug = await aListing(maker)
    expect([await holdAndWait(slug), await holdAndWait(slug)]).toEqual(['held', 'held'])
    await letGoOfWhatRanOut(world.ctx())
    await expect(hold(slug)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('twice') })
    expect(await world.ctx().db.select().from(purchases)).toHaveLength(2)
    expect(await codeOf(hold(slug, from('192.0.2.8')))).toBe('held')
  })

  it('gains nothing by being quicker than the minute in which it is let go', async () => {
    const slug = await aListing(maker)
    expect([await holdAndWait(slug), await holdAndWait(slug), await holdAndWait(slug)]).toEqual([
      'held',
      'held',
      'held_twice',
    ])
  })

  it('may hold it again after a day', async () => {
    const slug = await aListing(maker)
    await holdAndWait(slug)
    await holdAndWait(slug)
    await world.ctx().db.update(tries).set({ since: sql`now() - interval '25 hours'` })
    expect([await holdAndWait(slug), await holdAndWait(slug), await codeOf(hold(slug))]).toEqual([
      'held',
      'held',
      'held_twice',
    ])
  })

  it('is known as a member wherever they are', async () => {
    const slug = await aListing(maker)
    const { ctx } = await aMember(world)
    const at = (network: string) => ({ ...ctx, visit: { ...ctx.visit, network } })
    await holdAndWait(slug, at('192.0.2.1'))
    await holdAndWait(slug, at('192.0.2.2'))
    expect(await codeOf(hold(slug, at('192.0.2.3')))).toBe('held_twice')
    expect(await codeOf(hold(slug, from('192.0.2.3')))).toBe('held')
  })

  it('is led to the same purchase where the same request comes once more', async () => {
    const slug = await aListing(maker)
    await holdAndWait(slug)
    const once = { ...from('192.0.2.7'), once: { key: 'a-key-of-theirs', fingerprint: 'the same' } }
    const { id } = await hold(slug, once)
    for (let n = 0; n < 3; n++) expect((await hold(slug, once)).id).toBe(id)
  })
})

describe('what is left for others', () => {
  it('is not counted: a class may buy prints one by one', async () => {
    const slug = await aListing(maker, { kind: 'edition', copies: 6 })
    for (let n = 0; n < 5; n++) await aSale(world, [slug])
    expect(await world.ctx().db.select().from(tries)).toEqual([])
    expect([await holdAndWait(slug), await holdAndWait(slug), await codeOf(hold(slug))]).toEqual([
      'held',
      'held',
      'held_twice',
    ])
  })

  it('is counted where all of it is taken at once', async () => {
    const slug = await aListing(maker, { kind: 'edition', copies: 3 })
    for (let n = 0; n < 2; n++) {
      await hold(slug, undefined, 3)
      await timePasses()
    }
    expect(await codeOf(hold(slug, undefined, 3))).toBe('held_twice')
    expect(await codeOf(hold(slug, from('192.0.2.8'), 3))).toBe('held')
  })
})

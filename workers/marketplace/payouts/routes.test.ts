import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holds, payouts } from '#db/schema/marketplace/payouts.ts'
import { asking, brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { aListing, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'

let world: World
let maker: Somebody
let other: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  ;[maker, other] = [await aMember(world), await aMember(world)]
})

const read = async (who: Somebody, path: string) => (await who.request(`/api/money/${path}`)).json()
const ask = (wish: object = { currency: 'EUR' }, key: string = crypto.randomUUID()) =>
  maker.request('/api/money/payouts', post(wish, { 'Idempotency-Key': key }))

async function aSaleToTakeOut() {
  await aSale(world, [await aListing(maker)])
  await world.ctx().db.update(holds).set({ liftedAt: new Date() })
}

describe('payouts through the API', () => {
  it('say where the money goes, what is on its way, and nothing to anybody else', async () => {
    expect(await read(maker, 'account')).toEqual({ account: null })
    await aSaleToTakeOut()
    expect(await read(maker, 'account')).toMatchObject({ account: { way: 'by-hand', isReady: true, missing: [] } })
    const asked = await ask({ currency: 'EUR', minor: 1500 })
    expect(asked.status).toBe(201)
    const { id }: { id: string } = await asked.json()
    expect(await read(maker, 'payouts')).toMatchObject({ payouts: [{ id, minor: 1500, state: 'asked' }] })
    expect([await read(other, 'payouts'), await read(other, 'account')]).toEqual([{ payouts: [] }, { account: null }])
    expect(await brokenInvariants(asking(world.ctx().db))).toEqual({})
  })

  it('B72 leave once for an Idempotency-Key, and one at a time', async () => {
    await aSaleToTakeOut()
    const tries = [
      await ask({ currency: 'EUR', minor: 1000 }, 'once-for-all'),
      await ask({ currency: 'EUR', minor: 1000 }, 'once-for-all'),
    ]
    const [first, again] = await Promise.all(tries.map((answer): Promise<unknown> => answer.json()))
    expect(again).toEqual(first)
    expect((await ask({ currency: 'EUR', minor: 1000 })).status).toBe(409)
    expect(await world.ctx().db.select().from(payouts)).toHaveLength(1)
    expect(await brokenInvariants(asking(world.ctx().db))).toEqual({})
  })

  it('are refused in words: more than there is, too little, and without an account', async () => {
    expect(await (await ask()).json()).toMatchObject({ status: 409, code: 'no_payout_account' })
    await aSaleToTakeOut()
    expect(await (await ask({ currency: 'EUR', minor: 1 })).json()).toMatchObject({ code: 'below_minimum' })
    expect((await ask({ currency: 'EUR', minor: 999_999 })).status).toBe(409)
    expect((await ask({ currency: 'EUR', minor: -1 })).status).toBe(422)
    expect(await world.ctx().db.select().from(payouts)).toEqual([])
  })
})

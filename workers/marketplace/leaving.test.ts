import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { purchases } from '#db/schema/marketplace/orders.ts'
import { aListing, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readStillOpen } from './leaving.ts'
import { handOverOrder } from './orders/handing.ts'

let world: World
let maker: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world)
})

describe('somebody who wants to leave', () => {
  it('hears of money that is theirs and of what waits to be sent, until nothing is open', async () => {
    expect(await readStillOpen(maker.ctx)).toEqual({ money: [], toSend: 0, awaited: 0 })
    const { sold } = await aSale(world, [await aListing(maker)])
    const { money, toSend } = await readStillOpen(maker.ctx)
    expect(money).toEqual([{ minor: expect.any(Number), currency: 'EUR' }])
    expect(toSend).toBe(1)
    await handOverOrder(maker.ctx, { id: sold[0]?.id ?? '' })
    expect(await readStillOpen(maker.ctx)).toEqual({ money, toSend: 0, awaited: 0 })
  })

  it('hears of what they bought, as long as it has not arrived, and of nobody else’s', async () => {
    const buyer = await aMember(world)
    const { id, sold } = await aSale(world, [await aListing(maker)])
    await buyer.ctx.db.update(purchases).set({ memberId: buyer.id }).where(eq(purchases.id, id))
    expect(await readStillOpen(buyer.ctx)).toEqual({ money: [], toSend: 0, awaited: 1 })
    await handOverOrder(maker.ctx, { id: sold[0]?.id ?? '' })
    expect(await readStillOpen(buyer.ctx)).toEqual({ money: [], toSend: 0, awaited: 0 })
  })
})

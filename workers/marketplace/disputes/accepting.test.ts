import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alerts } from '#db/schema/jobs.ts'
import { disputes, orders } from '#db/schema/marketplace/orders.ts'
import { notices } from '#db/schema/notifications.ts'
import { asking, brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { aDispute, aListing, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { disputesIn } from '#workers/local/sandbox/disputes.ts'
import { forgetWhatWaited, shopForgotten } from '../orders/member-data.ts'
import { settlePayment } from '../orders/settling.ts'
import { findSold } from '../orders/sold.ts'
import { acceptDispute, acceptForMakers } from './accepting.ts'
import { answerDispute } from './answering.ts'
import { handInAnswer, handInWhatWaits } from './handing-in.ts'

let world: World
let maker: Somebody
let other: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  world.sandbox.shelf.faults.length = 0
  ;[maker, other] = [await aMember(world), await aMember(world)]
})

const ctx = () => world.ctx({ kind: 'job', name: 'test' })
const ANSWER = { words: 'It hangs in her hall; she wrote so on Monday.', carrier: '', tracking: '' }
const statusOf = (ref: string) => disputesIn(world.sandbox.shelf).find(({ id }) => id === ref)
const noticesTo = async ({ id }: Somebody) =>
  (await ctx().db.select({ kind: notices.kind }).from(notices).where(sql`member_id = ${id} and kind like 'dispute%'`))
    .map(({ kind }) => kind)
    .sort()
const earned = async (): Promise<number> =>
  (
    await ctx().db.execute(sql`select coalesce(sum(balance_minor), 0)::int as minor from ledger_accounts
    where kind in ('seller_payable', 'seller_owes')`)
  ).rows[0].minor
const aWhileAgo = () => ctx().db.update(disputes).set({ answeredAt: sql`now() - interval '11 minutes'` })

async function aDisputed(provider: 'stripe' | 'paypal' = 'stripe', makers = [maker]) {
  const slugs: string[] = []
  for (const one of makers) slugs.push(await aListing(one))
  const sale = await aSale(world, slugs, provider)
  const order = sale.sold.find(({ sellerId }) => sellerId === maker.id) ?? expect.unreachable()
  return { ...sale, order, typed: { number: String(order.number) }, dispute: await aDispute(world, sale) }
}

describe.each(['stripe', 'paypal'] as const)('a dispute through %s that is accepted', (provider) => {
  it('is lost as soon as the payment service knows: the buyer has the money, and the books say so', async () => {
    const { order, typed, dispute } = await aDisputed(provider)
    expect(await acceptDispute(maker.ctx, order, typed)).toMatchObject({ state: 'answered' })
    await expect(acceptDispute(maker.ctx, order, typed)).rejects.toMatchObject({ status: 409 })
    await expect(answerDispute(maker.ctx, order, ANSWER)).rejects.toMatchObject({ status: 409 })
    await world.settle()
    expect(statusOf(dispute)?.status).toMatch(/^(lost|RESOLVED)$/)
    expect((await findSold(maker.ctx, order)).disputes).toMatchObject([
      { state: 'lost', isAccepted: true, answer: null },
    ])
    expect(await noticesTo(maker)).toEqual(['dispute-lost', 'disputed'])
    expect(await earned()).toBe(0)
    expect(await brokenInvariants(asking(ctx().db))).toEqual({})
  })

  it('F9 is accepted once, where the service was away or its answer was lost', async () => {
    const { order, typed, dispute, ref } = await aDisputed(provider)
    const { id } = await acceptDispute(maker.ctx, order, typed)
    world.sandbox.does.fail('/disputes', 'down', 9)
    await world.settle()
    world.sandbox.shelf.faults.length = 0
    await aWhileAgo()
    world.sandbox.does.fail(provider === 'stripe' ? `/disputes/${dispute}/close` : 'accept-claim', 'lost', 1)
    for (let n = 0; n < 2; n++) await handInWhatWaits(ctx())
    await handInAnswer(ctx(), { id })
    for (let n = 0; n < 2; n++) await settlePayment(ctx(), { provider, ref })
    expect((await findSold(maker.ctx, order)).disputes).toMatchObject([{ state: 'lost' }])
    expect(await ctx().db.select().from(alerts)).toEqual([])
    expect(await brokenInvariants(asking(ctx().db))).toEqual({})
  })
})

describe('accepting', () => {
  it('takes the number of the order, typed by hand', async () => {
    const { order } = await aDisputed()
    for (const number of ['', '1', 'yes'])
      await expect(acceptDispute(maker.ctx, order, { number })).rejects.toMatchObject({ status: 422 })
    expect((await findSold(maker.ctx, order)).disputes).toMatchObject([{ state: 'open' }])
  })

  it('is nobody else’s: not another maker’s, and of one’s own only what is disputed', async () => {
    const { order, typed } = await aDisputed()
    await expect(acceptDispute(other.ctx, order, typed)).rejects.toMatchObject({ status: 404 })
    const { sold } = await aSale(world, [await aListing(maker)])
    const calm = sold[0] ?? expect.unreachable()
    await expect(acceptDispute(maker.ctx, calm, { number: String(calm.number) })).rejects.toMatchObject({ status: 409 })
  })

  it('of money that several makers share is left to whoever keeps the books; each of them hears of it', async () => {
    const { order, typed } = await aDisputed('stripe', [maker, other])
    await expect(acceptDispute(maker.ctx, order, typed)).rejects.toMatchObject({ code: 'several_makers' })
    const rosa = await aMember(world, { roles: ['admin'] })
    await acceptForMakers(rosa.ctx, order, typed)
    await world.settle()
    for (const one of [maker, other])
      expect(await noticesTo(one)).toEqual(['dispute-accepted', 'dispute-lost', 'disputed'])
    expect((await ctx().db.select().from(orders)).length).toBe(2)
    expect(await earned()).toBe(0)
  })
})

describe('somebody who leaves while their answer waits', () => {
  const leave = async ({ id }: Somebody) => {
    for (const forgets of shopForgotten(id)) await ctx().db.execute(forgets)
  }
  const kept = async () => (await ctx().db.select().from(disputes))[0]

  it('F40 is answered for in their own words, which are forgotten once they are sent', async () => {
    const { order, dispute } = await aDisputed()
    await answerDispute(maker.ctx, order, ANSWER)
    world.sandbox.does.fail('/disputes', 'down', 9)
    await world.settle()
    await leave(maker)
    expect(await kept()).toMatchObject({ answeredById: null, evidence: { words: ANSWER.words } })
    world.sandbox.shelf.faults.length = 0
    await aWhileAgo()
    await handInWhatWaits(ctx())
    expect(statusOf(dispute)).toMatchObject({ words: ANSWER.words })
    await forgetWhatWaited(ctx())
    expect((await kept())?.evidence?.words).toBe('')
  })

  it('F40 leaves no words behind where the bank decided before they were sent', async () => {
    const { order, dispute, ref } = await aDisputed()
    await answerDispute(maker.ctx, order, ANSWER)
    await leave(maker)
    world.sandbox.does.closeDispute(dispute, false)
    await settlePayment(ctx(), { provider: 'stripe', ref })
    await forgetWhatWaited(ctx())
    expect(await kept()).toMatchObject({ state: 'lost', evidence: { words: '' } })
  })
})

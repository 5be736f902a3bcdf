import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alerts } from '#db/schema/jobs.ts'
import { disputes, orders } from '#db/schema/marketplace/orders.ts'
import { notices } from '#db/schema/notifications.ts'
import { aDispute, aListing, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { disputesIn } from '#workers/local/sandbox/disputes.ts'
import { sendOrder } from '../orders/handing.ts'
import { settlePayment } from '../orders/settling.ts'
import { findSold } from '../orders/sold.ts'
import { answerDispute, answerForMakers } from './answering.ts'
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
const ANSWER = { words: 'It hangs in her hall; she wrote so on Monday.', carrier: 'PostNL', tracking: '3SABCD' }
const toldOf = (ref: string) => disputesIn(world.sandbox.shelf).find(({ id }) => id === ref)
const noticesTo = async ({ id }: Somebody) =>
  (await ctx().db.select({ kind: notices.kind }).from(notices).where(sql`member_id = ${id} and kind like 'dispute%'`))
    .map(({ kind }) => kind)
    .sort()
const later = (when: string) =>
  ctx()
    .db.update(disputes)
    .set({ answeredAt: sql`now() - ${when}::interval` })
const payable = async (): Promise<number> =>
  (await ctx().db.execute(sql`select balance_minor::int as minor from ledger_accounts where kind = 'seller_payable'`))
    .rows[0].minor

async function aDisputed(provider: 'stripe' | 'paypal' = 'stripe', makers = [maker]) {
  const slugs: string[] = []
  for (const one of makers) slugs.push(await aListing(one))
  const sale = await aSale(world, slugs, provider)
  const order = sale.sold.find(({ sellerId }) => sellerId === maker.id) ?? expect.unreachable()
  await sendOrder(maker.ctx, order, { carrier: 'PostNL', tracking: '3SABCD' })
  return { ...sale, order, dispute: await aDispute(world, sale) }
}

describe.each(['stripe', 'paypal'] as const)('a payment through %s that is disputed', (provider) => {
  it('is answered once: the bank gets the words, the way and the number', async () => {
    const { order, dispute } = await aDisputed(provider)
    expect((await findSold(maker.ctx, order)).disputes).toMatchObject([{ state: 'open', minor: 4000, makers: 1 }])
    expect(await answerDispute(maker.ctx, order, ANSWER)).toMatchObject({ state: 'answered' })
    await expect(answerDispute(maker.ctx, order, ANSWER)).rejects.toMatchObject({ status: 409 })
    await world.settle()
    expect(toldOf(dispute)).toMatchObject(ANSWER)
    const [shown] = (await findSold(maker.ctx, order)).disputes
    expect(shown).toMatchObject({ state: 'answered', answer: ANSWER, handedInAt: expect.any(String) })
  })

  it('F9 gets its answer once, where the service was away or its answer was lost', async () => {
    const { order, dispute } = await aDisputed(provider)
    const { id } = await answerDispute(maker.ctx, order, ANSWER)
    world.sandbox.does.fail('/disputes', 'down', 9)
    expect((await world.settle()).filter(({ outcome }) => outcome === 'retried')).toHaveLength(1)
    world.sandbox.shelf.faults.length = 0
    await handInWhatWaits(ctx())
    expect(toldOf(dispute)).toMatchObject({ words: '' })
    await later('11 minutes')
    world.sandbox.does.fail(provider === 'stripe' ? `/disputes/${dispute}` : 'provide-evidence', 'lost', 1)
    for (let n = 0; n < 2; n++) await handInWhatWaits(ctx())
    await handInAnswer(ctx(), { id })
    expect(toldOf(dispute)).toMatchObject(ANSWER)
    expect((await ctx().db.select().from(disputes))[0]?.handedInAt).not.toBeNull()
    expect(await ctx().db.select().from(alerts)).toEqual([])
  })

  it.each([
    [true, 'won', 'dispute-won'],
    [false, 'lost', 'dispute-lost'],
  ] as const)('ends as the bank decides (won: %s), and its maker hears of it', async (isWon, state, kind) => {
    const { order, dispute, ref } = await aDisputed(provider)
    expect(await payable()).toBe(0)
    await answerDispute(maker.ctx, order, ANSWER)
    await world.settle()
    world.sandbox.does.closeDispute(dispute, isWon)
    await settlePayment(ctx(), { provider, ref })
    await world.settle()
    const shown = await findSold(maker.ctx, order)
    expect(shown.disputes).toMatchObject([{ state, decidedAt: expect.any(String) }])
    expect(await noticesTo(maker)).toEqual([kind, 'disputed'])
    expect((await payable()) > 3500).toBe(isWon)
    await expect(answerDispute(maker.ctx, order, ANSWER)).rejects.toMatchObject({ status: 409 })
  })
})

describe('an answer', () => {
  it('of two that are written at the same moment is one', async () => {
    const { order } = await aDisputed()
    const tries = await Promise.allSettled(
      ['One.', 'Another.'].map((words) => answerDispute(maker.ctx, order, { ...ANSWER, words })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('comes too late after its day, and says so', async () => {
    const { order } = await aDisputed()
    await ctx().db.update(disputes).set({ evidenceDueAt: sql`now() - interval '1 second'` })
    await expect(answerDispute(maker.ctx, order, ANSWER)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('is over'),
    })
    expect(await findSold(maker.ctx, order)).toMatchObject({
      isDisputed: false,
      disputes: [{ state: 'open', isLate: true }],
    })
  })

  it('is not there for anybody else, and there is none where nobody asked', async () => {
    const { order } = await aDisputed()
    await expect(answerDispute(other.ctx, order, ANSWER)).rejects.toMatchObject({ status: 404 })
    const { sold } = await aSale(world, [await aListing(maker)])
    await expect(answerDispute(maker.ctx, sold[0] ?? expect.unreachable(), ANSWER)).rejects.toMatchObject({
      status: 409,
    })
  })

  it('is one for all makers of a payment, who read it; whoever keeps the books may write it', async () => {
    const { order } = await aDisputed('stripe', [maker, other])
    const rosa = await aMember(world, { roles: ['admin'] })
    await expect(answerDispute(rosa.ctx, order, ANSWER)).rejects.toMatchObject({ status: 404 })
    await answerForMakers(rosa.ctx, order, ANSWER)
    await world.settle()
    const [theirs] = await ctx().db.select().from(orders).where(sql`seller_id = ${other.id}`)
    const shown = await findSold(other.ctx, theirs ?? expect.unreachable())
    expect(shown.disputes).toMatchObject([{ state: 'answered', makers: 2, answer: ANSWER }])
    for (const one of [maker, other]) expect(await noticesTo(one)).toEqual(['dispute-answered', 'disputed'])
    await expect(answerDispute(other.ctx, theirs ?? expect.unreachable(), ANSWER)).rejects.toMatchObject({
      status: 409,
    })
  })

  it('that is plainly refused is looked at by a person, and not sent over and over', async () => {
    const { order, dispute } = await aDisputed()
    const elsewhere = await ctx().payments.through('stripe')
    await elsewhere.answerDispute(dispute, { words: 'Written at Stripe.' }, 'by hand')
    const { id } = await answerDispute(maker.ctx, order, ANSWER)
    await world.settle()
    expect((await ctx().db.select().from(alerts)).map(({ subject }) => subject)).toEqual([`dispute:${id}`])
    expect((await findSold(maker.ctx, order)).disputes).toMatchObject([{ isRefused: true, handedInAt: null }])
    await later('1 hour')
    world.sandbox.does.fail('/disputes', 'down', 1)
    await handInWhatWaits(ctx())
    expect(world.sandbox.shelf.faults).toMatchObject([{ times: 1 }])
  })
})

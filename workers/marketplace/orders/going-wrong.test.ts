import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { alerts } from '#db/schema/jobs.ts'
import { claims } from '#db/schema/marketplace/claims.ts'
import { orders, refunds } from '#db/schema/marketplace/orders.ts'
import { notices } from '#db/schema/notifications.ts'
import { aListing, aPurchase, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { ProviderName } from '../payments/port.ts'
import { handOverOrder, sendOrder } from './handing.ts'
import { followRefunds, payBack, sendRefund } from './refunding.ts'
import { settlePayment } from './settling.ts'

let world: World
let one: Somebody
let other: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  world.sandbox.does.behave({ refunds: 'succeed' })
  ;[one, other] = [await aMember(world), await aMember(world)]
})

const ctx = () => world.ctx({ kind: 'job', name: 'test' })
const bothMakers = async () => [await aListing(one), await aListing(other)]
const booked = async (maker: Somebody) => {
  const { rows } = await ctx().db.execute(sql`
    select coalesce(sum(balance_minor), 0)::int as minor from ledger_accounts where member_id = ${maker.id}`)
  return rows[0].minor as number
}
const backElsewhere = async (sale: { provider: ProviderName; ref: string }, minor: number) => {
  const through = await ctx().payments.through(sale.provider)
  const seen = await through.look(sale.ref)
  const wish = { captureRef: seen?.captureRef ?? '', minor, currency: 'EUR', key: newId(), reason: 'By hand' }
  return through.refund(wish)
}
const orderOf = (sold: (typeof orders.$inferSelect)[], maker: Somebody) =>
  sold.find(({ sellerId }) => sellerId === maker.id) ?? expect.unreachable()
const chargeOf = async ({ provider, ref }: { provider: ProviderName; ref: string }) =>
  (await (await ctx().payments.through(provider)).look(ref))?.captureRef ?? ''

describe.each(['stripe', 'paypal'] as const)('one payment to two makers, through %s', (provider) => {
  it('is paid back by one of them without the other losing anything', async () => {
    const sale = await aSale(world, await bothMakers(), provider)
    const [before, mine] = [await booked(other), orderOf(sale.sold, one)]
    for (const minor of [1500, 2500]) {
      const refund = await payBack(one.ctx, { id: mine.id, minor, reason: 'It broke.' })
      await sendRefund(ctx(), refund)
    }
    expect([await booked(one), await booked(other)]).toEqual([0, before])
    expect((await ctx().db.select().from(orders)).map(({ state }) => state).sort()).toEqual(['paid', 'returned'])
  })

  it('that is disputed falls on whoever has not paid back yet', async () => {
    const sale = await aSale(world, await bothMakers(), provider)
    const refund = await payBack(one.ctx, { id: orderOf(sale.sold, one).id, minor: 4000, reason: 'It broke.' })
    await sendRefund(ctx(), refund)
    const dispute = world.sandbox.does.dispute(await chargeOf(sale))
    await settlePayment(ctx(), sale)
    expect([await booked(one), await booked(other)]).toEqual([0, 0])
    world.sandbox.does.closeDispute(String(dispute), true)
    await settlePayment(ctx(), sale)
    expect(await booked(other)).toBeGreaterThan(3500)
  })

  it('is shared by what is left where somebody paid back in the provider’s own house', async () => {
    const sale = await aSale(world, await bothMakers(), provider)
    await backElsewhere(sale, 8000)
    for (let n = 0; n < 2; n++) await settlePayment(ctx(), sale)
    expect([await booked(one), await booked(other)]).toEqual([0, 0])
  })
})

describe('money that was paid back and did not arrive', () => {
  const fail = async (sale: { provider: ProviderName; ref: string }) => {
    const made = Object.values(world.sandbox.shelf.stripe.refunds).at(-1)
    world.sandbox.does.finishRefund(made?.id ?? '', false)
    for (let n = 0; n < 2; n++) await settlePayment(ctx(), sale)
  }
  const noticesOf = async ({ id }: Somebody) =>
    (await ctx().db.select().from(notices).where(sql`member_id = ${id} and kind = 'refund-failed'`)).length

  it.each([
    ['paid', async () => undefined],
    [
      'on-its-way',
      async (id: string): Promise<unknown> => sendOrder(one.ctx, { id }, { carrier: 'DHL', tracking: '' }),
    ],
    ['arrived', async (id: string): Promise<unknown> => handOverOrder(one.ctx, { id })],
  ] as const)('leaves its order %s, as it was; its maker and whoever keeps the books hear of it', async (was, goOn) => {
    const sale = await aSale(world, [await aListing(one)])
    const id = sale.sold[0]?.id ?? ''
    await goOn(id)
    const before = await booked(one)
    const refund = await payBack(one.ctx, { id, minor: 4000, reason: 'It broke.' })
    await sendRefund(ctx(), refund)
    expect((await ctx().db.select().from(orders))[0]).toMatchObject({ state: 'returned', refundedMinor: 4000 })
    await fail(sale)
    await world.settle()
    expect((await ctx().db.select().from(orders))[0]).toMatchObject({ state: was, refundedMinor: 0 })
    expect(await booked(one)).toBe(before)
    expect(await noticesOf(one)).toBe(1)
    expect(await ctx().db.select().from(alerts)).toMatchObject([
      { subject: `refund:${refund.id}`, message: expect.stringContaining(`order ${sale.sold[0]?.number} did not`) },
    ])
    await sendRefund(ctx(), await payBack(one.ctx, { id, minor: 4000, reason: 'Once more.' }))
    expect((await ctx().db.select().from(orders))[0]).toMatchObject({ state: 'returned', refundedMinor: 4000 })
  })

  it('leaves alone what another refund paid back', async () => {
    const sale = await aSale(world, [await aListing(one)])
    const id = sale.sold[0]?.id ?? ''
    for (const minor of [1200, 2800])
      await sendRefund(ctx(), await payBack(one.ctx, { id, minor, reason: 'It broke.' }))
    await fail(sale)
    expect((await ctx().db.select().from(orders))[0]).toMatchObject({ state: 'paid', refundedMinor: 1200 })
  })
})

describe('what is paid back', () => {
  it('B73 is never more than was paid, however many press at once', async () => {
    const sale = await aSale(world, [await aListing(one)])
    const wish = { id: sale.sold[0]?.id ?? '', minor: 1500, reason: 'It broke.' }
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => payBack(one.ctx, wish)))
    const refused = tried.flatMap((made) => (made.status === 'rejected' ? [made.reason] : []))
    expect(refused).toHaveLength(6)
    for (const reason of refused) expect(reason).toMatchObject({ status: 409, code: 'more_than_paid' })
    await world.settle()
    expect((await ctx().db.select().from(orders))[0]).toMatchObject({ state: 'paid', refundedMinor: 3000 })
    expect((await ctx().db.select().from(refunds)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('in the provider’s own house and takes its time is never paid back once more from here', async () => {
    const sale = await aSale(world, [await aListing(one)])
    world.sandbox.does.behave({ refunds: 'wait' })
    await backElsewhere(sale, 1000)
    await settlePayment(ctx(), sale)
    await ctx().db.update(refunds).set({ createdAt: sql`now() - interval '1 hour'` })
    await followRefunds(ctx())
    expect(
      Object.values(world.sandbox.shelf.stripe.refunds)
        .filter(({ charge }) => charge.startsWith('ch_'))
        .map(({ amount, status }) => [amount, status])
        .filter(([amount]) => amount === 1000),
    ).toHaveLength(1)
    expect((await ctx().db.select().from(refunds)).map(({ state }) => state)).toEqual(['asked'])
  })

  it('and was not taken is the order’s again, and may be tried once more', async () => {
    const sale = await aSale(world, [await aListing(one)])
    const id = sale.sold[0]?.id ?? ''
    const refund = await payBack(one.ctx, { id, minor: 3000, reason: 'It broke.' })
    await backElsewhere(sale, 2000)
    await sendRefund(ctx(), refund)
    const [order] = await ctx().db.select().from(orders)
    expect(order).toMatchObject({ refundedMinor: 2000 })
    await sendRefund(ctx(), await payBack(one.ctx, { id, minor: 2000, reason: 'All of it.' }))
    expect((await ctx().db.select().from(orders))[0]).toMatchObject({ refundedMinor: 4000, state: 'returned' })
  })

  it('and came back from the bank makes room for another, also where both are seen at once', async () => {
    const sale = await aSale(world, [await aListing(one)])
    world.sandbox.does.behave({ refunds: 'wait' })
    const refund = await payBack(one.ctx, { id: sale.sold[0]?.id ?? '', minor: 4000, reason: 'It broke.' })
    await sendRefund(ctx(), refund)
    const [made] = Object.values(world.sandbox.shelf.stripe.refunds).slice(-1)
    world.sandbox.does.finishRefund(made?.id ?? '', false)
    world.sandbox.does.behave({ refunds: 'succeed' })
    await backElsewhere(sale, 2500)
    await settlePayment(ctx(), sale)
    expect((await ctx().db.select().from(refunds)).map(({ minor, state }) => [minor, state]).sort()).toEqual([
      [2500, 'done'],
      [4000, 'failed'],
    ])
  })

  it.each(['stripe', 'paypal'] as const)(
    'waits for the bank while the buyer disputes it, through %s',
    async (provider) => {
      const sale = await aSale(world, [await aListing(one)], provider)
      world.sandbox.does.dispute(await chargeOf(sale))
      await settlePayment(ctx(), sale)
      const again = payBack(one.ctx, { id: sale.sold[0]?.id ?? '', minor: 1000, reason: 'It broke.' })
      await expect(again).rejects.toMatchObject({ status: 409, code: 'disputed' })
      await expect(payBack(other.ctx, { id: sale.sold[0]?.id ?? '', minor: 1000, reason: 'x' })).rejects.toMatchObject({
        status: 404,
      })
    },
  )
})

describe('a payment for which nothing was sold', () => {
  it('F13 costs no maker anything, whatever the bank or the house do with it', async () => {
    const slug = await aListing(one)
    const late = await aPurchase(world, [slug])
    await ctx().db.update(claims).set({ until: sql`now() - interval '1 second'` })
    await aSale(world, [slug])
    const before = await booked(one)
    world.sandbox.does.pay(late.ref)
    await settlePayment(ctx(), late)
    await backElsewhere(late, 500)
    world.sandbox.does.dispute(await chargeOf(late))
    for (let n = 0; n < 2; n++) await settlePayment(ctx(), late)
    expect(await booked(one)).toBe(before)
    const { rows } = await ctx().db.execute(
      sql`select sum(balance_minor)::int as minor from ledger_accounts where kind = 'cash'`,
    )
    expect(rows[0].minor).toBe(-4000 + 1500)
    const [asked] = await ctx().db.select().from(refunds).where(sql`ref is null`)
    await sendRefund(ctx(), { id: asked?.id ?? '' })
    expect((await ctx().db.select().from(alerts)).map(({ subject }) => subject)).toEqual([`refund:${asked?.id}`])
  })
})

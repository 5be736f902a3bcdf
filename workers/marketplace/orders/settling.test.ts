import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claims } from '#db/schema/marketplace/claims.ts'
import { orders, payments, purchases, refunds } from '#db/schema/marketplace/orders.ts'
import { holds } from '#db/schema/marketplace/payouts.ts'
import { notices } from '#db/schema/notifications.ts'
import { aListing, aPurchase } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { ProviderName } from '../payments/port.ts'
import { PaymentUnsure } from '../payments/refusals.ts'
import { buy as buyOnce } from './buying.ts'
import { checkOut } from './checking-out.ts'
import { handOverOrder, receiveOrder } from './handing.ts'
import { NewPurchase } from './inputs.ts'
import { letGoOfWhatRanOut } from './letting-go.ts'
import { beginPayment } from './paying.ts'
import { payBack, sendRefund } from './refunding.ts'
import { askOnReturn } from './returning.ts'
import { settlePayment } from './settling.ts'
import { trackPurchase } from './tracking.ts'

let world: World
let maker: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world, { handle: 'imke' })
})

const ctx = () => world.ctx({ kind: 'job', name: 'test' })

const buy = (slugs: string[], provider?: ProviderName) => aPurchase(world, slugs, provider)
const look = ({ provider, ref }: { provider: ProviderName; ref: string }) => settlePayment(ctx(), { provider, ref })
const states = async () => {
  const { db } = world.ctx()
  const [purchase] = await db.select().from(purchases).orderBy(purchases.createdAt)
  return {
    purchase: purchase?.state,
    orders: (await db.select().from(orders)).map(({ state }) => state),
    pieces: (await db.select().from(claims)).map(({ state }) => state),
    payment: (await db.select().from(payments)).map(({ state }) => state),
  }
}
const balances = async () =>
  Object.fromEntries(
    (
      await world.ctx().db.execute(sql`select name, balance_minor::float8 as minor from ledger_accounts order by 1`)
    ).rows.map(({ name, minor }: { name: string; minor: number }) => [name.replace(maker.id, 'maker'), minor]),
  )

describe.each(['stripe', 'paypal'] as const)('a purchase through %s', (provider) => {
  it('is paid when its provider says so: the piece is sold, and every cent has its place', async () => {
    const bought = await buy([await aListing(maker)], provider)
    expect(await look(bought)).toBe('done')
    expect(await states()).toMatchObject({
      purchase: 'paying',
      orders: ['waiting'],
      pieces: ['held'],
      payment: ['open'],
    })
    world.sandbox.does.pay(bought.ref)
    for (let n = 0; n < 3; n++) expect(await look(bought)).toBe('done')
    expect(await states()).toEqual({ purchase: 'paid', orders: ['paid'], pieces: ['sold'], payment: ['paid'] })
    const now = await balances()
    expect(now[`cash:${provider}`]).toBe(-4000)
    expect(now.platform_fee).toBe(200)
    expect((now['seller_payable:maker'] ?? 0) + (now.processor_fee ?? 0)).toBe(3800)
    const [held] = await world.ctx().db.select().from(holds)
    expect(held).toMatchObject({ memberId: maker.id, minor: now['seller_payable:maker'], reason: 'not-delivered' })
  })

  it('is paid back in parts, never more than was paid, and all of it reverses the sale', async () => {
    const bought = await buy([await aListing(maker)], provider)
    world.sandbox.does.pay(bought.ref)
    await look(bought)
    const [order] = await world.ctx().db.select().from(orders)
    const back = (minor: number) => payBack(maker.ctx, { id: order?.id ?? '', minor, reason: 'The glaze cracked.' })
    await back(1000)
    await expect(back(3001)).rejects.toMatchObject({ status: 409, code: 'more_than_paid' })
    await back(3000)
    await world.settle()
    expect((await world.ctx().db.select().from(refunds)).map(({ state }) => state)).toEqual(['done', 'done'])
    expect((await states()).orders).toEqual(['returned'])
    expect((await balances())[`cash:${provider}`]).toBe(0)
    expect((await balances())['seller_payable:maker']).toBe(0)
  })
})

describe('a purchase that could not begin', () => {
  it('F9 holds nothing, so that the same buyer may try again', async () => {
    const slug = await aListing(maker)
    const cutOff = async () => {
      throw new PaymentUnsure()
    }
    const wish = NewPurchase.parse({
      lines: [{ slug, quantity: 1, priceMinor: 4000 }],
      ...{ totalMinor: 4000, currency: 'EUR', provider: 'stripe', email: 'anna@example.org', name: 'Anna' },
    })
    const without = { ...ctx(), payments: { ...ctx().payments, through: cutOff } }
    await expect(buyOnce(without, wish)).rejects.toMatchObject({ status: 503 })
    expect(await states()).toMatchObject({ purchase: 'let-go', pieces: ['let-go'], payment: ['unsure'] })
    for (let n = 0; n < 3; n++) await expect(buyOnce(without, wish)).rejects.toMatchObject({ status: 503 })
    expect(await buyOnce(ctx(), wish)).toMatchObject({ state: 'paying' })
  })
})

describe('a purchase that is asked for once more', () => {
  it.each(['stripe', 'paypal'] as const)(
    'B72 leads to the same payment a minute later, through %s',
    async (provider) => {
      const { wish, begun } = await begunWith(provider)
      const first = await beginPayment(ctx(), begun, wish)
      const later = { ...ctx(), now: new Date(Date.now() + 61_000) }
      expect(await beginPayment(later, begun, wish)).toBe(first)
      expect((await states()).purchase).toBe('paying')
    },
  )

  it('F9 takes nothing from whoever is paying already, where the payment service does not understand it', async () => {
    const { wish, begun } = await begunWith('stripe')
    const first = await beginPayment(ctx(), begun, wish)
    const renamed = begun.orders.map((order) => ({
      ...order,
      lines: order.lines.map((line) => ({
        ...line,
        offered: { ...line.offered, title: 'Called something else meanwhile' },
      })),
    }))
    expect(await beginPayment(ctx(), { ...begun, orders: renamed }, wish)).toBe(first)
    expect((await states()).purchase).toBe('paying')
  })

  async function begunWith(provider: ProviderName) {
    const buyer = { email: 'anna@example.org', name: 'Anna', currency: 'EUR', provider }
    const lines = [{ slug: await aListing(maker), quantity: 1, priceMinor: 4000 }]
    const wish = NewPurchase.parse({ lines, totalMinor: 4000, ...buyer })
    return { wish, begun: await checkOut(ctx(), wish) }
  }
})

describe('an order that is sent', () => {
  it('has arrived when its buyer says so, not when its maker does', async () => {
    const slug = await aListing(maker, { pickup: '', zones: [{ zone: 'NL', price: '6' }] })
    const address = { name: 'Anna', lines: ['Long Street 1'], city: 'Delft', country: 'NL' }
    const wish = NewPurchase.parse({
      lines: [{ slug, quantity: 1, priceMinor: 4000 }],
      ...{ totalMinor: 4600, currency: 'EUR', provider: 'stripe', email: 'anna@example.org', name: 'Anna', address },
    })
    const { link } = await buyOnce(ctx(), wish)
    const [payment] = await world.ctx().db.select().from(payments)
    world.sandbox.does.pay(payment?.ref ?? '')
    await look({ provider: 'stripe', ref: payment?.ref ?? '' })
    const [order] = await world.ctx().db.select().from(orders)
    await expect(handOverOrder(maker.ctx, { id: order?.id ?? '' })).rejects.toMatchObject({ status: 409 })
    expect((await world.ctx().db.select().from(holds))[0]?.reason).toBe('not-delivered')
    expect(await receiveOrder(ctx(), link, order?.number ?? 0)).toMatchObject({ state: 'arrived' })
    expect((await world.ctx().db.select().from(holds))[0]?.reason).toBe('may-be-returned')
    await world.settle()
    expect(await arrivalsTold()).toEqual([maker.id])
  })

  it('tells its maker nothing that they said themselves', async () => {
    const bought = await buy([await aListing(maker)])
    world.sandbox.does.pay(bought.ref)
    await look(bought)
    const [order] = await world.ctx().db.select().from(orders)
    await handOverOrder(maker.ctx, { id: order?.id ?? '' })
    await world.settle()
    expect(await arrivalsTold()).toEqual([])
  })

  const arrivalsTold = async () =>
    (await world.ctx().db.select().from(notices).where(sql`kind = 'order-arrived'`)).map(({ memberId }) => memberId)
})

describe('whoever comes back without having paid', () => {
  it('B77 sees that it is not paid yet, and nothing is sold or sent', async () => {
    const file = await aFile(world, maker)
    const bought = await buy([await aListing(maker, { kind: 'digital', files: [file] })])
    for (const link of [bought.link, 'the-key-of-somebody-else']) await askOnReturn(ctx(), link)
    await world.settle()
    const [shown] = (await trackPurchase(ctx(), bought.link)).orders
    expect(shown).toMatchObject({ state: 'waiting', lines: [{ files: [] }] })
    expect(await states()).toMatchObject({ purchase: 'paying', orders: ['waiting'], payment: ['open'] })
    expect([await balances(), world.letters]).toEqual([{}, []])
  })

  it('B77 sees that the bank takes its time, and still nothing is sold', async () => {
    const bought = await buy([await aListing(maker)])
    world.sandbox.does.payLater(bought.ref)
    await askOnReturn(ctx(), bought.link)
    await world.settle()
    expect(await trackPurchase(ctx(), bought.link)).toMatchObject({ state: 'paying', isPending: true })
    expect(await states()).toMatchObject({ orders: ['waiting'], pieces: ['held'], payment: ['pending'] })
    expect([await balances(), world.letters]).toEqual([{}, []])
  })
})

describe('a payment that comes too late', () => {
  it('F13 still gets the piece where it is free, and its money back where it is sold', async () => {
    const slug = await aListing(maker)
    const [late, quick] = [await buy([slug]), async () => buy([slug])]
    await world.ctx().db.update(claims).set({ until: sql`now() - interval '1 second'` })
    const other = await quick()
    world.sandbox.does.pay(other.ref)
    await look(other)
    world.sandbox.does.pay(late.ref)
    await look(late)
    expect((await world.ctx().db.select().from(claims)).map(({ state }) => state).sort()).toEqual(['let-go', 'sold'])
    const [back] = await world.ctx().db.select().from(refunds)
    await sendRefund(ctx(), { id: back?.id ?? '' })
    expect((await world.ctx().db.select().from(refunds))[0]?.state).toBe('done')
  })

  it('is let go of by the clock of the database', async () => {
    await buy([await aListing(maker)])
    await letGoOfWhatRanOut(ctx())
    expect((await states()).purchase).toBe('paying')
    await world.ctx().db.update(purchases).set({ until: sql`now() - interval '1 second'` })
    await letGoOfWhatRanOut(ctx())
    expect(await states()).toMatchObject({ purchase: 'let-go', orders: ['let-go'], pieces: ['let-go'] })
  })
})

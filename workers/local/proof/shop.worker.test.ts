import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '#workers/lib/errors.ts'
import { brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { aPurchase, aSale, idOfListing } from '#workers/lib/testing/market.ts'
import { slowness } from '#workers/lib/testing/quick.ts'
import { changeListing } from '#workers/marketplace/listings/changing.ts'
import { ListingChange } from '#workers/marketplace/listings/offers.ts'
import { letGoOfWhatRanOut } from '#workers/marketplace/orders/letting-go.ts'
import { payBack, sendRefund } from '#workers/marketplace/orders/refunding.ts'
import { settlePayment } from '#workers/marketplace/orders/settling.ts'
import { aShop, type Shop } from './shop.ts'
import { realPostgresIsHere } from './stage.ts'

describe.runIf(realPostgresIsHere)('a shop on a real Postgres', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await aShop()
  })
  afterAll(() => shop?.close())

  const expectInvariants = async () => expect(await brokenInvariants((query) => shop.stage.sql(query))).toEqual({})

  const asTold = ({ status, code, message }: Partial<Refusal>) => ({ status, code, message })
  const SOLD = {
    status: 409,
    code: 'sold',
    message: expect.stringMatching(/^Somebody was faster.*Nothing was taken from you/),
  }

  type Tried = { ms: number; bought?: Awaited<ReturnType<typeof aPurchase>>; refused?: Partial<Refusal> }
  const buyers = (count: number, slug: string): Promise<Tried[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const started = performance.now()
        const tried = await aPurchase(shop.world, [slug], n % 2 ? 'stripe' : 'paypal').then(
          (bought) => ({ bought }),
          (refused) => ({ refused }),
        )
        return { ...tried, ms: performance.now() - started }
      }),
    )
  const theOne = (tried: Tried[]) => {
    const got = tried.flatMap(({ bought }) => bought ?? [])
    expect(got).toHaveLength(1)
    for (const { refused } of tried) if (refused) expect(asTold(refused)).toEqual(SOLD)
    return got[0] ?? expect.unreachable()
  }

  it('L4 sells one original to one of 200 who check out at once; nobody waits over 5 s', {
    timeout: 120_000,
  }, async () => {
    const slug = await shop.offer()
    const slow = slowness()
    const tried = await buyers(200, slug)
    const bought = theOne(tried)
    expect(Math.max(...tried.map(({ ms }) => ms)) / Math.max(slow, slowness())).toBeLessThan(5000)
    shop.sandbox.does.pay(bought.ref)
    expect(await settlePayment(shop.ctx(), bought)).toBe('done')
    theOne([...(await buyers(20, slug)), { ms: 0, bought }])
    expect(await shop.stage.sql(`select state from claims where state <> 'let-go'`)).toEqual([{ state: 'sold' }])
    await expectInvariants()
  })

  it('shows no old name, picture or number where a maker changes them while offering and selling', async () => {
    const edition = await shop.offer({ kind: 'edition', copies: 60 })
    const twenty = Array.from({ length: 20 }, (_, n) => n)
    const work = '(select project_id from listings where slug = $2)'
    await Promise.all([
      inRows(1, twenty, (n) =>
        shop.stage.sql(`update members set name = $1 where id in (select member_id from listings)`, [`Imke ${n}`]),
      ),
      inRows(1, twenty, (n) =>
        shop.stage.sql(`update projects set alt = $1 where id = ${work}`, [`Nr. ${n}`, edition]),
      ),
      inRows(2, twenty, () => shop.offer()),
      inRows(2, twenty, () => aPurchase(shop.world, [edition])),
    ])
    await expectInvariants()
  })

  it('shows the new name also where somebody offers a work while they are being renamed', async () => {
    const [work] = await shop.stage.sql(`select slug from projects limit 1`)
    const renaming = shop.stage.sql(`begin; update members set name = 'Imke de Wit'; select pg_sleep(1); commit`)
    await wait(300)
    await shop.offer({ work: work?.slug })
    await renaming
    await expectInvariants()
  })

  it('I5 never gives away a piece that its maker takes out of the market in the same moment', {
    timeout: 120_000,
  }, async () => {
    const bench = { kind: 'made-to-order', currency: 'EUR', price: '40', pickup: 'The workshop' }
    const slug = await shop.offer({ kind: 'made-to-order', copies: 30 })
    const id = await idOfListing(shop.maker, slug)
    const takeOut = async () => {
      let version = 1
      for (let copies = 29; copies > 0; copies--)
        await changeListing(shop.maker.ctx, { id }, ListingChange.parse({ ...bench, copies, version })).then(
          () => version++,
          (refused) => expect(refused).toMatchObject({ status: 422, issues: [{ path: 'copies' }] }),
        )
    }
    const [, tried] = await Promise.all([takeOut(), buyers(30, slug)])
    for (const { refused } of tried) if (refused) expect(asTold(refused)).toEqual(SOLD)
    const [left] = await shop.stage.sql(`select copies, taken from listings where id = $1`, [id])
    expect(left?.taken).toBe(tried.filter(({ bought }) => bought).length)
    expect(left?.copies).toBeLessThan(30)
    await expectInvariants()
  })

  it('I5 sells nothing of a maker who is suspended in the same moment', async () => {
    const slug = await shop.offer()
    const standing = `update members set standing = $1 where id in (select member_id from listings where slug = $2)`
    const suspending = shop.stage.sql(
      `begin; ${standing.replace('$1', `'suspended'`).replace('$2', `'${slug}'`)}; select pg_sleep(1); commit`,
    )
    await wait(300)
    const refused = await aPurchase(shop.world, [slug]).catch(asTold)
    await suspending
    expect(refused).toMatchObject({ status: 404 })
    await shop.stage.sql(standing, ['active', slug])
    theOne(await buyers(3, slug))
    await expectInvariants()
  })

  it('F29 is free for the next one where whoever held it turned away', { timeout: 120_000 }, async () => {
    const slug = await shop.offer()
    for (let round = 0; round < 3; round++) {
      const bought = theOne(await buyers(50, slug))
      if (round === 2) shop.sandbox.does.pay(bought.ref)
      else await shop.stage.sql(`update purchases set until = now() where id = $1`, [bought.id])
      await letGoOfWhatRanOut(shop.ctx())
      await settlePayment(shop.ctx(), bought)
    }
    const rows = await shop.stage.sql(
      `select purchases.state, count(*)::int as n from purchases join orders on orders.purchase_id = purchases.id
       join order_lines on order_lines.order_id = orders.id join listings on listings.id = listing_id where slug = $1 group by 1 order by 1`,
      [slug],
    )
    expect(rows).toEqual([
      { state: 'let-go', n: 2 },
      { state: 'paid', n: 1 },
    ])
    await expectInvariants()
  })

  it('B73 pays an order back in parts, and never more than was paid, whoever presses how often at once', {
    timeout: 120_000,
  }, async () => {
    for (const provider of ['stripe', 'paypal'] as const) {
      const { sold, ...sale } = await aSale(shop.world, [await shop.offer()], provider)
      const wish = { id: sold[0]?.id ?? '', minor: 1100, reason: 'It broke.' }
      const tried = await Promise.allSettled(Array.from({ length: 40 }, () => payBack(shop.maker.ctx, wish)))
      const asked = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(asked).toHaveLength(3)
      for (const reason of refused) expect(reason).toMatchObject({ status: 409, code: 'more_than_paid' })
      await Promise.all([...asked, ...asked].map(({ id }) => sendRefund(shop.ctx(), { id })))
      const seen = await (await shop.ctx().payments.through(provider)).look(sale.ref)
      expect(seen?.refunds.map(({ minor, state }) => [minor, state])).toEqual(Array(3).fill([1100, 'done']))
      const rows = await shop.stage.sql('select refunded_minor::int as minor, state from orders where id = $1', [
        wish.id,
      ])
      expect(rows).toEqual([{ minor: 3300, state: 'paid' }])
    }
    await expectInvariants()
  })

  it('L5 takes 500 messages, a fifth of them copies, in any order: each has one effect', {
    timeout: 300_000,
  }, async () => {
    const slug = await shop.offer({ kind: 'edition', copies: 100 })
    const count = async (query: string) => Number((await shop.stage.sql(`select count(*) as n from ${query}`))[0]?.n)
    const before = await counted(count)
    const told = {
      stripe: new Set(Object.keys(shop.sandbox.shelf.stripe.events)),
      paypal: new Set(Object.keys(shop.sandbox.shelf.paypal.events)),
    }
    await sellAndPayBack(slug, 'stripe', 40)
    await sellAndPayBack(slug, 'paypal', 30)
    const events = (['stripe', 'paypal'] as const).flatMap((provider) =>
      Object.keys(shop.sandbox.shelf[provider].events)
        .filter((event) => !told[provider].has(event))
        .map((event) => ({ provider, event })),
    )
    expect(events.length).toBeGreaterThanOrEqual(400)
    const all = [...events.slice(0, 400), ...events.slice(0, 400).filter((_, n) => n % 4 === 0)]
    const shuffled = all.toSorted(() => Math.random() - 0.5)
    expect(shuffled).toHaveLength(500)
    const answers = await inRows(25, shuffled, ({ provider, event }) => shop.send(provider, event))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await count('provider_events')) - before.messages).toBe(400)
    const waiting = async () => {
      await shop.stage.tick()
      return count(`provider_events where state = 'waiting'`)
    }
    await expect.poll(waiting, { timeout: 200_000, interval: 1000 }).toBe(0)
    const after = await counted(count)
    expect(after.review).toBe(before.review)
    expect(after.arrived - before.arrived).toBe(after.done - before.done)
    expect([after.paid - before.paid, after.sold - before.sold, after.back - before.back]).toEqual([70, 70, 140])
    await expectInvariants()
  })

  // Sold, and twice a part of it paid back in the provider's own house: three, and then twice two messages of Stripe's, four of PayPal's.
  async function sellAndPayBack(slug: string, provider: 'stripe' | 'paypal', count: number) {
    const through = await shop.ctx().payments.through(provider)
    await inRows(5, Array.from({ length: count }), async () => {
      const { ref } = await aPurchase(shop.world, [slug], provider)
      shop.sandbox.does.pay(ref)
      if (provider === 'paypal') await through.capture(ref, `capture-${ref}`)
      const captureRef = (await through.look(ref))?.captureRef ?? ''
      for (const minor of [700, 800])
        await through.refund({ captureRef, minor, currency: 'EUR', key: crypto.randomUUID(), reason: 'By hand' })
    })
  }
})

type Count = (query: string) => Promise<number>

const counted = async (count: Count) => ({
  messages: await count('provider_events'),
  review: await count(`provider_events where state = 'review'`),
  done: await count(`provider_events where state = 'done'`),
  arrived: await count(`events where name = 'provider-event.arrived'`),
  paid: await count(`purchases where state = 'paid'`),
  sold: await count(`ledger_transactions where kind = 'sale'`),
  back: await count(`ledger_transactions where kind = 'refund-done'`),
})

async function inRows<T, R>(width: number, all: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  const rest = all.entries()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [n, one] of rest) done[n] = await work(one)
    }),
  )
  return done
}

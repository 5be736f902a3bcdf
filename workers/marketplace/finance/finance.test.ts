import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { alerts } from '#db/schema/jobs.ts'
import { payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { aDispute, aListing, aSale, canReceiveMoney } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { auditBooks } from '../audit/auditing.ts'
import type { Sale } from '../ledger/bookings/sale.ts'
import { bookSale } from '../ledger/selling.ts'
import { payBack } from '../orders/refunding.ts'
import { askForPayout } from '../payouts/asking.ts'
import type { Statement } from './inputs.ts'
import { readOrder } from './orders.ts'
import { readFinance, takeNote } from './overview.ts'

let world: World
let ctx: Ctx
let rosa: Somebody
let imke: Somebody
let thandi: Somebody

const sale = (more: Partial<Sale> = {}): Sale => ({
  orderId: newId(),
  sellerId: imke.id,
  provider: 'stripe',
  currency: 'EUR',
  grossMinor: 10_000,
  taxMinor: 500,
  platformFeeMinor: 400,
  processorFeeMinor: 100,
  about: 'A bowl of ash',
  at: new Date('2026-03-31T21:59:59Z'),
  ...more,
})

beforeAll(async () => {
  world = await aWorld()
  ctx = world.ctx({ kind: 'job', name: 'a test' })
  rosa = await aMember(world, { handle: 'rosa', name: 'Rosa', roles: ['participant', 'admin'] })
  imke = await aMember(world, { handle: 'imke', name: 'Imke' })
  thandi = await aMember(world, { handle: 'thandi', name: 'Thandi' })
  await bookSale(ctx, sale())
  await bookSale(ctx, sale({ about: '=cmd|calc, "a bowl"', at: new Date('2026-04-01T00:00:00Z') }))
  await bookSale(ctx, sale({ currency: 'JPY', at: new Date('2026-04-20T12:00:00Z') }))
})

const asked = async <T>(path: string): Promise<T> => (await rosa.request(`/api/finance${path}`)).json()
const statement = (query = '') => asked<Statement>(`/statements/imke${query}`)

describe('the trial balance', () => {
  it('has two sides that are the same in every currency, in one round trip', async () => {
    const { currencies } = await asked<{ currencies: Record<string, unknown>[] }>('/trial-balance')
    expect(currencies.map(({ currency, debitMinor, creditMinor }) => [currency, debitMinor, creditMinor])).toEqual([
      ['EUR', 20_000, 20_000],
      ['JPY', 10_000, 10_000],
    ])
    expect(currencies[0]).toMatchObject({
      lines: [
        { kind: 'cash', provider: 'stripe', debitMinor: 20_000, creditMinor: 0 },
        { kind: 'seller_payable', accounts: 1, debitMinor: 0, creditMinor: 18_000 },
        {},
        { kind: 'platform_fee', creditMinor: 800 },
        { kind: 'processor_fee', creditMinor: 200 },
        { kind: 'tax', creditMinor: 1000 },
      ],
    })
    const { trips } = rosa.ctx.spent
    await readFinance(rosa.ctx)
    expect(rosa.ctx.spent.trips - trips).toBe(1)
  })

  it('is for people in charge of the money, nobody else', async () => {
    expect((await imke.request('/api/finance/statements/imke')).status).toBe(403)
  })
})

describe('a statement', () => {
  it('opens with what was there, tells every booking and closes with what is left', async () => {
    const march = await statement('?month=2026-03&currency=EUR')
    expect(march).toMatchObject({ openingMinor: 0, closingMinor: 9000, earlier: null, later: '2026-04' })
    const april = await statement('?month=2026-04&currency=EUR')
    expect(april).toMatchObject({ openingMinor: 9000, closingMinor: 18_000, earlier: '2026-03', next: null })
    expect(april.lines).toMatchObject([{ kind: 'sale', minor: 9000, balanceMinor: 18_000, order: null }])
    expect(await statement()).toMatchObject({ currency: 'JPY', month: '2026-04', currencies: ['EUR', 'JPY'] })
    expect(await statement('?month=2026-05&currency=EUR')).toMatchObject({ lines: [], closingMinor: 18_000 })
  })

  it('names the order it is about', async () => {
    const bought = await aSale(world, [await aListing(thandi)])
    const { lines } = await asked<Statement>('/statements/thandi')
    expect(lines.map(({ order }) => order)).toEqual([bought.sold[0]?.number])
  })

  it('goes on where a page of it ended, and adds up all the same', async () => {
    const many = await aMember(world, { handle: 'mira' })
    const at = new Date('2026-06-01T00:00:00Z')
    for (let n = 0; n < 103; n++) await bookSale(ctx, sale({ sellerId: many.id, grossMinor: 1001, at }))
    const first = await asked<Statement>('/statements/mira')
    const second = await asked<Statement>(
      `/statements/mira?month=2026-06&after=${encodeURIComponent(first.next ?? '')}`,
    )
    expect([first.lines.length, second.lines.length, second.next]).toEqual([100, 3, null])
    expect(second.lines.at(-1)?.balanceMinor).toBe(103)
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(103)
  })

  it('is of nobody where nobody is called so', async () => {
    expect((await rosa.request('/api/finance/statements/nobody-here')).status).toBe(404)
    expect((await rosa.request('/api/finance/statements/imke?month=2026-13')).status).toBe(422)
  })

  it('is found by how a handle or a name begins', async () => {
    const found = await asked<{ makers: { handle: string; currency: string; freeMinor: number }[] }>(
      '/statements?q=imk',
    )
    expect(found.makers.map(({ handle, currency, freeMinor }) => [handle, currency, freeMinor])).toEqual([
      ['imke', 'EUR', 18_000],
      ['imke', 'JPY', 9000],
    ])
  })
})

describe('a month taken along', () => {
  it('opens safely in any spreadsheet: what begins like a formula stays text', async () => {
    const answer = await rosa.request('/api/finance/export.csv?month=2026-04')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="books-2026-04.csv"')
    const [head, ...lines] = (await answer.text()).split('\r\n')
    expect(head).toMatch(/entry,transaction,booked at/)
    expect(lines.filter((line) => line.includes(`"'=cmd|calc, ""a bowl"""`))).toHaveLength(5)
    expect(lines.find((line) => line.includes('cash:stripe,,EUR'))).toMatch(/,EUR,100\.00,,/)
    expect(lines.find((line) => line.includes('cash:stripe,,JPY'))).toMatch(/,JPY,10000,,/)
  })

  it('adds up to nothing as JSON too, however long it is', async () => {
    const { entries } = await asked<{ entries: { currency: string; minor: number }[] }>('/export.json?month=2026-06')
    expect(entries.length).toBe(515)
    expect(entries.reduce((all, { minor }) => all + minor, 0)).toBe(0)
    expect(await asked('/export.json?month=2020-01')).toEqual({ month: '2020-01', entries: [] })
  })
})

describe('a correction', () => {
  const wish = (more = {}) => ({
    key: newId(),
    from: 'platform_fee',
    to: '@imke',
    minor: 400,
    currency: 'EUR',
    reason: 'The fee was taken twice.',
    ...more,
  })
  const send = (body: unknown) => rosa.request('/api/finance/corrections', post(body))

  it('is one more booking with its reason and whoever wrote it, and is made once', async () => {
    const body = wish()
    for (let n = 0; n < 2; n++) expect((await send(body)).status).toBe(201)
    expect((await statement('?currency=EUR')).closingMinor).toBe(18_400)
    expect((await statement('?currency=EUR')).lines.at(-1)?.reason).toBe('The fee was taken twice.')
    expect((await problemOf(await send({ ...body, minor: 500 }))).code).toBe('idempotency_mismatch')
    const { corrections } = await asked<{ corrections: Record<string, unknown>[] }>('/corrections')
    expect(corrections).toMatchObject([
      {
        by: 'Rosa',
        reason: 'The fee was taken twice.',
        sides: [
          { kind: 'platform_fee', minor: -400 },
          { kind: 'seller_payable', handle: 'imke', minor: 400 },
        ],
      },
    ])
    const { rows } = await ctx.db.execute(
      sql`select actor from events where name = 'books.posted' and data ->> 'kind' = 'correction'`,
    )
    expect(rows).toEqual([{ actor: `member:${rosa.id}` }])
  })

  it.each([
    ['no reason', { reason: ' ' }, 422],
    ['nobody of that name', { to: '@nobody-here' }, 422],
    ['an account that is not there', { from: 'my_pocket' }, 422],
    ['the same account twice', { to: 'platform_fee' }, 422],
    ['half a cent', { minor: 0.5 }, 422],
    ['nothing', { minor: 0 }, 422],
    ['more than the maker has', { from: '@imke', to: 'tax', minor: 99_999_999 }, 409],
  ])('is refused with %s, and moves nothing', async (_, more, status) => {
    const before = (await statement('?currency=EUR')).closingMinor
    expect((await send(wish(more))).status).toBe(status)
    expect((await statement('?currency=EUR')).closingMinor).toBe(before)
  })
})

describe('what people of finance see first', () => {
  it('is whom the organisation owes, with the hand-over that waits', async () => {
    await canReceiveMoney(imke)
    const byPaypal = { way: 'paypal', ref: 'thandi@example.org', isReady: true } as const
    await ctx.db
      .insert(payoutAccounts)
      .values({ memberId: thandi.id, ...byPaypal })
      .onConflictDoUpdate({ target: payoutAccounts.memberId, set: byPaypal })
    const { id } = await askForPayout(imke.ctx, { currency: 'EUR', minor: 1000 })
    const { owed } = await readFinance(rosa.ctx)
    expect(owed.map(({ handle }) => handle)).not.toContain('thandi')
    expect(owed[0]).toMatchObject({ handle: 'imke', currency: 'EUR', minor: 18_400, askedMinor: 1000, payout: id })
  })

  it('is what the audit found, until somebody looked into it; and again where it is still so', async () => {
    const unbalance = (minor: number) =>
      ctx.db.execute(
        sql`update ledger_accounts set balance_minor = balance_minor + ${minor} where kind = 'tax' and currency = 'JPY'`,
      )
    await unbalance(5)
    await auditBooks(ctx)
    const found = (await readFinance(rosa.ctx)).alerts
    expect(found.map(({ message }) => /I2/.test(message))).toEqual([true, true])
    for (const { id } of found) await takeNote(rosa.ctx, { id })
    await expect(takeNote(rosa.ctx, { id: found[0]?.id ?? '' })).rejects.toMatchObject({ status: 404 })
    expect((await readFinance(rosa.ctx)).alerts).toEqual([])
    await auditBooks(ctx)
    expect((await readFinance(rosa.ctx)).alerts).toHaveLength(2)
    await unbalance(-5)
    await ctx.db.delete(alerts)
  })
})

describe('one order in the books', () => {
  it('is shown with each of its bookings, in one round trip, and without where it was sent or what was said', async () => {
    const { sold, ...sale } = await aSale(world, [await aListing(thandi)])
    const [order] = sold
    await payBack(thandi.ctx, { id: order?.id ?? '', minor: 1000, reason: 'A chip on the rim.' })
    await aDispute(world, sale)
    const { trips } = rosa.ctx.spent
    const shown = await readOrder(rosa.ctx, { number: order?.number ?? 0 })
    expect(rosa.ctx.spent.trips - trips).toBe(1)
    expect(shown).toMatchObject({
      seller: { handle: 'thandi' },
      buyer: 'Anna',
      totalMinor: 4000,
      provider: 'stripe',
      said: 0,
    })
    expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['email']))
    expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['address']))
    expect(shown.bookings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sale', 'dispute-opened', 'dispute-fee']),
    )
    for (const { sides } of shown.bookings) expect(sides.reduce((all, { minor }) => all + minor, 0)).toBe(0)
    const [first] = (await readFinance(rosa.ctx)).disputed
    expect(first).toMatchObject({ order: order?.number, makers: 'Thandi', isLate: false, dueAt: expect.any(String) })
    await expect(readOrder(rosa.ctx, { number: 999_999 })).rejects.toMatchObject({ status: 404 })
  })
})

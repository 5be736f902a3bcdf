import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { sqlState } from '#db/patience.ts'
import { jars } from '#db/schema/marketplace/savings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { asking, expectInvariants } from '#workers/lib/testing/invariants.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { transact } from '#workers/lib/transact.ts'
import { jar, owes, payable } from './accounts.ts'
import { correction } from './bookings/corrections.ts'
import { payoutAsked } from './bookings/payouts.ts'
import type { Sale } from './bookings/sale.ts'
import { moved } from './bookings/savings.ts'
import { bookDispute, type DisputeSeen } from './disputing.ts'
import { bookPayout } from './paying-out.ts'
import { post, postAlong } from './post.ts'
import { bookRefund, type RefundSeen } from './refunding.ts'
import { bookSale } from './selling.ts'

let world: World
let ctx: Ctx
let maker: Somebody
let other: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  ;[maker, other] = [await aMember(world), await aMember(world)]
  ctx = world.ctx({ kind: 'job', name: 'a test' })
})

const holds = async (name: string, currency = 'EUR'): Promise<number> => {
  const { rows } = await ctx.db.execute(
    sql`select balance_minor::float8 as minor from ledger_accounts where name = ${name} and currency = ${currency}`,
  )
  return rows[0]?.minor ?? 0
}
const countOf = async () =>
  (await ctx.db.execute(sql`select count(*)::int as n, coalesce(max(id), 0)::int as last from ledger_entries`)).rows[0]
const invariants = () => expectInvariants(asking(ctx.db))
const aJar = async (memberId: string, shareBasisPoints: number, currency = 'EUR') => {
  const id = newId()
  await ctx.db.insert(jars).values({ id, memberId, name: 'A kiln', currency, shareBasisPoints })
  return id
}
const aSale = (more: Partial<Sale> = {}): Sale => ({
  orderId: newId(),
  sellerId: maker.id,
  provider: 'stripe',
  currency: 'EUR',
  grossMinor: 10_000,
  taxMinor: 500,
  platformFeeMinor: 400,
  processorFeeMinor: 320,
  ...more,
})
const refundOf = (sold: Sale, minor: number, state: RefundSeen['state'], refundId = newId()): RefundSeen => ({
  refundId,
  minor,
  state,
  orderId: sold.orderId,
  sellerId: sold.sellerId,
  provider: sold.provider,
  currency: sold.currency,
})
const disputeOf = (sold: Sale, more: Partial<DisputeSeen>): DisputeSeen => ({
  disputeId: newId(),
  orderId: sold.orderId,
  sellerId: sold.sellerId,
  provider: sold.provider,
  currency: sold.currency,
  minor: sold.grossMinor,
  feeMinor: 0,
  state: 'open',
  withdrawnMinor: 0,
  reinstatedMinor: 0,
  ...more,
})
const payoutOf = (minor: number, payoutId = newId()) => ({
  payoutId,
  memberId: maker.id,
  provider: 'stripe' as const,
  minor,
  currency: 'EUR',
})
const refund = (seen: RefundSeen) => transact(ctx, (within) => bookRefund(within, seen))
const dispute = (seen: DisputeSeen) => transact(ctx, (within) => bookDispute(within, seen))

describe('a sale', () => {
  it('leaves the maker their net, fills their jars, and is booked once', async () => {
    const [tools, rent] = [await aJar(maker.id, 2000), await aJar(maker.id, 1050)]
    await aJar(maker.id, 5000, 'USD')
    const sold = aSale()
    expect(await bookSale(ctx, sold)).toBe(true)
    expect(await bookSale(ctx, sold)).toBe(false)
    expect(await holds(jar(tools))).toBe(1756)
    expect(await holds(jar(rent))).toBe(921)
    expect(await holds(payable(maker.id))).toBe(8780 - 1756 - 921)
    expect(await holds('cash:stripe')).toBe(-10_000)
    expect([await holds('tax'), await holds('platform_fee'), await holds('processor_fee')]).toEqual([500, 400, 320])
    await invariants()
  })

  it('is given back to the last cent by its refunds, whatever lay in jars', async () => {
    const tools = await aJar(maker.id, 3000)
    const sold = aSale()
    await bookSale(ctx, sold)
    for (const minor of [3333, 1, 6666]) await refund(refundOf(sold, minor, 'done'))
    for (const name of [jar(tools), payable(maker.id), owes(maker.id), 'tax', 'cash:stripe', 'refunds'])
      expect(await holds(name), name).toBe(0)
    expect((await holds('platform_fee')) + (await holds('processor_fee'))).toBe(0)
    await invariants()
  })

  it('that is refunded when the money is gone leaves a debt, which the next sale pays back first', async () => {
    const tools = await aJar(maker.id, 10_000)
    const sold = aSale()
    await bookSale(ctx, sold)
    await post(ctx, moved({ moveId: newId(), minor: 8780, currency: 'EUR', from: jar(tools), to: payable(maker.id) }))
    await post(ctx, payoutAsked(payoutOf(8780)))
    await refund(refundOf(sold, 10_000, 'pending'))
    expect([await holds(payable(maker.id)), await holds(owes(maker.id))]).toEqual([0, -8780])
    await bookSale(ctx, aSale({ grossMinor: 20_000 }))
    expect([await holds(payable(maker.id)), await holds(owes(maker.id)), await holds(jar(tools))]).toEqual([
      0, 0, 10_000,
    ])
    await invariants()
  })

  it('has its refund taken back when the bank returns it, before or after it was done', async () => {
    const sold = aSale()
    await bookSale(ctx, sold)
    const [one, two] = [newId(), newId()]
    await refund(refundOf(sold, 4000, 'pending', one))
    await refund(refundOf(sold, 4000, 'failed', one))
    await refund(refundOf(sold, 6000, 'done', two))
    await refund(refundOf(sold, 6000, 'failed', two))
    expect(await holds(payable(maker.id))).toBe(8780)
    expect([await holds('cash:stripe'), await holds('refunds')]).toEqual([-10_000, 0])
    await invariants()
  })

  it('F12 ends the same, in whatever order its dispute is seen', async () => {
    const steps: Partial<DisputeSeen>[] = [
      { state: 'open' },
      { state: 'open', withdrawnMinor: 10_000, feeMinor: 1500 },
      { state: 'won', withdrawnMinor: 10_000, feeMinor: 1500 },
      { state: 'won', withdrawnMinor: 10_000, feeMinor: 1500, reinstatedMinor: 10_000 },
    ]
    const last = steps[3] ?? {}
    for (const order of [steps, steps.toReversed(), [steps[2], steps[0], steps[3], steps[1]]]) {
      const sold = aSale({ sellerId: other.id, currency: 'GBP' })
      const disputeId = newId()
      const before = await holds(payable(other.id), 'GBP')
      await bookSale(ctx, sold)
      for (const seen of [...order, last]) await dispute(disputeOf(sold, { ...seen, disputeId }))
      expect((await holds(payable(other.id), 'GBP')) - before).toBe(8780)
      expect(await holds('disputes', 'GBP')).toBe(0)
    }
    expect(await holds('cash:stripe', 'GBP')).toBe(-3 * 10_000 + 3 * 1500)
    await invariants()
  })

  it('that is lost in a dispute is gone for everybody alike', async () => {
    const sold = aSale()
    await bookSale(ctx, sold)
    await dispute(disputeOf(sold, { state: 'lost' }))
    for (const name of [payable(maker.id), 'disputes', 'tax', 'cash:stripe']) expect(await holds(name), name).toBe(0)
    await invariants()
  })
})

describe('the books', () => {
  it('B78 let nobody take out more than is theirs', async () => {
    await bookSale(ctx, aSale())
    await expect(post(ctx, payoutAsked(payoutOf(8781)))).rejects.toMatchObject({ status: 409, code: 'not_enough' })
    expect(await post(ctx, payoutAsked(payoutOf(8780)))).toBe(true)
    await invariants()
  })

  it('give back what a payout could not bring, once', async () => {
    await bookSale(ctx, aSale())
    for (const ways of [['failed'], ['paid', 'returned'], ['paid', 'returned', 'returned', 'paid']] as const) {
      const payout = payoutOf(5000)
      await post(ctx, payoutAsked(payout))
      for (const way of ways) await transact(ctx, (within) => bookPayout(within, payout, way))
      expect([await holds(payable(maker.id)), await holds(`payouts_in_transit:${maker.id}`)]).toEqual([8780, 0])
    }
    await invariants()
  })

  it('I1 refuse what does not sum up to nothing, and keep nothing of it', async () => {
    const before = await countOf()
    const wrong = { kind: 'sale', source: 'order', sourceId: newId(), currency: 'EUR' }
    await expect(post(ctx, { ...wrong, entries: [{ account: 'tax', minor: 5 }] })).rejects.toSatisfy(
      (error) => sqlState(error) === '23514',
    )
    expect(await countOf()).toEqual(before)
    expect(await post(ctx, { ...wrong, entries: [] })).toBe(true)
  })

  it('I1 have a second fence for whoever writes past the first', async () => {
    await bookSale(ctx, aSale())
    await expect(
      ctx.db.execute(sql`insert into ledger_entries (transaction_id, account_id, minor, currency)
        select transaction_id, account_id, 7, currency from ledger_entries limit 1`),
    ).rejects.toSatisfy((error) => sqlState(error) === '23514')
  })

  it('I3 are never changed, by anybody', async () => {
    await bookSale(ctx, aSale())
    for (const change of [
      sql`update ledger_entries set minor = minor + 1`,
      sql`delete from ledger_entries`,
      sql`update ledger_transactions set about = 'x'`,
      sql`delete from ledger_transactions`,
      sql`update ledger_accounts set currency = 'USD'`,
      sql`delete from ledger_accounts`,
    ])
      await expect(ctx.db.execute(change)).rejects.toSatisfy((error) => sqlState(error) === '23514')
    await invariants()
  })

  it('I3 are closed to the app but for the one way in', async () => {
    const tryAsApp = (statement: ReturnType<typeof sql>) =>
      ctx.transact(async (tx) => {
        await tx.execute(sql`set local role guildhall_app`)
        await tx.execute(statement)
      })
    await bookSale(ctx, aSale())
    for (const change of [
      sql`insert into ledger_transactions (id, kind, source, source_id, currency, actor) values (gen_random_uuid(), 'sale', 'x', 'x', 'EUR', 'x')`,
      sql`update ledger_accounts set balance_minor = balance_minor + 1`,
      sql`delete from ledger_entries`,
      sql`truncate ledger_entries`,
      sql`select ledger_note(gen_random_uuid(), 'tax', 'EUR', 5)`,
    ])
      await expect(tryAsApp(change)).rejects.toSatisfy((error) => sqlState(error) === '42501')
    const booking = { kind: 'sale', source: 'order', sourceId: newId(), currency: 'EUR', actor: 'x', entries: [] }
    await tryAsApp(sql`select ledger_post(${JSON.stringify(booking)}::jsonb)`)
  })

  it('go along with a change in one statement, and stay as they are where nothing changed', async () => {
    await bookSale(ctx, aSale())
    const id = await aJar(maker.id, 0)
    const move = (moveId: string) =>
      postAlong(ctx, moved({ moveId, minor: 100, currency: 'EUR', from: payable(maker.id), to: jar(id) }))
    const rename = (which: string) =>
      ctx.db.update(jars).set({ name: 'Renamed' }).where(sql`${jars.id} = ${which}::uuid`).returning({ id: jars.id })
    const { trips } = ctx.spent
    await commit(ctx, rename(id), fact('jar.renamed'), move(newId()))
    expect(ctx.spent.trips - trips).toBe(1)
    await commit(ctx, rename(newId()), fact('jar.renamed'), move(newId()))
    expect(await holds(jar(id))).toBe(100)
  })

  it('are put right by a booking with a reason only', async () => {
    await bookSale(ctx, aSale())
    const right = {
      correctionId: newId(),
      from: 'platform_fee',
      to: payable(maker.id),
      minor: 400,
      currency: 'EUR',
    } as const
    await expect(post(ctx, correction({ ...right, reason: '' }))).rejects.toSatisfy(
      (error) => sqlState(error) === '23514',
    )
    await post(ctx, correction({ ...right, reason: 'The fee was taken by mistake.' }))
    expect(await holds(payable(maker.id))).toBe(9180)
  })
})

type Step = { does: string; on: number; part: number; state: number }

describe('I1 I2 I3 I7 the books balance', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    does: fc.constantFrom('sale', 'sale', 'refund', 'refund', 'dispute', 'payout', 'move'),
    on: fc.nat(50),
    part: fc.integer({ min: 1, max: 1000 }),
    state: fc.nat(2),
  })

  it('after any history, and stay as they are when all of it is told again in another order', async () => {
    const jarIds = [await aJar(maker.id, 3333), await aJar(maker.id, 5000)]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const told: (() => Promise<unknown>)[] = []
        const tell = async (what: () => Promise<unknown>) => {
          told.push(what)
          await what()
        }
        const sales: { sold: Sale; open: number }[] = []
        for (const { does, on, part, state } of steps) {
          const of = sales[on % Math.max(sales.length, 1)]
          if (does === 'sale') {
            const grossMinor = part * 7 + 13
            const sold = aSale({ grossMinor, taxMinor: on % 9, platformFeeMinor: on % 5, processorFeeMinor: on % 7 })
            sales.push({ sold, open: grossMinor })
            await tell(() => bookSale(ctx, sold))
          } else if (does === 'refund' && of) {
            const minor = Math.ceil((of.open * part) / 1000)
            if (minor === 0) continue
            const refundId = newId()
            const states = ['pending', 'done', 'failed'] as const
            if (states[state] !== 'failed') of.open -= minor
            await tell(() => refund(refundOf(of.sold, minor, 'pending', refundId)))
            await tell(() => refund(refundOf(of.sold, minor, states[state] ?? 'done', refundId)))
          } else if (does === 'dispute' && of && of.open > 0) {
            const seen = { minor: of.open, disputeId: newId(), withdrawnMinor: of.open, feeMinor: 15 }
            const ends = (['open', 'won', 'lost'] as const)[state] ?? 'open'
            if (ends !== 'won') of.open = 0
            await tell(() => dispute(disputeOf(of.sold, seen)))
            const reinstatedMinor = ends === 'won' ? seen.minor : 0
            await tell(() => dispute(disputeOf(of.sold, { ...seen, state: ends, reinstatedMinor })))
          } else if (does === 'payout') {
            const payout = payoutOf(part)
            if ((await holds(payable(maker.id))) < part) continue
            await tell(() => post(ctx, payoutAsked(payout)))
            const ends = (['paid', 'failed', 'returned'] as const)[state] ?? 'paid'
            await tell(() => transact(ctx, (within) => bookPayout(within, payout, ends)))
          } else if (does === 'move') {
            const [from, to] = [
              jar(jarIds[on % 2] ?? ''),
              state === 0 ? payable(maker.id) : jar(jarIds[(on + 1) % 2] ?? ''),
            ]
            const move = moved({ moveId: newId(), minor: part, currency: 'EUR', from, to })
            if ((await holds(from)) < part) continue
            await tell(() => post(ctx, move))
          }
        }
        await invariants()
        const before = await countOf()
        for (const again of told.toReversed()) await again()
        expect(await countOf()).toEqual(before)
      }),
      { numRuns: 8 },
    )
  })
})

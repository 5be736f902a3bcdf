import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { alerts } from '#db/schema/jobs.ts'
import { holds, payoutAccounts, payouts } from '#db/schema/marketplace/payouts.ts'
import { jarMilestones } from '#db/schema/marketplace/savings.ts'
import { notices } from '#db/schema/notifications.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { transact } from '#workers/lib/transact.ts'
import { readGoal } from '#workers/mentoring/goals/goals.ts'
import { NewGoal } from '#workers/mentoring/goals/inputs.ts'
import { setGoal } from '#workers/mentoring/goals/working.ts'
import { auditBooks } from './audit/auditing.ts'
import { readMoney } from './earnings/earnings.ts'
import { bookRefund } from './ledger/refunding.ts'
import { bookSale } from './ledger/selling.ts'
import type { Payments, PayoutSeen, Sending } from './payments/port.ts'
import { PaymentRefused, PaymentUnsure } from './payments/refusals.ts'
import { settlements } from './payments/settlements.ts'
import { choosePayoutAccount } from './payouts/accounts.ts'
import { askForPayout } from './payouts/asking.ts'
import { canBePaid } from './payouts/can-be-paid.ts'
import { handOver } from './payouts/handing-over.ts'
import { readReceipt } from './payouts/payouts.ts'
import { sendPayout, settlePayout } from './payouts/sending.ts'
import { JarChange, NewJar } from './savings/inputs.ts'
import { readJar } from './savings/jars.ts'
import { changeJar, closeJar, makeJar, moveMoney } from './savings/keeping.ts'
import { markMilestones } from './savings/milestones.ts'

let world: World
let maker: Somebody
let ctx: MemberCtx

// A provider that keeps what it was told by its key, as the real ones do.
let sent: Map<string, Sending>
let answers: (() => void)[]
let becomes: PayoutSeen['state']
const provider = {
  offered: ['stripe', 'paypal'],
  through: async () => ({
    send: async (payout: Sending) => {
      sent.set(payout.key, payout)
      answers.shift()?.()
      return { ref: `po_${payout.key}` }
    },
    lookAtPayout: async () => ({ state: becomes, key: undefined, why: 'The account is closed.' }),
    takeBack: async () => {},
  }),
} as unknown as Payments

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world)
  ctx = { ...maker.ctx, payments: provider }
  ;[sent, answers, becomes] = [new Map(), [], 'paid']
})

const sell = async (grossMinor = 10_000, orderId = newId()) => {
  const sold = { orderId, sellerId: maker.id, provider: 'stripe', currency: 'EUR', grossMinor } as const
  await bookSale(ctx, { ...sold, taxMinor: 0, platformFeeMinor: 0, processorFeeMinor: 0, about: 'A blue bowl' })
  return sold
}
const jarWith = (more: object = {}) => makeJar(ctx, NewJar.parse({ name: 'A kiln', currency: 'EUR', ...more }))
const aGoal = async () => {
  const pair = await aPair(world)
  const goal = NewGoal.parse({ title: 'Twelve corners', measure: 'corners', target: 12, pair: pair.id })
  return { pair, goal: (await setGoal(pair.participant.ctx, goal)).id }
}
const money = () => readMoney(ctx, { currency: 'EUR' })
const byPaypal = async () => {
  await choosePayoutAccount(ctx, { way: 'paypal', email: 'maker@example.org' })
  await ctx.db.update(payoutAccounts).set({ changedAt: sql`now() - interval '25 hours'` })
}
const stateOf = async (id: string) =>
  (await ctx.db.select().from(payouts).where(sql`id = ${id}::uuid`))[0] ?? expect.unreachable()
const facts = async (name: string) =>
  (await ctx.db.execute(sql`select subject, data, id from events where name = ${name} order by id`)).rows

describe('a jar', () => {
  it('grows by its share of each sale, and tells once what it reached', async () => {
    const { id } = await jarWith({ target: '80', sharePercent: '25' })
    for (let n = 0; n < 4; n++) await sell()
    await world.settle()
    expect((await readJar(ctx, { id })).jar).toMatchObject({ minor: 10_000, targetMinor: 8000 })
    expect(await facts('jar.reached')).toMatchObject([{ subject: id, data: { percent: 100, name: 'A kiln' } }])
    const [posted] = await facts('books.posted')
    await markMilestones(ctx, {}, posted.id)
    expect(await facts('jar.reached')).toHaveLength(1)
    expect(await ctx.db.select().from(jarMilestones)).toHaveLength(4)
  })

  it('gives back what a refunded sale gave it, and its milestone falls back and may be reached again', async () => {
    const { id } = await jarWith({ target: '100', sharePercent: 100 })
    const sold = await sell()
    await world.settle()
    await transact(ctx, (within) => bookRefund(within, { ...sold, refundId: newId(), minor: 6000, state: 'done' }))
    await world.settle()
    const { milestones, minor } = (await readJar(ctx, { id })).jar
    expect(minor).toBe(4000)
    expect(milestones.map(({ percent, fellBackAt }) => [percent, fellBackAt !== null])).toEqual([
      [25, false],
      [50, true],
      [75, true],
      [100, true],
    ])
    await sell()
    await world.settle()
    expect((await readJar(ctx, { id })).jar.milestones.every(({ fellBackAt }) => fellBackAt === null)).toBe(true)
    expect(await facts('jar.reached')).toHaveLength(2)
  })

  it('follows its target: a higher one is not reached yet, a lower one is, and another name changes nothing', async () => {
    const { id } = await jarWith({ target: '100', sharePercent: 100 })
    await sell()
    await world.settle()
    const change = async (to: object) => {
      await changeJar(ctx, { id }, JarChange.parse({ name: 'A kiln', currency: 'EUR', sharePercent: 100, ...to }))
      await world.settle()
      return (await readJar(ctx, { id })).jar.milestones.map(({ fellBackAt }) => fellBackAt === null)
    }
    expect(await change({ target: '350' })).toEqual([true, false, false, false])
    expect(await change({ target: '350', name: 'A larger kiln' })).toEqual([true, false, false, false])
    expect(await change({ target: '90' })).toEqual([true, true, true, true])
    expect(await facts('jar.reached')).toHaveLength(2)
  })

  it('never takes more than a whole sale together with the others', async () => {
    const { id } = await jarWith({ sharePercent: 60 })
    await jarWith({ sharePercent: 60, currency: 'GBP' })
    await expect(jarWith({ sharePercent: 41 })).rejects.toMatchObject({ status: 422 })
    await jarWith({ sharePercent: 40 })
    await expect(
      changeJar(ctx, { id }, NewJar.parse({ name: 'A kiln', currency: 'EUR', sharePercent: 61 })),
    ).rejects.toMatchObject({ status: 422, issues: [{ path: 'sharePercent' }] })
  })

  it('hands on what is in it, never more, and all of it when it is closed', async () => {
    const [one, two] = [await jarWith({ sharePercent: 50 }), await jarWith()]
    await sell()
    await moveMoney(ctx, { from: one.id, to: two.id, minor: 2000, currency: 'EUR' })
    await moveMoney(ctx, { from: two.id, to: undefined, minor: 500, currency: 'EUR' })
    await expect(moveMoney(ctx, { from: two.id, to: one.id, minor: 1501, currency: 'EUR' })).rejects.toMatchObject({
      code: 'not_enough',
    })
    await closeJar(ctx, one)
    const { balances, jars } = await money()
    expect(balances).toMatchObject([{ payable: 8500, jars: 1500, owes: 0 }])
    expect(jars.map(({ id }) => id)).toEqual([two.id])
    await expect(moveMoney(ctx, { from: undefined, to: one.id, minor: 1, currency: 'EUR' })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('B47 has a picture that only its owner sees, and only one of their own', async () => {
    const stranger = await aMember(world)
    const [mine, theirs] = [await aFile(world, maker), await aFile(world, stranger)]
    const { id } = await jarWith({ files: [mine] })
    expect((await readJar(ctx, { id })).jar.picture).toMatchObject({ id: mine, widths: [480] })
    const opens = async (who: Somebody) => (await who.request(`/media/m/${mine}/480`)).status
    expect([await opens(maker), await opens(stranger)]).toEqual([200, 404])
    const wish = (files: string[]) => NewJar.parse({ name: 'A kiln', currency: 'EUR', files })
    await expect(changeJar(ctx, { id }, wish([mine, theirs]))).rejects.toMatchObject({ issues: [{ path: 'files' }] })
    const newer = await aFile(world, maker)
    await changeJar(ctx, { id }, wish([mine, newer]))
    expect((await readJar(ctx, { id })).jar.picture).toMatchObject({ id: newer })
    await changeJar(ctx, { id }, wish([]))
    expect((await readJar(ctx, { id })).jar.picture).toBeNull()
  })

  it('B47 is saved for a goal of the same member, never for one of somebody else', async () => {
    const { pair, goal } = await aGoal()
    await expect(jarWith({ goal })).rejects.toMatchObject({ status: 422, issues: [{ path: 'goal' }] })
    const mine = await makeJar(pair.participant.ctx, NewJar.parse({ name: 'A kiln', currency: 'EUR', goal }))
    expect((await readJar(pair.participant.ctx, mine)).jar.goal).toEqual({ id: goal, title: 'Twelve corners' })
    await expect(
      ctx.db.execute(sql`update jars set member_id = ${maker.id} where id = ${mine.id}`),
    ).rejects.toMatchObject({ cause: { constraint: 'jars_goal_is_their_own' } })
    await ctx.db.execute(sql`delete from goals where id = ${goal}`)
    expect((await readJar(pair.participant.ctx, mine)).jar).toMatchObject({ goal: null, name: 'A kiln' })
  })

  it('that is full is a step of its goal, which a refund opens again; the mentor never learns how much is in it', async () => {
    const { pair, goal } = await aGoal()
    ;[maker, ctx] = [pair.participant, pair.participant.ctx]
    const { id } = await jarWith({ target: '100', sharePercent: 100, goal })
    const seen = async (by: MemberCtx) => (await readGoal(by, { id: goal })).goal
    expect(await seen(ctx)).toMatchObject({ steps: 1, stepsDone: 0 })
    const sold = await sell()
    await world.settle()
    const jar = { id, name: 'A kiln', isFull: true, share: 1 }
    expect(await seen(ctx)).toMatchObject({ steps: 1, stepsDone: 1, jars: [jar] })
    expect((await seen(pair.mentor.ctx)).jars).toEqual([jar])
    expect(await facts('goal.saved-for')).toMatchObject([
      { subject: goal, data: { name: 'A kiln', mentorship: pair.id } },
    ])
    await transact(ctx, (within) => bookRefund(within, { ...sold, refundId: newId(), minor: 6000, state: 'done' }))
    await world.settle()
    expect(await seen(ctx)).toMatchObject({ stepsDone: 0, jars: [{ isFull: false, share: 0.4 }] })
    await sell()
    await world.settle()
    await closeJar(ctx, { id })
    expect(await seen(ctx)).toMatchObject({ steps: 1, stepsDone: 1 })
    expect(await facts('goal.saved-for')).toHaveLength(2)
  })

  it('B47 is nobody else’s', async () => {
    const { id } = await jarWith({ sharePercent: 50 })
    await sell()
    const stranger = await aMember(world, { roles: ['participant', 'organiser', 'admin'] })
    await expect(readJar(stranger.ctx, { id })).rejects.toMatchObject({ status: 404 })
    await expect(closeJar(stranger.ctx, { id })).rejects.toMatchObject({ status: 404 })
    await expect(moveMoney(stranger.ctx, { from: id, to: undefined, minor: 1, currency: 'EUR' })).rejects.toMatchObject(
      { status: 404 },
    )
  })
})

describe('money as programs read it', () => {
  const ok = async <T>(answer: Response, status: number): Promise<T> => {
    expect(answer.status, await answer.clone().text()).toBe(status)
    return answer.json()
  }

  it('is the same as on the pages: a jar is made, filled, foreseen and closed', async () => {
    await sell()
    const jar = { name: 'A kiln', currency: 'EUR', target: '50', dueOn: '2999-01-01' }
    const { id } = await ok<{ id: string }>(await maker.send('POST', '/api/money/jars', jar), 201)
    const move = { to: id, amount: '20', currency: 'EUR' }
    await ok(await maker.send('POST', '/api/money/moves', move), 201)
    expect(await ok(await maker.request(`/api/money/jars/${id}`), 200)).toMatchObject({
      jar: { minor: 2000, targetMinor: 5000, goal: null, picture: null },
      forecast: { says: 'never' },
      monthly: { currency: 'EUR' },
    })
    await byPaypal()
    expect(await ok(await maker.request('/api/money'), 200)).toMatchObject({
      balances: [{ payable: 8000, jars: 2000 }],
      jars: [{ id }],
      account: { way: 'paypal' },
    })
    await ok(await maker.send('DELETE', `/api/money/jars/${id}`), 200)
    expect(await ok(await maker.request('/api/money/jars'), 200)).toEqual({ jars: [] })
  })

  it('B72 moves once for an Idempotency-Key, also where nothing is left to move', async () => {
    await sell()
    const { id } = await jarWith()
    const move = { to: id, amount: '100', currency: 'EUR' }
    const again = () => maker.request('/api/money/moves', post(move, { 'Idempotency-Key': 'once-for-the-kiln' }))
    const first = await ok(await again(), 201)
    expect(await ok(await again(), 201)).toEqual(first)
    expect((await money()).balances).toMatchObject([{ payable: 0, jars: 10_000 }])
    expect((await maker.send('POST', '/api/money/moves', move)).status).toBe(409)
  })
})

describe('what sales brought', () => {
  it('adds up, also where more was sold than is listed, and is nothing at all for a newcomer', async () => {
    expect(await money()).toMatchObject({ months: [], sources: [] })
    for (let n = 0; n < 14; n++) {
      const sold = {
        orderId: newId(),
        sellerId: maker.id,
        provider: 'stripe',
        currency: 'EUR',
        grossMinor: 1000,
      } as const
      await bookSale(ctx, { ...sold, taxMinor: 0, platformFeeMinor: 0, processorFeeMinor: 0, about: `Bowl ${n}` })
    }
    const { sources } = await money()
    expect([sources.length, sources[0]?.allMinor]).toEqual([12, 14_000])
  })
})

describe('a payout', () => {
  it('needs to know where to, and waits a day after that changed', async () => {
    await sell()
    expect(await canBePaid(ctx, maker.id)).toBe(false)
    await expect(askForPayout(ctx, { currency: 'EUR' })).rejects.toMatchObject({ code: 'no_payout_account' })
    await choosePayoutAccount(ctx, { way: 'paypal', email: 'Maker@example.org' })
    expect(await canBePaid(ctx, maker.id)).toBe(true)
    await expect(askForPayout(ctx, { currency: 'EUR' })).rejects.toMatchObject({ code: 'account_changed' })
    await ctx.db.update(payoutAccounts).set({ isPaused: true })
    expect(await canBePaid(ctx, maker.id)).toBe(false)
  })

  it('B78 leaves once, however many ask at the same moment, and never what is held or not there', async () => {
    await sell()
    await byPaypal()
    const hold = {
      memberId: maker.id,
      minor: 3000,
      currency: 'EUR',
      source: 'order:1',
      reason: 'not-delivered',
    } as const
    await ctx.db.insert(holds).values({ ...hold, until: sql`now() + interval '3 days'` })
    for (const [minor, code] of [
      [7001, 'not_enough'],
      [499, 'below_minimum'],
    ] as const)
      await expect(askForPayout(ctx, { currency: 'EUR', minor })).rejects.toMatchObject({ code })
    const asked = await Promise.allSettled(
      Array.from({ length: 10 }, () => askForPayout(ctx, { currency: 'EUR', minor: 3000 })),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of asked)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'payout_on_its_way' })
    expect((await money()).balances).toMatchObject([{ payable: 7000, inTransit: 3000, held: 3000 }])
  })

  it('F34 is told again under the same key where it broke off, and arrives once', async () => {
    await sell()
    await byPaypal()
    const { id } = await askForPayout(ctx, { currency: 'EUR' })
    answers.push(() => {
      throw new PaymentUnsure()
    })
    await expect(sendPayout(ctx, { id })).rejects.toBeInstanceOf(PaymentUnsure)
    expect(await stateOf(id)).toMatchObject({ state: 'asked', triedAt: expect.any(Date) })
    await sendPayout(ctx, { id })
    await sendPayout(ctx, { id })
    expect([...sent]).toMatchObject([[id, { key: id, to: 'maker@example.org', minor: 10_000 }]])
    for (let n = 0; n < 2; n++) await settlePayout(ctx, { ref: `po_${id}` })
    expect(await stateOf(id)).toMatchObject({ state: 'paid' })
    expect((await money()).balances).toMatchObject([{ payable: 0, inTransit: 0 }])
  })

  it('comes back when it was refused, or returned after it was paid, and is the maker’s again', async () => {
    await sell()
    await byPaypal()
    const first = await askForPayout(ctx, { currency: 'EUR' })
    answers.push(() => {
      throw new PaymentRefused('no_such_account', 'Nobody is known there.')
    })
    await sendPayout(ctx, first)
    expect(await stateOf(first.id)).toMatchObject({ state: 'failed', why: 'Nobody is known there.' })
    const second = await askForPayout(ctx, { currency: 'EUR' })
    await sendPayout(ctx, second)
    for (const state of ['paid', 'returned', 'returned'] as const) {
      becomes = state
      await settlePayout(ctx, { ref: `po_${second.id}` })
    }
    expect(await stateOf(second.id)).toMatchObject({ state: 'returned', why: 'The account is closed.' })
    expect((await money()).balances).toMatchObject([{ payable: 10_000, inTransit: 0 }])
    expect(await facts('payout.returned')).toHaveLength(1)
    await world.settle()
    const told = await ctx.db.select().from(notices).where(sql`kind like 'payout-%'`)
    expect(told.map(({ kind }) => kind).sort()).toEqual(['payout-failed', 'payout-paid', 'payout-returned'])
  })

  it('is handed over by a mentor or an organiser with a receipt, never by oneself', async () => {
    const pair = await aPair(world)
    maker = pair.participant
    ctx = { ...maker.ctx, payments: provider }
    await sell()
    await choosePayoutAccount(ctx, { way: 'by-hand' })
    const { id } = await askForPayout(ctx, { currency: 'EUR' })
    expect(await readReceipt(pair.mentor.ctx, { id })).toMatchObject({ state: 'asked', mine: false })
    const stranger = await aMember(world, { roles: ['participant', 'mentor'] })
    for (const other of [stranger.ctx, ctx])
      await expect(handOver(other, { id }, { note: '' })).rejects.toMatchObject({ status: 404 })
    const given = await handOver(pair.mentor.ctx, { id }, { note: 'In the workshop.' })
    expect(given).toMatchObject({ state: 'paid', minor: 10_000, receipt: expect.any(Number) })
    await expect(handOver(pair.mentor.ctx, { id }, { note: '' })).rejects.toMatchObject({ status: 404 })
    expect(await readReceipt(ctx, { id })).toMatchObject({
      receipt: given.receipt,
      note: 'In the workshop.',
      mine: true,
    })
    await expect(readReceipt(stranger.ctx, { id })).rejects.toMatchObject({ status: 404 })
    expect((await money()).balances).toMatchObject([{ payable: 0, inTransit: 0 }])
    await world.settle()
    const told = await ctx.db.select({ kind: notices.kind, to: notices.memberId }).from(notices)
    expect(told).toContainEqual({ kind: 'payout-to-hand-over', to: pair.mentor.id })
    expect(told).toContainEqual({ kind: 'payout-paid', to: maker.id })
  })
})

describe('an account at Stripe', () => {
  const { account } = settlements
  const mine = async () => (await ctx.db.select().from(payoutAccounts))[0] ?? expect.unreachable()

  it('is ready as soon as Stripe says so, and not before', async () => {
    await choosePayoutAccount(maker.ctx, { way: 'stripe' })
    const ref = (await mine()).ref ?? ''
    for (const [how, isReady] of [
      ['half', false],
      ['done', true],
    ] as const) {
      world.sandbox.does.onboard(ref, how)
      expect(await account(maker.ctx, { provider: 'stripe', ref })).toBe('done')
      expect((await mine()).isReady).toBe(isReady)
    }
    expect((await facts('payout-account.looked-at')).length).toBe(2)
  })

  it('of somebody else is none of ours (B75)', async () => {
    expect(await account(maker.ctx, { provider: 'stripe', ref: 'acct_of_nobody' })).toBe('unknown')
  })
})

describe('the audit of a night', () => {
  it('raises an alert once where the books broke a promise, and is silent where they are well', async () => {
    await sell()
    await auditBooks(ctx)
    expect(await ctx.db.select().from(alerts)).toEqual([])
    await ctx.db.execute(sql`update ledger_accounts set balance_minor = balance_minor + 5 where kind = 'cash'`)
    for (let n = 0; n < 2; n++) await auditBooks(ctx)
    expect((await ctx.db.select().from(alerts)).map(({ subject }) => subject.slice(0, 8)).sort()).toEqual([
      'books:I2',
      'books:I2',
    ])
    await ctx.db.execute(sql`update ledger_accounts set balance_minor = balance_minor - 5 where kind = 'cash'`)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from '../hashing.ts'
import { bonusOf, chancesOf } from './drawing.ts'
import { type Lists, listsOf, unitOf } from './lists.ts'
import { addExpected, askingIn, pricesOf } from './prices.ts'
import { SLOTS, sharesOf } from './shares.ts'
import { chancesFor, slatesOf } from './slates.ts'
import { matchesOfTheWeek } from './this-week.ts'

type Size = { seed: number; members: number; mentors: number }
const size = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  members: fc.integer({ min: 1, max: 40 }),
  mentors: fc.integer({ min: 1, max: 30 }),
})

// Some mentors are wished by nearly everybody, some have no seat.
function aMarket({ seed, members, mentors }: Size) {
  const roll = dice(seed)
  const charm = Array.from({ length: mentors }, () => roll() ** 4)
  const seated = charm.map((_, at) => ({ id: `mentor ${at}`, seats: Math.floor(4 * roll()) }))
  const listed = Array.from({ length: members }, (_, member) => ({
    id: `member ${member}`,
    of: charm.map((more, at) => ({ id: `mentor ${at}`, worth: 0.5 * roll() + 0.5 * more })).filter(() => roll() < 0.8),
  }))
  return { listed, seated }
}

function answered({ listed, seated }: ReturnType<typeof aMarket>, seed = 7) {
  const lists = listsOf(listed, seated)
  const asking = askingIn(unitOf(lists.worth))
  const prices = pricesOf(lists, asking)
  const shares = sharesOf(lists.seats, SLOTS * lists.members.length)
  const thisWeek = matchesOfTheWeek(lists, seed)
  const slating = { lists, prices, shares, thisWeek, sharpness: asking.sharpness, seed }
  return { lists, asking, prices, shares, slating, slates: slatesOf(slating) }
}

const expectedIn = (lists: Lists, asking: ReturnType<typeof askingIn>, prices: Float64Array) => {
  const expected = new Float64Array(prices.length)
  addExpected(lists, { ...asking, prices }, expected)
  return expected
}

describe('prices', () => {
  it('are such that nobody is expected to be asked more often than they have seats', () => {
    fc.assert(
      fc.property(size, (one) => {
        const { lists, asking, prices } = answered(aMarket(one))
        for (const [at, many] of expectedIn(lists, asking, prices).entries())
          expect(many).toBeLessThan(1.01 * (lists.seats[at] ?? 0))
      }),
    )
  })

  it('are never below nothing, and nothing where there is room', () => {
    fc.assert(
      fc.property(size, (one) => {
        const { lists, asking, prices } = answered(aMarket(one))
        expectedIn(lists, asking, prices).forEach((many, at) => {
          expect(prices[at]).toBeGreaterThanOrEqual(0)
          if (many < 0.99 * (lists.seats[at] ?? 0)) expect(prices[at]).toBe(0)
        })
      }),
    )
  })

  it('mean the same whatever worths are counted in', () => {
    const market = aMarket({ seed: 3, members: 30, mentors: 10 })
    const tenfold = market.listed.map(({ id, of }) => ({
      id,
      of: of.map((one) => ({ ...one, worth: 5 + 10 * one.worth })),
    }))
    const [own, other] = [answered(market), answered({ ...market, listed: tenfold })]
    for (const [at, price] of own.prices.entries()) expect(other.prices[at]).toBeCloseTo(10 * price, 6)
  })

  it('are raised by nobody while everybody has a seat of their own', () => {
    const listed = [0, 1, 2].map((n) => ({ id: `member ${n}`, of: [{ id: `mentor ${n}`, worth: n }] }))
    const seated = [0, 1, 2].map((n) => ({ id: `mentor ${n}`, seats: 1 }))
    expect([...answered({ listed, seated }).prices]).toEqual([0, 0, 0])
  })
})

describe('slates', () => {
  it('show no mentor beyond their share, nobody twice, and ten at the most', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 12 }), (one, share) => {
        const { lists, slating } = answered(aMarket(one))
        const slates = slatesOf({ ...slating, shares: new Int32Array(lists.mentors.length).fill(share) })
        const times = new Int32Array(lists.mentors.length)
        for (const { mentor } of slates.flat()) times[mentor] = (times[mentor] ?? 0) + 1
        expect(Math.max(0, ...times)).toBeLessThanOrEqual(share)
        for (const slate of slates) {
          expect(new Set(slate.map(({ mentor }) => mentor)).size).toBe(slate.length)
          expect(slate.length).toBeLessThanOrEqual(SLOTS)
          expect(slate.map(({ slot }) => slot)).toEqual(slate.map((_, at) => at + 1))
        }
      }),
    )
  })

  it('begin with this week’s match, of whom no mentor has more than seats', () => {
    const { lists, slates, slating } = answered(aMarket({ seed: 5, members: 40, mentors: 12 }))
    const times = new Int32Array(lists.mentors.length)
    slating.thisWeek.forEach((mentor, member) => {
      if (mentor < 0) return
      expect(slates[member]?.[0]?.mentor).toBe(mentor)
      times[mentor] = (times[mentor] ?? 0) + 1
    })
    for (const [at, many] of times.entries()) expect(many).toBeLessThanOrEqual(lists.seats[at] ?? 0)
    expect(times.reduce((sum, many) => sum + many, 0)).toBeGreaterThan(10)
  })

  it('go on with whom one gains most with', () => {
    const { lists, prices, slates, slating } = answered(aMarket({ seed: 9, members: 6, mentors: 30 }))
    const gain = (member: number, mentor: number) => {
      const at = lists.mentor.indexOf(mentor, lists.firstOf[member])
      return (lists.worth[at] ?? 0) - (prices[mentor] ?? 0)
    }
    slates.forEach((slate, member) => {
      const ranked = slate.filter(({ mentor, slot }) => mentor !== slating.thisWeek[member] && slot < SLOTS)
      const gains = ranked.map(({ mentor }) => gain(member, mentor))
      expect(gains).toEqual(gains.toSorted((one, other) => other - one))
    })
  })

  it('are the same in whatever order members and mentors come (T15)', () => {
    fc.assert(
      fc.property(size, (one) => {
        const market = aMarket(one)
        const listed = market.listed.toReversed().map(({ id, of }) => ({ id, of: of.toReversed() }))
        const other = answered({ listed, seated: market.seated.toReversed() })
        const own = answered(market)
        expect(other.prices).toEqual(own.prices)
        expect(other.slates).toEqual(own.slates)
      }),
    )
  })
})

describe('the last place of a slate', () => {
  it('is drawn: the chances of all who might stand there are one together, and none is too small to learn from', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 51 }), (gains) => {
        const chances = chancesOf(gains, 3)
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
        for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0.5 / gains.length)
      }),
    )
  })

  it('keeps the chance it was drawn with, and over many weeks each comes as often as that', () => {
    const { lists, shares, slating, slates } = answered(aMarket({ seed: 2, members: 1, mentors: 30 }))
    const slate = (slates[0] ?? []).slice(0, -1)
    const chances = chancesFor(slating, { member: 0, room: shares, slate })
    const times = new Map<number, number>()
    for (let seed = 0; seed < 2_000; seed++) {
      const last = slatesOf({ ...slating, seed })[0]?.at(-1)
      expect(last?.propensity).toBe(chances.find(({ mentor }) => mentor === last?.mentor)?.chance)
      times.set(last?.mentor ?? -1, (times.get(last?.mentor ?? -1) ?? 0) + 1)
    }
    for (const { mentor, chance } of chances) expect((times.get(mentor) ?? 0) / 2_000).toBeCloseTo(chance, 1)
    expect(chances).toHaveLength(lists.mentor.length - slate.length)
  })
})

describe('whoever just came', () => {
  it('has half a spread more, and less with every answer', () => {
    expect([0, 3, 99].map(bonusOf)).toEqual([0.5, 0.25, 0.05])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockingIn, checkedAgain, draftOf } from './drafting.ts'
import { hasSeatFor, moveByHand, paired } from './moving.ts'
import type { Setting, Together } from './setting.ts'
import { balanceAmong } from './stops.ts'
import { tellAbout } from './telling.ts'
import { aSetting, RULES_AS_GIVEN } from './testing/settings.ts'
import { whyLeftOut } from './words.ts'

const PROGRAM = fc.record({
  seed: fc.nat({ max: 100_000 }),
  balance: fc.constantFrom(0, 1, 2, 3, 4),
  size: fc.record({
    participants: fc.integer({ min: 1, max: 20 }),
    mentors: fc.integer({ min: 1, max: 8 }),
    seats: fc.integer({ min: 1, max: 3 }),
  }),
})
const names = (together: Together[]) => together.map((two) => `${two.participantId} ${two.mentorId}`).sort()
const withRules = (setting: Setting, rules: Partial<Setting['rules']>): Setting => ({
  ...setting,
  rules: { ...setting.rules, ...rules },
})
const crowded = aSetting(5, { participants: 14, mentors: 4, seats: 3 })

describe('a program that is paired', () => {
  it('gives nobody two mentors and no mentor more than their seats, at every stop', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, balance, size }) => {
        const setting = withRules(aSetting(seed, size), { balance })
        const { together, leftOut } = draftOf(setting)
        const placed = together.map(({ participantId }) => participantId)
        const everybody = [...placed, ...leftOut.map(({ participantId }) => participantId)]
        expect(everybody.sort()).toEqual(setting.participants.map(({ id }) => id).sort())
        for (const { id, seats } of setting.mentors)
          expect(together.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(seats)
      }),
      { numRuns: 150 },
    )
  })

  it('is proved where it is the best, and the proof holds when it is checked again, in any order of people (T15)', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, balance, size }) => {
        const setting = withRules(aSetting(seed, size), { balance: Math.max(2, balance) })
        const { together, found } = draftOf(setting)
        expect(found.proof).toMatchObject({ gap: 0, broken: 0 })
        expect(checkedAgain(setting, { together, prices: found.prices })).toEqual(found.proof)
        const turned = {
          ...setting,
          participants: setting.participants.toReversed(),
          mentors: setting.mentors.toReversed(),
        }
        const again = draftOf(turned)
        expect([names(again.together), again.found.proof]).toEqual([names(together), found.proof])
      }),
      { numRuns: 100 },
    )
  })

  it('a pair that was exchanged for a worse one is no longer proved', () => {
    const { together, found } = draftOf(crowded)
    const [first, ...others] = together
    if (!first) throw new Error('Nobody was paired.')
    const worse = { together: others, prices: found.prices }
    expect(checkedAgain(crowded, worse)?.gap === 0 && checkedAgain(crowded, worse)?.broken === 0).toBe(false)
  })

  it('leaves out nobody who can be placed, where that is what counts', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, size }) => {
        const setting = aSetting(seed, size)
        const seats = setting.mentors.reduce((sum, mentor) => sum + mentor.seats, 0)
        expect(draftOf(setting).together.length).toBe(Math.min(seats, setting.participants.length))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the slider', () => {
  it('goes from nobody who would rather swap to nobody left out, and says what each stop costs', () => {
    const { stops } = draftOf(crowded).found
    expect(stops.map(({ balance }) => balance)).toEqual([0, 1, 2, 3, 4])
    expect(stops[0]?.blocking).toBe(0)
    expect(stops[2]?.share).toBe(1)
    expect(Math.min(...stops.map(({ leftOut }) => leftOut))).toBe(stops[4]?.leftOut)
  })

  it('shows who would be paired at the stop that is chosen', () => {
    const { found, together } = draftOf(withRules(crowded, { balance: 0 }))
    expect(found.proof).toBeNull()
    expect(crowded.participants.length - together.length).toBe(found.stops[0]?.leftOut)
    expect(names(paired(withRules(crowded, { balance: 0 })))).toEqual(names(together))
  })
})

describe('a program of very many', () => {
  const many = aSetting(3, { participants: 210, mentors: 2000, seats: 1 })

  it('is paired from the best fits on, and nobody looks for who would rather swap', () => {
    const { found, leftOut } = draftOf(many)
    expect(found.stops.map(({ balance, blocking }) => [balance, blocking])).toEqual([
      [2, null],
      [3, null],
      [4, null],
    ])
    expect(found.stops[0]?.share).toBe(1)
    expect(found.stops[2]).toMatchObject({ leftOut: leftOut.length })
    expect(found.proof).toMatchObject({ gap: 0, broken: 0 })
  })

  it('is not said to be calm, whatever was chosen while there were few', () => {
    expect([0, 1, 2, 3, 4].map((balance) => balanceAmong(210 * 2000, balance))).toEqual([2, 2, 2, 3, 4])
    expect(balanceAmong(14 * 6, 0)).toBe(0)
  })
})

describe('what an organiser settles', () => {
  const [someone, other] = [crowded.participants[3]?.id ?? '', crowded.participants[4]?.id ?? '']

  it('stays: what is locked, who must and who may never', () => {
    const { together } = draftOf({
      ...crowded,
      settled: [{ participantId: someone, mentorId: 'm1' }],
      bonds: [
        { participantId: other, mentorId: 'm2', bond: 'must' },
        ...['m0', 'm1', 'm2'].map((mentorId) => ({ participantId: 'p9', mentorId, bond: 'never' as const })),
      ],
    })
    expect(names(together)).toEqual(expect.arrayContaining([`${someone} m1`, `${other} m2`]))
    expect(names(together).filter((two) => /^p9 m[012]$/.test(two))).toEqual([])
  })

  it('leaves a mentor alone whose places are all settled, and whoever may be with nobody', () => {
    for (const balance of [0, 1, 2, 3, 4]) {
      const setting = withRules(aSetting(11, { participants: 4, mentors: 2, seats: 1 }), { balance })
      const [first, ...others] = setting.participants.map(({ id }) => id)
      const settled = [{ participantId: first ?? '', mentorId: 'm0' }]
      const bonds = others.slice(1).map((participantId) => ({ participantId, mentorId: 'm1', bond: 'never' as const }))
      const { together, leftOut } = draftOf({ ...setting, settled, bonds })
      expect(names(together)).toEqual([`${first} m0`, `${others[0]} m1`].sort())
      expect(leftOut.map(({ qualified }) => qualified)).toEqual([1, 1])
    }
  })

  it('fills no place twice, however many must be with the same mentor: whoever is over is with nobody', () => {
    for (const balance of [0, 2, 4]) {
      const setting = withRules(aSetting(12, { participants: 3, mentors: 2, seats: 1 }), { balance })
      const bonds = ['p0', 'p1'].map((participantId) => ({ participantId, mentorId: 'm0', bond: 'must' as const }))
      const { together, leftOut } = draftOf({ ...setting, bonds })
      expect(names(together)).toEqual(['p0 m0', 'p2 m1'])
      expect(leftOut).toMatchObject([{ participantId: 'p1', qualified: 1, full: 1 }])
    }
  })

  it('a must keeps everybody from a mentor who teaches nothing of it', () => {
    const strict = withRules(crowded, { counts: { skills: 'must' } })
    const people = new Map([...strict.participants, ...strict.mentors].map((person) => [person.id, person]))
    const { together, leftOut, found } = draftOf(strict)
    for (const { participantId, mentorId } of together) {
      const learns = people.get(participantId)?.learns ?? []
      const teaches = people.get(mentorId)?.teaches ?? []
      expect(learns.length === 0 || learns.some(({ skill }) => teaches.some((one) => one.skill === skill))).toBe(true)
    }
    const before = draftOf(crowded).leftOut.length
    const relaxed = found.relaxed.find(({ about }) => about === 'skills')
    expect(relaxed?.places ?? 0).toBe(leftOut.length - before)
  })

  it('MAT-B4 which pair, if it might be, would place how many: as pairing anew without that rule says', () => {
    const three = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 3 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(), three, (seed, pairs) => {
        const bonds = new Map(
          pairs.map(([p, m]) => [`p${p} m${m}`, { participantId: `p${p}`, mentorId: `m${m}`, bond: 'never' as const }]),
        )
        const setting = { ...aSetting(seed, { participants: 12, mentors: 4, seats: 3 }), bonds: [...bonds.values()] }
        const { found, leftOut } = draftOf(setting)
        for (const [about, bond] of bonds) {
          const without = draftOf({ ...setting, bonds: setting.bonds.filter((one) => one !== bond) })
          const said = found.relaxed.find((one) => one.rule === 'never' && one.about === about)
          expect(said?.places ?? 0).toBe(Math.max(0, leftOut.length - without.leftOut.length))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('a mentor takes as many as the program says, and at least one', () => {
    const { together } = draftOf(withRules(crowded, { most: 1 }))
    expect(together.length).toBe(4)
    expect(new Set(together.map(({ mentorId }) => mentorId)).size).toBe(4)
    const spread = draftOf(withRules(aSetting(8, { participants: 4, mentors: 4, seats: 3 }), { fewest: 1 }))
    expect(new Set(spread.together.map(({ mentorId }) => mentorId)).size).toBe(4)
  })

  it('moves somebody by hand: the cost is what all pairs lose, and who else moves', () => {
    fc.assert(
      fc.property(PROGRAM, fc.nat({ max: 30 }), ({ seed, balance, size }, which) => {
        const setting = withRules(aSetting(seed, size), { balance: Math.max(2, balance) })
        const now = draftOf(setting).together
        const participantId = setting.participants[which % setting.participants.length]?.id ?? ''
        const mentorId = setting.mentors[which % setting.mentors.length]?.id ?? ''
        expect(hasSeatFor(setting, { participantId, mentorId })).toBe(true)
        const own = now.find((two) => two.participantId === participantId)
        const { lost, moved, leftOut } = moveByHand(setting, { participantId, mentorId, now })
        if (own?.mentorId === mentorId) expect([lost, moved, leftOut]).toEqual([0, [], []])
        else if (own && balance === 2) expect(lost).toBeGreaterThanOrEqual(0)
        expect(moved).not.toContain(participantId)
      }),
      { numRuns: 80 },
    )
  })

  it('who put each other first come together, and whoever is refused is never given', () => {
    const { participants, mentors } = aSetting(3, { participants: 1, mentors: 6, seats: 1 })
    const [seeker] = participants
    if (!seeker) throw new Error('Nobody is there.')
    const setting = aSetting(3, { participants: 1, mentors: 6, seats: 1 })
    const usual = draftOf(setting).together[0]?.mentorId ?? ''
    const first = mentors.find(({ id }) => id !== usual)?.id ?? ''
    const chosen = draftOf({
      ...setting,
      choices: [
        { memberId: seeker.id, otherId: first, place: 1 },
        { memberId: first, otherId: seeker.id, place: 1 },
      ],
    })
    expect(chosen.together[0]?.mentorId).toBe(first)
    const refused = draftOf({ ...setting, choices: [{ memberId: usual, otherId: seeker.id, place: 0 }] })
    expect(refused.together[0]?.mentorId).not.toBe(usual)
  })
})

const inStudio = (mentorIds: string[], most: number, begun = 0): Setting['groups'] => [
  { id: 'studio', name: 'Studio Porto', most, begun, mentorIds },
]

describe('mentors who take so many together', () => {
  const GROUPS = fc.array(
    fc.record({ of: fc.nat({ max: 2 }), most: fc.integer({ min: 1, max: 5 }), begun: fc.nat({ max: 2 }) }),
    {
      minLength: 8,
      maxLength: 8,
    },
  )
  const inGroups = (setting: Setting, said: { of: number; most: number; begun: number }[]): Setting => ({
    ...setting,
    groups: ['one', 'two'].map((id, n) => ({
      ...{ id, name: id, most: said[n]?.most ?? 1, begun: said[n]?.begun ?? 0 },
      mentorIds: setting.mentors.filter((_, at) => said[at]?.of === n + 1).map((mentor) => mentor.id),
    })),
  })
  const takenBy = (together: Together[], { mentorIds }: Setting['groups'][number]) =>
    together.filter(({ mentorId }) => mentorIds.includes(mentorId)).length

  it('take no more at any stop, with those who began and those who are settled; and the proof holds again from what was kept', () => {
    fc.assert(
      fc.property(PROGRAM, GROUPS, fc.nat({ max: 7 }), ({ seed, balance, size }, said, settledWith) => {
        const before = withRules(inGroups(aSetting(seed, size), said), { balance })
        const settled = [{ participantId: 'p0', mentorId: `m${settledWith % size.mentors}` }]
        const setting = { ...before, settled }
        const { together, found, leftOut } = draftOf(setting)
        for (const group of setting.groups)
          expect(takenBy(together, group) + group.begun).toBeLessThanOrEqual(Math.max(group.most, group.begun))
        expect(together.length + leftOut.length).toBe(setting.participants.length)
        if (balance < 2) expect(blockingIn(setting, together)).toBe(found.stops[balance]?.blocking)
        else {
          expect(found.proof).toMatchObject({ gap: 0, broken: 0 })
          expect(checkedAgain(setting, { together, prices: found.prices })).toEqual(found.proof)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are in pairs nobody would rather swap where calm matters most', () => {
    fc.assert(
      fc.property(PROGRAM, GROUPS, ({ seed, size }, said) => {
        const calm = withRules(inGroups(aSetting(seed, size), said), { balance: 0 })
        expect(blockingIn(calm, draftOf(calm).together)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('cannot be claimed to take more: the proof is of just these groups', () => {
    const setting = { ...crowded, groups: inStudio(['m0', 'm1'], 2) }
    const { together, prices, proof } = { ...draftOf(setting), ...draftOf(setting).found }
    for (const groups of [[], inStudio(['m0', 'm1'], 3), inStudio(['m0', 'm2'], 2), inStudio(['m0', 'm1'], 2, 1)])
      expect(checkedAgain({ ...setting, groups }, { together, prices }).inputHash).not.toBe(proof?.inputHash)
    const free = draftOf(crowded)
    expect(checkedAgain(setting, { together: free.together, prices: free.found.prices }).broken).toBeGreaterThan(0)
  })

  it('are why somebody is with nobody, and one more place for them is tried', () => {
    fc.assert(
      fc.property(PROGRAM, GROUPS, ({ seed, size }, said) => {
        const setting = inGroups(aSetting(seed, size), said)
        const { found, leftOut } = draftOf(setting)
        for (const [n, { id, most }] of setting.groups.entries()) {
          const wider = setting.groups.with(n, { ...(setting.groups[n] ?? raise()), most: most + 1 })
          const relaxed = found.relaxed.find(({ rule, about }) => rule === 'group' && about === id)
          const begun = setting.groups[n]?.begun ?? 0
          if (most >= begun)
            expect(relaxed?.places ?? 0).toBe(leftOut.length - draftOf({ ...setting, groups: wider }).leftOut.length)
        }
        for (const { qualified, full, inFullGroups } of leftOut)
          expect(full + (inFullGroups ?? []).reduce((sum, { mentors }) => sum + mentors, 0)).toBe(qualified)
      }),
      { numRuns: 60 },
    )
  })

  it('keep a place by hand only as long as there is one', () => {
    const groups = inStudio(['m0', 'm1'], 1)
    const settled = [{ participantId: 'p0', mentorId: 'm0' }]
    const setting = { ...crowded, groups, settled }
    expect(hasSeatFor(setting, { participantId: 'p1', mentorId: 'm1' })).toBe(false)
    expect(hasSeatFor(setting, { participantId: 'p0', mentorId: 'm1' })).toBe(true)
    const bonds = [{ participantId: 'p1', mentorId: 'm1', bond: 'must' as const }]
    const { together } = draftOf({ ...setting, bonds })
    expect(names(together).filter((two) => / m[01]$/.test(two))).toEqual(['p0 m0'])
    expect(names(together)).not.toContain('p1 m1')
  })

  it('are named with what they take, in whole sentences', () => {
    const said = {
      qualified: 3,
      full: 0,
      seatWith: null,
      inFullGroups: [{ name: 'Studio Porto', most: 3, mentors: 3 }],
    }
    expect(whyLeftOut({ ...said, placeFor: 'Studio Porto' }, null)).toBe(
      '3 mentors would fit, all of them in Studio Porto, which takes 3 together, all given to better fits. One more place for Studio Porto would do.',
    )
    expect(whyLeftOut({ ...said, qualified: 5, full: 2 }, 'Lino')).toBe(
      '5 mentors would fit, 2 of them full, and 3 in Studio Porto, which takes 3 together, all given to better fits. One more place with Lino would do.',
    )
  })
})

const raise = (): never => {
  throw new Error('That group is not there.')
}

describe('what is told', () => {
  it('is what speaks for a pair, never how somebody likes to work', () => {
    const likes = {
      ...crowded,
      participants: crowded.participants.map((one) => ({ ...one, ways: [1, 1, 1, 1, 1, 1, 1] })),
    }
    const told = tellAbout({ ...likes, rules: RULES_AS_GIVEN }, draftOf(likes).together)
    expect(told.length).toBeGreaterThan(3)
    for (const { told: said, fit } of told) {
      expect(said.reasons).not.toContain('ways')
      expect(fit).toBeGreaterThan(0)
      expect(fit).toBeLessThan(1)
    }
  })

  it('is why somebody is with nobody, and with whom a seat would help', () => {
    const { leftOut, found } = draftOf(crowded)
    expect(leftOut.length).toBeGreaterThan(0)
    for (const { qualified, full } of leftOut) expect([qualified, full]).toEqual([4, 4])
    expect(found.relaxed.filter(({ rule }) => rule === 'seat').length).toBe(4)
    expect(leftOut.some(({ seatWith }) => seatWith !== null)).toBe(true)
  })
})

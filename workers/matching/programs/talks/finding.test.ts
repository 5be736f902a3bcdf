import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mondayOf, weeksAround } from '../../weeks.ts'
import type { Together } from '../setting.ts'
import { aSetting } from '../testing/settings.ts'
import { MOST_FOR_A_MENTOR, talksOf, withHours } from './finding.ts'

const PROGRAM = fc.record({
  seed: fc.nat({ max: 100_000 }),
  size: fc.record({
    participants: fc.integer({ min: 1, max: 16 }),
    mentors: fc.integer({ min: 1, max: 7 }),
    seats: fc.integer({ min: 1, max: 3 }),
  }),
})
const of = (talks: Together[], who: string) =>
  talks.filter(({ participantId, mentorId }) => participantId === who || mentorId === who).length

describe('talks that are proposed', () => {
  it('are three at the most for whoever learns, never twice with the same, and as many as their places bear for a mentor', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, size }) => {
        const setting = aSetting(seed, size)
        const talks = talksOf(setting, [])
        expect(new Set(talks.map((two) => `${two.participantId} ${two.mentorId}`)).size).toBe(talks.length)
        for (const { id } of setting.participants) expect(of(talks, id)).toBeLessThanOrEqual(3)
        for (const { id, seats } of setting.mentors)
          expect(of(talks, id)).toBeLessThanOrEqual(Math.min(MOST_FOR_A_MENTOR, 3 * seats))
      }),
      { numRuns: 80 },
    )
  })

  it('give everybody a first one before anybody has a second', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, size }) => {
        const setting = aSetting(seed, size)
        const talks = talksOf(setting, [])
        const all = setting.participants.map(({ id }) => of(talks, id))
        if (Math.min(...all) === 0) expect(Math.max(...all)).toBe(1)
      }),
      { numRuns: 80 },
    )
  })

  it('are found for whoever came in later, beside those that were found before, and for nobody twice', () => {
    const setting = aSetting(4, { participants: 8, mentors: 5, seats: 3 })
    const early = { ...setting, participants: setting.participants.slice(0, 5) }
    const before = talksOf(early, [])
    const after = talksOf(setting, before)
    expect(new Set(after.map(({ participantId }) => participantId))).toEqual(new Set(['p5', 'p6', 'p7']))
    for (const { id } of setting.mentors) expect(of([...before, ...after], id)).toBeLessThanOrEqual(MOST_FOR_A_MENTOR)
    expect(talksOf(setting, [...before, ...after])).toEqual([])
  })

  it('are not held by two who may never be together, nor needed by two who must', () => {
    const setting = aSetting(4, { participants: 6, mentors: 3, seats: 3 })
    const talks = talksOf(
      {
        ...setting,
        bonds: [
          { participantId: 'p0', mentorId: 'm0', bond: 'must' },
          { participantId: 'p1', mentorId: 'm1', bond: 'never' },
        ],
        choices: [{ memberId: 'm2', otherId: 'p2', place: 0 }],
      },
      [],
    )
    expect(of(talks, 'p0')).toBe(0)
    expect(talks).not.toContainEqual({ participantId: 'p1', mentorId: 'm1' })
    expect(talks).not.toContainEqual({ participantId: 'p2', mentorId: 'm2' })
    expect(of(talks, 'p1')).toBeGreaterThan(0)
  })

  it('have an hour that both have, from tomorrow on, and nobody has two talks in the same', () => {
    const now = new Date('2026-11-23T09:00:00Z')
    const weeks = weeksAround(mondayOf(now), { from: new Date('2026-11-24T08:00:00Z'), minutes: 240 })
    const setting = aSetting(4, { participants: 2, mentors: 1, seats: 1 })
    const everybody = [...setting.participants, ...setting.mentors]
    const talks = talksOf(setting, [])
    const hours = (people: typeof everybody) =>
      withHours(people, talks, now).map(({ freeAt }) => freeAt?.toISOString() ?? null)
    expect(hours(everybody.map((one) => ({ ...one, weeks })))).toEqual([
      '2026-11-24T10:00:00.000Z',
      '2026-11-24T11:00:00.000Z',
    ])
    expect(hours(everybody)).toEqual([null, null])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsAt, rungOf, type Story } from './ladder.ts'
import { asOutcome, splitByPair } from './splitting.ts'

const DAY = 86_400_000
const START = 1_800_000_000_000
const on = (days: number) => START + days * DAY

const stays: Story = { id: 'a', asker: 'naim', asked: 'imke', sessionsAt: [], ratings: [] }
const accepted: Story = { ...stays, shownAt: START, askedAt: on(1), acceptedAt: on(2) }
const lively: Story = { ...accepted, sessionsAt: [on(10), on(20), on(30)], goalMovedAt: on(35) }

describe('two who were brought together', () => {
  it('climb rung by rung', () => {
    const rated: Story = {
      ...lively,
      ratings: [
        { by: 'asker', stars: 5, at: on(40) },
        { by: 'asked', stars: 4, at: on(41) },
      ],
    }
    const late = { ...lively, sessionsAt: [on(30), on(40), on(50)] }
    expect([stays, { ...stays, shownAt: START }, accepted, late, lively, rated].map(rungOf)).toEqual([0, 1, 3, 3, 6, 7])
  })

  it('are no failure while they are young, and no success either', () => {
    expect(labelsAt(accepted, on(13))).toEqual([])
    expect(labelsAt(lively, on(61)).map(({ head }) => head)).toEqual(['asks', 'accepts'])
    expect(labelsAt(lively, on(62))).toContainEqual({ head: 'succeeds', beganAt: on(2), happened: true })
  })

  it('did not succeed where they met too late, too seldom, or one was unhappy', () => {
    const succeeds = (story: Story) => labelsAt(story, on(100)).find(({ head }) => head === 'succeeds')?.happened
    expect(succeeds({ ...accepted, sessionsAt: [on(24), on(26), on(28)] })).toBe(false)
    expect(succeeds({ ...accepted, sessionsAt: [on(10), on(20)] })).toBe(false)
    expect(succeeds({ ...lively, ratings: [{ by: 'asked', stars: 2, at: on(40) }] })).toBe(false)
    expect(succeeds({ ...accepted, goalMovedAt: on(20) })).toBe(true)
  })

  it('say nothing of a request that was taken back, and a no of one nobody answered', () => {
    const asked = { ...stays, askedAt: START }
    expect(labelsAt({ ...asked, takenBackAt: on(3) }, on(90))).toEqual([])
    expect(labelsAt(asked, on(90))).toEqual([{ head: 'accepts', beganAt: START, happened: false }])
  })

  it('keep what was once said of them, whatever comes later', () => {
    const days = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined })
    const at = (day: number | undefined) => (day === undefined ? undefined : on(day))
    fc.assert(
      fc.property(days, days, fc.array(fc.integer({ min: 0, max: 200 })), (yes, goal, met) => {
        const story = { ...accepted, acceptedAt: at(yes), goalMovedAt: at(goal), sessionsAt: met.map(on) }
        const early = labelsAt(upTo(story, on(90)), on(90))
        expect(labelsAt(story, on(300))).toEqual(expect.arrayContaining(early))
      }),
    )
  })
})

describe('what is known of a pair', () => {
  it('is refused where it was made after the outcome began', () => {
    const label = { head: 'accepts', beganAt: START, happened: true } as const
    const known = Float64Array.of(1)
    expect(asOutcome(accepted, label, { known, madeAt: START })).toMatchObject({ id: 'a accepts', happened: true })
    expect(() => asOutcome(accepted, label, { known, madeAt: START + 1 })).toThrow('after "accepts" began')
  })
})

describe('learning and testing', () => {
  it('never share two members, whoever asked whom and however often', () => {
    const member = fc.constantFrom('naim', 'imke', 'rosa', 'thandi', 'hanta', 'ritu', 'idrissa')
    fc.assert(
      fc.property(fc.array(fc.record({ asker: member, asked: member })), fc.nat(), (pairs, seed) => {
        const { learn, test } = splitByPair(pairs, 0.3, seed)
        const names = ({ asker, asked }: { asker: string; asked: string }) => [asker, asked].sort().join()
        expect(learn.length + test.length).toBe(pairs.length)
        expect(learn.map(names).filter((pair) => test.map(names).includes(pair))).toEqual([])
      }),
    )
  })

  it('share what there is as they are told', () => {
    const pairs = Array.from({ length: 4000 }, (_, n) => ({ asker: `asker ${n % 200}`, asked: `asked ${n}` }))
    expect(splitByPair(pairs, 0.25, 1).test.length / 4000).toBeCloseTo(0.25, 1)
  })
})

const upTo = (story: Story, now: number): Story => ({
  ...story,
  acceptedAt: story.acceptedAt !== undefined && story.acceptedAt <= now ? story.acceptedAt : undefined,
  goalMovedAt: story.goalMovedAt !== undefined && story.goalMovedAt <= now ? story.goalMovedAt : undefined,
  sessionsAt: story.sessionsAt.filter((at) => at <= now),
})

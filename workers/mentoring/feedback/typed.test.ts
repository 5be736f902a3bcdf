import { describe, expect, it } from 'vitest'
import { TypedFeedback } from './inputs.ts'
import { clockOf, msOf } from './moments.ts'

const FILE = '0199aaaa-0000-7000-8000-0000000000f1'
const typed = (line: object) =>
  TypedFeedback.safeParse({
    submission: FILE,
    verdict: 'accepted',
    comments: [{ kind: 'optional', words: 'Here.', media: '', left: '', top: '', moment: '', ...line }],
  })

describe('a comment written into a form', () => {
  it('points nowhere as long as all of it is left empty', () => {
    expect(typed({}).data?.comments).toEqual([{ kind: 'optional', words: 'Here.' }])
  })

  it('points at a place told in hundredths, with a point or a comma', () => {
    expect(typed({ media: FILE, left: '25', top: '12,5' }).data?.comments[0]).toMatchObject({ x: 0.25, y: 0.125 })
  })

  it('points at a moment as it stands on a clock', () => {
    expect(typed({ media: FILE, moment: '1:05' }).data?.comments[0]).toMatchObject({ media: FILE, atMs: 65_000 })
  })

  it.each([
    [{ media: FILE, left: 'half', top: '1' }, 'comments.0.x'],
    [{ media: FILE, left: '101', top: '1' }, 'comments.0.x'],
    [{ media: FILE, moment: 'soon' }, 'comments.0.atMs'],
    [{ left: '3', top: '4' }, 'comments.0.media'],
  ])('%o is asked for once more', (line, field) => {
    expect(typed(line).error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })
})

describe('a moment', () => {
  it.each([
    [0, '0:00'],
    [65_000, '1:05'],
    [65_430, '1:05.4'],
    [3_605_000, '60:05'],
  ])('of %i ms stands on a clock as %s', (ms, clock) => {
    expect(clockOf(ms)).toBe(clock)
    expect(msOf(clock)).toBe(Math.floor(ms / 100) * 100)
  })
})

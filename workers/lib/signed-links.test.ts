import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sign, verify } from './signed-links.ts'

const now = new Date('2026-11-20T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const text = fc.string({ unit: 'grapheme', minLength: 1 })

describe('a signed link', () => {
  it('names its subject, whatever it is, until it ends', () =>
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.option(fc.integer({ min: 1, max: 10 ** 9 })),
        (secret, purpose, subject, left) => {
          const token = sign(secret, purpose, subject, left === null ? undefined : later(left))
          expect(verify(secret, purpose, token, now)).toBe(subject)
        },
      ),
    ))

  it('is worth nothing for another secret or another purpose', () =>
    fc.assert(
      fc.property(text, text, text, text, (secret, purpose, subject, other) => {
        fc.pre(other !== secret && other !== purpose)
        const token = sign(secret, purpose, subject)
        expect(verify(other, purpose, token, now)).toBeUndefined()
        expect(verify(secret, other, token, now)).toBeUndefined()
      }),
    ))

  it('is worth nothing when any sign of it is changed, cut off or added', () =>
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (subject, place, sign_) => {
        const token = sign('secret', 'purpose', subject, later(60))
        const at = place % token.length
        fc.pre(token[at] !== sign_)
        for (const forged of [
          token.slice(0, at) + sign_ + token.slice(at + 1),
          token.slice(0, at),
          token + sign_,
          sign_ + token,
        ])
          expect(verify('secret', 'purpose', forged, now)).toBeUndefined()
      }),
    ))

  it('is worth nothing when it is nonsense', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (nonsense) => {
        expect(verify('secret', 'purpose', nonsense, now)).toBeUndefined()
      }),
    ))

  it('F28 ends at its second, and not before', () => {
    const token = sign('secret', 'purpose', 'x', later(60))
    expect(verify('secret', 'purpose', token, later(60))).toBe('x')
    expect(verify('secret', 'purpose', token, later(61))).toBeUndefined()
  })

  it('cannot be given a longer life, or none, by whoever holds it', () => {
    const token = sign('secret', 'purpose', 'x', later(-60))
    const [subject, expires, seal] = token.split('.')
    for (const forged of [
      `${subject}..${seal}`,
      `${subject}.zzzzzz.${seal}`,
      `${subject}.${seal}`,
      `${subject}.${expires}.zzzzzz.${seal}`,
    ])
      expect(verify('secret', 'purpose', forged, now)).toBeUndefined()
  })

  it('is the same each time, so a mail sent twice carries one link', () =>
    expect(sign('secret', 'purpose', 'x', later(60))).toBe(sign('secret', 'purpose', 'x', later(60))))
})

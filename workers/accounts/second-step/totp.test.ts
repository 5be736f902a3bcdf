import { describe, expect, it } from 'vitest'
import { asBase32, codeAt, newSecret, otpauth, stepAt, stepOf } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890')

describe('a code', () => {
  // RFC 6238, appendix B, SHA1
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i is the one the standard writes down', (second, code) => {
    expect(codeAt(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code)
  })

  // RFC 4226, appendix D
  it('follows the counter as the standard writes it down', () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeAt(SECRET, step))
    expect(codes.join()).toBe('755224,287082,359152,969429,338314,254676,287922,162583,399871,520489')
  })

  it('fits half a minute early and late, and no longer', () => {
    const now = new Date('2026-11-21T10:00:15Z')
    const at = (seconds: number) => codeAt(SECRET, stepAt(new Date(now.getTime() + seconds * 1000)))
    expect(stepOf(SECRET, at(0), now)).toBe(stepAt(now))
    expect(stepOf(SECRET, at(-30), now)).toBe(stepAt(now) - 1)
    expect(stepOf(SECRET, at(30), now)).toBe(stepAt(now) + 1)
    expect(stepOf(SECRET, at(-60), now)).toBeUndefined()
    expect(stepOf(SECRET, at(60), now)).toBeUndefined()
    expect(stepOf(SECRET, '', now)).toBeUndefined()
  })
})

describe('a secret', () => {
  // RFC 4648, chapter 10
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is written %s', (text, written) => {
    expect(asBase32(Buffer.from(text))).toBe(written)
  })

  it('has 160 bits and is another one each time', () => {
    expect(newSecret()).toHaveLength(20)
    expect(newSecret()).not.toEqual(newSecret())
  })

  it('is told to an app with who it is for', () => {
    expect(otpauth(SECRET, 'Kiln & Loom', 'anna@example.org')).toBe(
      'otpauth://totp/Kiln%20%26%20Loom:anna%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kiln%20%26%20Loom&algorithm=SHA1&digits=6&period=30',
    )
  })
})

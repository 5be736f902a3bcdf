import { describe, expect, it } from 'vitest'
import { seal, unseal } from './sealed.ts'

describe('what was sealed', () => {
  const sealed = seal('our secret', 'a purpose', 'the kiln opens at nine')

  it('is read again by us, and looks different each time', () => {
    expect(unseal('our secret', 'a purpose', sealed)).toBe('the kiln opens at nine')
    expect(seal('our secret', 'a purpose', 'the kiln opens at nine')).not.toBe(sealed)
    expect(sealed).not.toContain('kiln')
  })

  it('stays closed for another purpose and for another secret', () => {
    expect(unseal('our secret', 'another purpose', sealed)).toBeUndefined()
    expect(unseal('their secret', 'a purpose', sealed)).toBeUndefined()
  })

  it('stays closed when a single bit of it was changed, or some of it is missing', () => {
    const bytes = Buffer.from(sealed, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(unseal('our secret', 'a purpose', changed.toString('base64url'))).toBeUndefined()
    }
    for (const part of ['', 'abc', sealed.slice(0, -4), 'not base64 !'])
      expect(unseal('our secret', 'a purpose', part)).toBeUndefined()
  })
})

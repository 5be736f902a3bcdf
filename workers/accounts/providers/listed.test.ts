import { describe, expect, it } from 'vitest'
import { readListed } from './listed.ts'

const production = { ENVIRONMENT: 'production' }
const keys = { clientId: 'guildhall', clientSecret: 'do not tell' }
const google = { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', ...keys }
const github = { id: 'github', name: 'GitHub', kind: 'github', ...keys }

const read = (...entries: unknown[]) => readListed(JSON.stringify(entries), production)
const idsOf = ({ usable }: ReturnType<typeof read>) => usable.map(({ id }) => id)

describe('the secret that lists other ways to sign in', () => {
  it('may be empty, and lists what is written well', () => {
    for (const nothing of ['', '[]']) expect(readListed(nothing, production)).toEqual({ usable: [], faults: [] })
    const both = read(google, github)
    expect(both.faults).toEqual([])
    expect(both.usable.map(({ issuer }) => issuer)).toEqual(['https://accounts.google.com', 'https://github.com'])
  })

  it('closes one way for one mistake, names it, and tells nothing of what is secret', () => {
    const mistakes: unknown[] = [
      { ...google, id: 'Not An Id' },
      { ...google, issuer: 'accounts.google.com' },
      { ...google, issuer: 'http://accounts.google.com' },
      { ...google, issuer: undefined },
      { ...google, clientSecret: undefined },
      { ...google, kind: 'saml' },
      'google',
      null,
      [google],
    ]
    for (const mistake of mistakes) {
      const listed = read(mistake, github)
      expect(idsOf(listed), JSON.stringify(mistake)).toEqual(['github'])
      expect(listed.faults).toHaveLength(1)
      expect(listed.faults[0]).toMatch(/^Entry 1 of PROVIDERS( \(".+"\))? cannot be used: /)
      expect(listed.faults[0]).not.toContain('do not tell')
    }
    expect(read(google, { ...github, clientId: 7 }).faults).toEqual([
      'Entry 2 of PROVIDERS ("github") cannot be used: Invalid input: expected string, received number (clientId)',
    ])
  })

  it('gives an id once', () => {
    const listed = read(google, { ...github, id: 'google' })
    expect(listed.usable.map(({ name }) => name)).toEqual(['Google'])
    expect(listed.faults).toEqual([expect.stringContaining('the same id')])
  })

  it('closes all of them when it is no list at all, and says so', () => {
    for (const secret of ['not JSON', '{}', 'null', '"google"'])
      expect(readListed(secret, production)).toEqual({ usable: [], faults: ['PROVIDERS is not a JSON list.'] })
  })

  it('takes a provider on this machine only where the house runs on a laptop', () => {
    const here = { ...google, issuer: 'http://localhost:9000/oidc' }
    expect(idsOf(read(here))).toEqual([])
    expect(idsOf(readListed(JSON.stringify([here]), { ENVIRONMENT: 'local' }))).toEqual(['google'])
  })
})

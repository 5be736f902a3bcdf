import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corporaAreHere } from '#workers/lib/testing/corpora.ts'
import { Handle } from './inputs.ts'
import { RESERVED } from './reserved.ts'

const accepts = (handle: string) => Handle.safeParse(handle).success

describe('a handle', () => {
  it.each(['anna', 'anna-weaves', 'bo3', '3dprints', 'a-b-c', 'ANNA'])('may be %s', (handle) => {
    expect(accepts(handle)).toBe(true)
  })

  it.each(['', 'bo', '-anna', 'anna-', 'an--na', 'anna.b', 'anna/b', 'año', '12345', 'a'.repeat(31), 'анна', 'an na'])(
    'may not be %j',
    (handle) => {
      expect(accepts(handle)).toBe(false)
    },
  )

  it('is never an address of our own', () => {
    const pages = globSync('site/pages/**/*.{astro,ts}').map((path) => path.split('/')[2]?.replace(/\..*$/, '') ?? '')
    const words = pages.filter((word) => /^[a-z][a-z-]+[a-z]$/.test(word))
    expect(words.filter(accepts)).toEqual([])
  })

  it('has no double in the list of what is reserved', () => {
    const words = readFileSync('workers/people/handles/reserved.ts', 'utf8').split('`')[1]?.trim().split(/\s+/) ?? []
    expect(words).toHaveLength(RESERVED.size)
  })

  it.runIf(corporaAreHere)('is none of the names that a public list warns of', () => {
    const names: string[] = JSON.parse(readFileSync('../shared/corpora/usernames/big-username-blocklist.json', 'utf8'))
    expect(names.filter(accepts)).toEqual([])
  })
})

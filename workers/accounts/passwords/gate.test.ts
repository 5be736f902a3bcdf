import { beforeEach, describe, expect, it } from 'vitest'
import { aGate } from './gate.ts'

const HASH_MS = 250

// A machine on which a hash holds everything up: time only goes on when somebody waits or works.
let now: number
beforeEach(() => {
  now = 0
})
const sleep = async (ms: number) => {
  now += ms
}
const forEver = (ms: number) => (ms === 1 ? Promise.resolve() : new Promise<void>(() => {}))
const theGate = () => aGate(() => now, sleep)
const hash = async () => {
  now += HASH_MS
  return 'done'
}

describe('the gate in front of the hash', () => {
  it('lets one after the other through while there is no storm', async () => {
    const { through } = theGate()
    for (let n = 0; n < 20; n++) expect(await through(hash)).toBe('done')
    expect(now).toBeLessThan(20 * (HASH_MS + 120))
  })

  it('is open again when a hash failed', async () => {
    const { through } = theGate()
    await expect(through(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await through(hash)).toBe('done')
  })

  it('L3 lets four wait and sends the rest away with the time to come back', async () => {
    const { through } = aGate(() => now, forEver)
    void through(() => new Promise(() => {}))
    const waiting = Array.from({ length: 4 }, () => through(hash))
    await expect(through(hash)).rejects.toMatchObject({ status: 429, code: 'crowded', headers: { 'Retry-After': '8' } })
    expect(waiting).toHaveLength(4)
  })

  it('does not count for ever those who gave up without a word', async () => {
    const { through } = aGate(() => now, forEver)
    void through(() => new Promise(() => {}))
    for (let n = 0; n < 4; n++) void through(hash)
    now += 2000
    expect(await through(hash)).toBe('done')
  })

  it('L3 gives hashes a fortieth of the time in a storm, and all of it when the storm is over', async () => {
    const { through } = theGate()
    let hashed = 0
    const start = now
    while (now - start < 60_000) {
      // Twenty in a second knock: some of them at the same time.
      const knocks = Array.from({ length: 20 }, () =>
        through(hash).then(
          () => hashed++,
          () => {},
        ),
      )
      await Promise.all(knocks)
      now = Math.max(now, start + Math.ceil((now - start + 1) / 1000) * 1000)
    }
    expect((hashed * HASH_MS) / (now - start)).toBeLessThan(0.05)
    expect(hashed).toBeGreaterThan(4)
    now += 40_000
    const before = now
    for (let n = 0; n < 5; n++) await through(hash)
    expect(now - before).toBeLessThan(5 * (HASH_MS + 120))
  })
})

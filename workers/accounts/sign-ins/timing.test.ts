import type { ScryptOptions } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { forgetCrowd } from '../passwords/gate.ts'
import { hashPassword } from '../passwords/password.ts'

type Done = (error: Error | null, key: Buffer) => void

// The hash is far more than the rest of an answer. What it was asked to cost is noted instead of spent, so that the rest
// can be measured often, and on a machine that does other things too.
const hashes = vi.hoisted((): string[] => [])
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  const scrypt = (password: string, salt: Buffer, bytes: number, { N, r, p }: ScryptOptions, done: Done) => {
    hashes.push(JSON.stringify({ N, r, p }))
    real.scrypt(password, salt, bytes, { N: 2 }, done)
  }
  return { ...real, scrypt }
})

const ROUNDS = 50
// On a fast machine that does nothing else; on all others it hides more.
const HASH_MS = 150

let world: World
let asked: Record<string, string>
beforeAll(async () => {
  world = await aWorld()
  const passwordHash = await hashPassword('seven looms and a kiln')
  asked = {
    wrong: (await aMember(world, { passwordHash })).email,
    unknown: 'nobody@example.org',
    suspended: (await aMember(world, { passwordHash, standing: 'suspended' })).email,
    withoutPassword: (await aMember(world)).email,
  }
})

let requests = 0

// From another network each time, and nobody waits at the gate: no limit is met.
async function ask(email: string) {
  const headers = { 'CF-Connecting-IP': `10.0.${requests >> 8}.${requests++ & 255}` }
  forgetCrowd()
  hashes.length = 0
  const start = performance.now()
  const answer = await world.request('/api/sign-ins', post({ email, password: 'seven looms and a kilt' }, headers))
  const ms = HASH_MS + performance.now() - start
  return { ms, face: [answer.status, ...answer.headers.keys(), ...hashes].join() }
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

describe('who has an account', () => {
  const patient = { timeout: 60_000, retry: 3 }

  it(
    'B29 V6.3.8 is told neither by the time nor by the head of an answer; a hash is computed for each',
    patient,
    async () => {
      const times = new Map(Object.keys(asked).map((who) => [who, [] as number[]]))
      const faces = new Set<string>()
      // In turns, so that whatever else the machine does meets all of them.
      for (let n = 0; n < ROUNDS; n++)
        for (const [who, email] of Object.entries(asked)) {
          const { ms, face } = await ask(email)
          times.get(who)?.push(ms)
          faces.add(face)
        }
      expect([...faces]).toEqual([expect.stringMatching(/^401,.+,\{"N":32768,"r":8,"p":3\}$/)])
      const medians = [...times.values()].map(median)
      expect(Math.max(...medians) / Math.min(...medians), `${Object.keys(asked)}: ${medians}`).toBeLessThan(1.1)
    },
  )
})

import { beforeAll, describe, expect, it } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { hashPassword } from '../passwords/password.ts'

const ROUNDS = 50

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

describe('who has an account', () => {
  it('B29 V6.3.8 is told neither by the time nor by the head of an answer', { timeout: 180_000 }, async () => {
    const passwordHash = await hashPassword('seven looms and a kiln')
    const [anna, gone, other] = [
      await aMember(world, { passwordHash }),
      await aMember(world, { passwordHash, standing: 'suspended' }),
      await aMember(world),
    ]
    const asked = {
      wrong: anna.email,
      unknown: 'nobody@example.org',
      suspended: gone.email,
      withoutPassword: other.email,
    }
    const times = Object.fromEntries(Object.keys(asked).map((who) => [who, [] as number[]]))
    const heads = new Set<string>()
    // In turns, so that whatever else the machine does meets all of them.
    for (let n = 0; n < ROUNDS; n++)
      for (const [who, email] of Object.entries(asked)) {
        const start = performance.now()
        const headers = { 'CF-Connecting-IP': `10.${n}.0.${Object.keys(asked).indexOf(who)}` }
        const answer = await world.request(
          '/api/sign-ins',
          post({ email, password: 'seven looms and a kilt' }, headers),
        )
        times[who]?.push(performance.now() - start)
        heads.add([answer.status, ...answer.headers.keys()].join())
      }
    expect([...heads]).toHaveLength(1)
    const medians = Object.values(times).map(median)
    expect(Math.max(...medians) / Math.min(...medians), JSON.stringify(medians)).toBeLessThan(1.1)
  })
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { hashPassword } from '../passwords/password.ts'

const PASSWORD = 'seven looms and a kiln'

let world: World
let passwordHash: string
beforeAll(async () => {
  world = await aWorld()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(() => world.startAfresh())

const signIn = (email: string, password: string, from: string, more: Record<string, string> = {}) =>
  world.request('/api/sign-ins', post({ email, password }, { 'CF-Connecting-IP': from, ...more }))

const guess = async (times: number, ask: (n: number) => Promise<Response>) => {
  const statuses = []
  for (let n = 1; n <= times; n++) statuses.push((await ask(n)).status)
  return statuses
}

const wrong = (times: number) => Array(times).fill(401)

describe('guessing passwords', { timeout: 60_000 }, () => {
  it('B32 is refused from the 26th on in five minutes from one network, with the time to come back', async () => {
    const ask = (n: number) => signIn(`nobody-${n}@example.org`, 'guess', '198.51.100.9')
    expect(await guess(26, ask)).toEqual([...wrong(25), 429])
    const wait = Number((await ask(27)).headers.get('Retry-After'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(300)
  })

  it('B32 is refused from the 11th on in ten minutes for one account, and the member comes in from elsewhere', async () => {
    const { email } = await aMember(world, { passwordHash })
    expect(await guess(11, (n) => signIn(n % 2 ? email : email.toUpperCase(), 'guess', '198.51.100.9'))).toEqual([
      ...wrong(10),
      429,
    ])
    expect((await signIn(email, PASSWORD, '198.51.100.9')).status).toBe(429)
    expect((await signIn(email, PASSWORD, '203.0.113.7')).status).toBe(201)
  })

  it('B32 counts a whole IPv6 /64 as one, and its neighbour as another', async () => {
    const { email } = await aMember(world, { passwordHash })
    const ask = (n: number) => signIn(email, 'guess', `2001:db8:1:2:${n}::${n}`)
    expect(await guess(11, ask)).toEqual([...wrong(10), 429])
    expect((await signIn(email, PASSWORD, '2001:db8:1:3::1')).status).toBe(201)
  })

  it('B32 V4.1.3 is not helped by headers that claim another origin', async () => {
    const { email } = await aMember(world, { passwordHash })
    const ask = (n: number) =>
      signIn(email, 'guess', '198.51.100.9', {
        'X-Forwarded-For': `203.0.113.${n}`,
        'X-Real-IP': `203.0.113.${n}`,
        Forwarded: `for=203.0.113.${n}`,
        'True-Client-IP': `203.0.113.${n}`,
      })
    expect(await guess(11, ask)).toEqual([...wrong(10), 429])
  })

  it('is possible again when the time is over', async () => {
    const { email } = await aMember(world, { passwordHash })
    await guess(11, () => signIn(email, 'guess', '198.51.100.9'))
    await world.ctx().db.execute(`update tries set since = since - interval '11 minutes'`)
    expect((await signIn(email, PASSWORD, '198.51.100.9')).status).toBe(201)
  })
})

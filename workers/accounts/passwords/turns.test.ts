import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ctx } from '#workers/lib/context.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { crowded, type Rank } from './gate.ts'
import { hashPassword } from './password.ts'
import { inTurn } from './turns.ts'

const PASSWORD = 'seven looms and a kiln'
const NETWORK = '198.51.100.9'

let world: World
let passwordHash: string
beforeAll(async () => {
  world = await aWorld()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(() => world.startAfresh())

const signIn = (email: string, password: string, cookie = '') =>
  world.request('/api/sign-ins', post({ email, password }, { 'CF-Connecting-IP': NETWORK, Cookie: cookie }))
const markIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('__Host-browser='))
    ?.split(';')[0]

async function strangersTryInVain(email: string) {
  for (let n = 0; n < 10; n++) await signIn(email, 'a guess')
  expect((await signIn(email, PASSWORD)).status).toBe(429)
}

describe('a browser in which its member signed in before', { timeout: 60_000 }, () => {
  it('B32 lets its member in while a stranger in the same network is refused', async () => {
    const { email } = await aMember(world, { passwordHash })
    const mark = markIn(await signIn(email, PASSWORD))
    expect(mark).toBeDefined()
    await strangersTryInVain(email)
    expect((await signIn(email, PASSWORD, mark)).status).toBe(201)
  })

  it('B32 has ten tries of its own, and no more', async () => {
    const { email } = await aMember(world, { passwordHash })
    const mark = markIn(await signIn(email, PASSWORD))
    const statuses = []
    for (let n = 0; n < 11; n++) statuses.push((await signIn(email, 'a guess', mark)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
  })

  it('B32 helps with no other address, and not when it was made up', async () => {
    const [anna, bea] = [await aMember(world, { passwordHash }), await aMember(world, { passwordHash })]
    const mark = markIn(await signIn(anna.email, PASSWORD))
    await strangersTryInVain(bea.email)
    for (const cookie of [mark, '__Host-browser=made-up.x', `${mark?.slice(0, -2)}xx`])
      expect((await signIn(bea.email, PASSWORD, cookie)).status).toBe(429)
  })

  it('is marked by the right password only, and opens nothing', async () => {
    const { email } = await aMember(world, { passwordHash })
    expect(markIn(await signIn(email, 'a guess'))).toBeUndefined()
    const mark = markIn(await signIn(email, PASSWORD)) ?? ''
    expect((await world.request('/api/my/profile', { headers: { Cookie: mark } })).status).toBe(401)
  })
})

describe('whoever was sent away', () => {
  const asked = async (ctx: Ctx, afterMs: number, isFull = false) => {
    const ranks: Rank[] = []
    const later = { ...ctx, now: new Date(ctx.now.getTime() + afterMs) }
    const work = async (rank: Rank) => {
      ranks.push(rank)
      if (isFull) throw crowded()
    }
    await inTurn(later, 'anna@example.org', work).catch(() => {})
    return ranks[0]
  }

  it.each([
    ['at once', 500, 'new'],
    ['as told', 3000, 'returning'],
    ['much later', 70_000, 'new'],
  ])('and comes back %s has the rank of this', async (_, ms, rank) => {
    const visit = { network: `network-${ms}`, device: 'x', country: undefined }
    const ctx = { ...world.ctx(), visit }
    expect(await asked(ctx, 0, true)).toBe('new')
    expect(await asked({ ...ctx, visit: { ...visit, network: 'another' } }, ms)).toBe('new')
    expect(await asked(ctx, ms)).toBe(rank)
  })
})

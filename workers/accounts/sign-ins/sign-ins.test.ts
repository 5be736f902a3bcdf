import { randomBytes, scryptSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refreshTokens, signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, fromOurPage, post, type World } from '#workers/lib/testing/world.ts'
import { hashPassword } from '../passwords/password.ts'
import { hashOf } from './tokens.ts'

const PASSWORD = 'seven looms and a kiln'

let world: World
let passwordHash: string
beforeAll(async () => {
  world = await aWorld()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(() => world.startAfresh())

const signIn = (email: string, password = PASSWORD) => world.request('/api/sign-ins', post({ email, password }))

const cookiesOf = (answer: Response) =>
  Object.fromEntries(
    answer.headers.getSetCookie().map((line) => {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      return [name, value]
    }),
  )

const withRefresh = (token: string | undefined, path = '/api/sign-ins/current', method = 'DELETE') =>
  world.request(path, { method, headers: { ...fromOurPage, Cookie: `__Host-refresh=${token}` } })

describe('signing in with address and password', () => {
  it('hands over cookies that only our own host gets to see, and says who came in', async () => {
    const anna = await aMember(world, { handle: 'anna', passwordHash })
    const answer = await signIn(anna.email)
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ handle: 'anna', roles: ['participant'] })
    const lines = answer.headers.getSetCookie()
    expect(lines.find((line) => line.startsWith('__Host-access='))).toMatch(
      /; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(lines.find((line) => line.startsWith('__Host-refresh='))).toMatch(/; HttpOnly; Secure; SameSite=Strict$/)
    expect(lines.find((line) => line.startsWith('member='))).not.toContain('HttpOnly')
  })

  it('V6.2.8 takes the password verbatim, however the letters are composed', async () => {
    const kept = await hashPassword('Crème brûlée 1')
    const anna = await aMember(world, { passwordHash: kept })
    expect((await signIn(anna.email, 'Crème brûlée 1'.normalize('NFD'))).status).toBe(201)
    expect((await signIn(anna.email, 'crème brûlée 1')).status).toBe(401)
  })

  it('B29 answers the same for a wrong password, an unknown address, and a member who was suspended', async () => {
    const anna = await aMember(world, { passwordHash })
    const gone = await aMember(world, { passwordHash, standing: 'suspended' })
    const withoutPassword = await aMember(world)
    const answers = [
      await signIn(anna.email, 'not this one'),
      await signIn('nobody@example.org'),
      await signIn(gone.email),
      await signIn(withoutPassword.email),
    ]
    const told = await Promise.all(
      answers.map(async (answer) => {
        const { requestId: _, ...problem } = await problemOf(answer)
        return { status: answer.status, cookies: answer.headers.getSetCookie(), problem }
      }),
    )
    expect(told[0]?.status).toBe(401)
    for (const other of told) expect(other).toEqual(told[0])
  })
})

describe('a password whose hash is from cheaper years', () => {
  it('opens the account, and is kept with today’s cost from then on', async () => {
    const salt = randomBytes(16)
    const key = scryptSync(PASSWORD, salt, 32, { N: 2 ** 12, r: 8, p: 1 })
    const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
    const old = `$scrypt$ln=12,r=8,p=1$${bare(salt)}$${bare(key)}`
    const anna = await aMember(world, { passwordHash: old })
    expect((await signIn(anna.email, 'not this one')).status).toBe(401)
    const kept = async () => (await world.ctx().db.select().from(accounts))[0]?.passwordHash
    expect(await kept()).toBe(old)
    expect((await signIn(anna.email)).status).toBe(201)
    expect(await kept()).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
    expect((await signIn(anna.email)).status).toBe(201)
  })
})

describe('a refresh token', () => {
  const begin = async () => {
    const anna = await aMember(world, { passwordHash })
    const cookies = cookiesOf(await signIn(anna.email))
    return { anna, first: cookies['__Host-refresh'] ?? '' }
  }
  const renew = (token: string) =>
    world.request('/api/sign-ins/current', {
      method: 'DELETE',
      headers: { ...fromOurPage, Cookie: `__Host-refresh=${token}` },
    })

  it('B40 of twenty requests at once gives all of them the same successor', async () => {
    const { first } = await begin()
    const { db } = world.ctx()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.house.request(
          'https://guildhall.test/home',
          { headers: { Cookie: `__Host-refresh=${first}`, Accept: 'text/html' } },
          world.env,
          { waitUntil() {}, passThroughOnException() {}, props: {} },
        ),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200))
    expect(new Set(answers.map((answer) => cookiesOf(answer)['__Host-refresh'])).size).toBe(1)
    expect(await db.select().from(refreshTokens)).toHaveLength(2)
  })

  it('B39 that comes back later ends the whole sign-in', async () => {
    const { anna, first } = await begin()
    const { db } = world.ctx()
    expect((await withRefresh(first)).status).toBe(204)
    await db.update(signIns).set({ endedAt: null, endedBecause: null }).where(eq(signIns.memberId, anna.id))
    await db
      .update(refreshTokens)
      .set({ usedAt: new Date(Date.now() - 60_000) })
      .where(eq(refreshTokens.hash, hashOf(first)))
    expect((await renew(first)).status).toBe(401)
    const rows = await db.select().from(signIns).where(eq(signIns.endedBecause, 'replayed'))
    expect(rows).toHaveLength(1)
  })
})

describe('signing out', () => {
  it('ends the sign-in and takes the cookies back', async () => {
    const anna = await aMember(world)
    const answer = await anna.send('DELETE', '/api/sign-ins/current')
    expect(answer.status).toBe(204)
    expect(cookiesOf(answer)).toMatchObject({ '__Host-access': '', '__Host-refresh': '', member: '' })
    const [row] = await world.ctx().db.select().from(signIns).where(eq(signIns.memberId, anna.id))
    expect(row?.endedBecause).toBe('signed-out')
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { members } from '#db/schema/people.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { hashOf, newToken } from '../sign-ins/tokens.ts'
import { becomeFirstAdmin, insistOnSetUpLink } from './set-up.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const ROSA = { name: 'Rosa', email: 'rosa@example.org', password: 'a house with many benches' }

async function aLink(hours = 24) {
  const token = newToken()
  const expiresAt = new Date(Date.now() + hours * 3_600_000)
  const id = randomUUID()
  await world
    .ctx()
    .db.insert(oneTimeLinks)
    .values({ id, purpose: 'set-up', subject: id, hash: hashOf(token), expiresAt })
  return token
}

const open = (token: string, wish = {}) => becomeFirstAdmin(world.ctx(), { token, ...ROSA, ...wish })
const broken = { status: 400, code: 'invalid_or_expired' }

describe('the first admin', () => {
  it('V6.3.2 chooses everything themselves, is signed in, and is an admin', async () => {
    const ctx = world.ctx()
    const rosa = await becomeFirstAdmin(ctx, { token: await aLink(), ...ROSA })
    expect(rosa).toMatchObject({ handle: 'rosa', roles: ['participant', 'admin'] })
    expect(ctx.cookies.some((line) => line.startsWith('__Host-access='))).toBe(true)
    expect((await world.ctx().db.select().from(members)).map(({ roles }) => roles)).toEqual([['participant', 'admin']])
  })

  it('comes in once: the link is used up, and another counts no more', async () => {
    const [one, other] = [await aLink(), await aLink()]
    await open(one)
    await expect(open(one, { email: 'b@example.org' })).rejects.toMatchObject(broken)
    await expect(open(other, { email: 'c@example.org' })).rejects.toMatchObject(broken)
    await expect(insistOnSetUpLink(world.ctx(), other)).rejects.toMatchObject(broken)
  })

  it('is one, when two open the link at the same time', async () => {
    const token = await aLink()
    const tries = await Promise.allSettled([open(token), open(token, { email: 'b@example.org', handle: 'bea' })])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await world.ctx().db.select().from(members)).toHaveLength(1)
  })

  it('is nobody where an admin is there, or the link is older than a day', async () => {
    await expect(open(await aLink(-1))).rejects.toMatchObject(broken)
    await aMember(world, { roles: ['participant', 'admin'] })
    await expect(open(await aLink())).rejects.toMatchObject(broken)
  })

  it('V6.2.4 needs a password that is none of the common ones', async () => {
    await expect(open(await aLink(), { password: 'baseball' })).rejects.toMatchObject({ status: 422 })
  })
})

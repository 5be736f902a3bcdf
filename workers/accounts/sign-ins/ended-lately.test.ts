import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { aMember, KEEPERS_PASSWORD, type Somebody, somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { hashPassword } from '../passwords/password.ts'
import { forgetEnded, hasEnded, hear, isTimeToHear, MOST_KEPT, noteEnded } from './ended-lately.ts'

const world: World = await aWorld()
beforeEach(() => world.startAfresh())

const opens = async ({ request }: Somebody) => (await request('/api/my/visibility')).status
const trips = (answer: Response) => /desc="(\d+)"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1]

const endElsewhere = ({ id }: Somebody) =>
  world
    .ctx()
    .db.update(signIns)
    .set({ endedAt: sql`now()`, endedBecause: 'ended-elsewhere' })
    .where(eq(signIns.memberId, id))

const inSeconds = (seconds: number) => ({ ...world.ctx(), now: new Date(Date.now() + seconds * 1000) })

describe('an access token whose sign-in has ended', () => {
  it('B41 V7.4.1 opens nothing any more after signing out', async () => {
    const member = await aMember(world)
    expect(await opens(member)).toBe(200)
    expect((await member.send('DELETE', '/api/sign-ins/current')).status).toBe(204)
    expect(await opens(member)).toBe(401)
    const page = await member.request('/home', { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(303)
    expect(page.headers.getSetCookie().join()).toMatch(/__Host-access=;.*Max-Age=0/)
  })

  it('B41 V7.4.3 opens nothing on the other devices after a change of the password, and all on this one', async () => {
    const member = await aMember(world, { passwordHash: await hashPassword(KEEPERS_PASSWORD) })
    const tablet = { ...member, ...(await anotherSignIn(member)) }
    expect(await opens(tablet)).toBe(200)
    const body = { current: KEEPERS_PASSWORD, password: 'forty reeds and a warp' }
    expect((await member.send('PUT', '/api/my/password', body)).status).toBe(200)
    expect([await opens(member), await opens(tablet)]).toEqual([200, 401])
  })

  it('B41 V7.4.2 opens nothing to a member who was suspended a moment ago', async () => {
    const [member, admin] = [await aMember(world), await aMember(world, { roles: ['participant', 'admin'] })]
    expect(await opens(member)).toBe(200)
    const reason = { reason: 'Sold tickets that do not exist.' }
    expect((await admin.send('POST', `/api/accounts/${member.handle}/suspension`, reason)).status).toBe(201)
    expect(await opens(member)).toBe(401)
  })

  it('B41 is refused ten seconds later on every other machine', async () => {
    const member = await aMember(world)
    expect(await opens(member)).toBe(200)
    await endElsewhere(member)
    expect(await hasEnded(world.ctx(), member.ctx.member.signIn)).toBe(false)
    expect(isTimeToHear(inSeconds(9))).toBe(false)
    expect(isTimeToHear(inSeconds(10))).toBe(true)
    await hear(world.ctx())
    expect(await opens(member)).toBe(401)
  })

  it('B41 is refused at once by a machine that has just begun', async () => {
    const member = await aMember(world)
    await endElsewhere(member)
    forgetEnded()
    expect(await opens(member)).toBe(401)
  })

  it('F1 is taken for what it says while the database cannot be asked', async () => {
    const member = await aMember(world)
    forgetEnded()
    const db = { execute: () => Promise.reject(new Error('gone')) }
    expect(await hasEnded({ ...world.ctx(), db: db as never }, member.ctx.member.signIn)).toBe(false)
  })
})

describe('the sign-ins that ended lately', () => {
  it('cost a signed-in request no trip', async () => {
    const member = await aMember(world)
    await hear(world.ctx())
    const costs = trips(await member.request('/api/my/visibility'))
    await world.ctx().db.delete(signIns)
    expect(costs).toBe('1')
    forgetEnded()
    expect(trips(await member.request('/api/my/visibility'))).toBe('2')
    expect(trips(await member.request('/api/my/visibility'))).toBe('1')
  })

  it('are forgotten when no token of theirs can be left, and when there are too many', async () => {
    const [first, second] = [newId(), newId()]
    noteEnded(world.ctx(), [first])
    noteEnded(inSeconds(10 * 60), [second])
    expect(await hasEnded(world.ctx(), first)).toBe(true)
    noteEnded(inSeconds(11 * 60 + 1), [])
    expect([await hasEnded(world.ctx(), first), await hasEnded(world.ctx(), second)]).toEqual([false, true])
    noteEnded(inSeconds(11 * 60), Array.from({ length: MOST_KEPT }, newId))
    expect(await hasEnded(world.ctx(), second)).toBe(false)
  })

  it('are found by an index', async () => {
    const { db } = world.ctx()
    await db.execute(sql`set enable_seqscan = off`)
    const { rows } = await db.execute(
      sql`explain select id from ${signIns} where ended_at > now() - 40000 * interval '1 millisecond' order by ended_at desc limit 10000`,
    )
    await db.execute(sql`reset enable_seqscan`)
    expect(JSON.stringify(rows)).toContain('sign_ins_ended_lately')
  })
})

async function anotherSignIn({ id, ctx }: Somebody) {
  const signIn = newId()
  const endsAt = new Date(Date.now() + 86_400_000)
  await world.ctx().db.insert(signIns).values({ id: signIn, memberId: id, way: 'password', device: 'A tablet', endsAt })
  return somebody(world, { ...ctx.member, signIn }, 'tablet@example.org')
}

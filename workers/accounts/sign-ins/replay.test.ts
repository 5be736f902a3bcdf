import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { hashPassword } from '../passwords/password.ts'

const PASSWORD = 'seven looms and a kiln'

let world: World
let email: string
let passwordHash: string
beforeAll(async () => {
  world = await aWorld()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  await world.startAfresh()
  email = (await aMember(world, { passwordHash })).email
})

const refreshIn = (answer: Response) =>
  /^__Host-refresh=([^;]*)/.exec(
    answer.headers.getSetCookie().find((line) => line.startsWith('__Host-refresh=')) ?? '',
  )?.[1] ?? ''

const begin = async () => refreshIn(await world.request('/api/sign-ins', post({ email, password: PASSWORD })))

// What a browser does whose access token has run out.
async function renew(token: string) {
  const answer = await world.request('/api/my/profile', { headers: { Cookie: `__Host-refresh=${token}` } })
  return { status: answer.status, next: refreshIn(answer) }
}

const aMinutePasses = () =>
  world.ctx().db.execute(sql`update refresh_tokens set used_at = used_at - interval '1 minute'`)

const ends = async () => {
  const { rows } = await world
    .ctx()
    .db.execute(sql`select ended_because as why from sign_ins where ended_at is not null`)
  return rows.map(({ why }: { why: string }) => why)
}

// I11 one live refresh token in each sign-in, none that counts where the member may not enter.
const tokensTooMany = async () => {
  const { rows } = await world.ctx().db.execute(sql`
    select its.id from sign_ins its join refresh_tokens token on token.sign_in_id = its.id and token.used_at is null
    group by its.id having count(*) > 1
    union all
    select token.sign_in_id from refresh_tokens token group by token.sign_in_id, token.generation having count(*) > 1`)
  return rows
}

describe('a refresh token', () => {
  it('B40 gives its successor again within a moment', async () => {
    const first = await begin()
    const [one, again] = [await renew(first), await renew(first)]
    expect(one.status).toBe(200)
    expect(again).toEqual(one)
  })

  it('B39 used again later ends the sign-in for both, and tells the member', async () => {
    const first = await begin()
    const { next } = await renew(first)
    await aMinutePasses()
    expect((await renew(first)).status).toBe(401)
    expect((await renew(next)).status).toBe(401)
    expect(await ends()).toEqual(['replayed'])
    await world.settle()
    expect(world.letters.map(({ subject }) => subject)).toContain('We ended one of your sign-ins, to be safe')
  })

  it('F32 I11 in two hands that take turns ends with the first that is late', async () => {
    const stolen = await begin()
    const victim = await renew(stolen)
    await aMinutePasses()
    const attacker = await renew(stolen)
    expect(attacker.status).toBe(401)
    expect((await renew(victim.next)).status).toBe(401)
    expect(await tokensTooMany()).toEqual([])
  })

  it('F32 of the generation before the last is never taken, not even within the moment', async () => {
    const first = await begin()
    const second = await renew(first)
    const third = await renew(second.next)
    expect(third.status).toBe(200)
    expect((await renew(first)).status).toBe(401)
    expect((await renew(third.next)).status).toBe(401)
    expect(await ends()).toEqual(['replayed'])
  })

  it('F32 I11 never has two that count, whoever asks in whatever order', async () => {
    const first = await begin()
    const seen = [first]
    for (const pick of [0, 0, 1, 1, 2, 1, 0]) {
      const { next } = await renew(seen[Math.min(pick, seen.length - 1)] ?? first)
      if (next && !seen.includes(next)) seen.push(next)
      expect(await tokensTooMany()).toEqual([])
    }
  })

  it.each([
    ['V7.3.1 not used for thirty days', `update sign_ins set seen_at = now() - interval '31 days'`],
    ['V7.3.2 whose sign-in is ninety days old', `update sign_ins set ends_at = now() - interval '1 second'`],
    ['I11 of a member who was suspended', `update members set standing = 'suspended'`],
    ['of a sign-in that was ended', `update sign_ins set ended_at = now(), ended_because = 'signed-out'`],
  ])('%s is refused', async (_, happens) => {
    const token = await begin()
    await world.ctx().db.execute(happens)
    expect((await renew(token)).status).toBe(401)
  })
})

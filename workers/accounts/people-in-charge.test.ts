import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { departures } from '#db/schema/accounts/departures.ts'
import { clearances } from '#db/schema/accounts/mentor-applications.ts'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { events } from '#db/schema/events.ts'
import { members } from '#db/schema/people.ts'
import { aMember, type Somebody, somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readAccessToken } from './sign-ins/access-token.ts'

let world: World
let rosa: Somebody
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  rosa = await aMember(world, { handle: 'rosa', roles: ['participant', 'organiser', 'admin'] })
  anna = await aMember(world, { handle: 'anna' })
})

const standingOf = async (who: Somebody) => {
  const [row] = await world.ctx().db.select({ standing: members.standing }).from(members).where(eq(members.id, who.id))
  return row?.standing
}
const suspend = (handle: string) =>
  rosa.send('POST', `/api/accounts/${handle}/suspension`, { reason: 'Shouted at a newcomer.' })
const facts = async () => (await world.ctx().db.select({ name: events.name }).from(events)).map(({ name }) => name)

describe('an admin who suspends a member', () => {
  it('B41 ends all their sign-ins at once, with a reason, and tells the fact', async () => {
    expect((await suspend('anna')).status).toBe(201)
    expect(await standingOf(anna)).toBe('suspended')
    const open = await world.ctx().db.select().from(signIns).where(eq(signIns.memberId, anna.id))
    expect(open.map(({ endedBecause }) => endedBecause)).toEqual(['suspended'])
    expect(await facts()).toEqual(['member.suspended'])
  })

  it('does it once, and never to an admin or to themselves', async () => {
    await suspend('anna')
    const other = await aMember(world, { handle: 'malik', roles: ['participant', 'admin'] })
    expect((await suspend('anna')).status).toBe(409)
    expect((await suspend(other.handle)).status).toBe(409)
    expect((await suspend('rosa')).status).toBe(403)
    expect((await suspend('nobody')).status).toBe(404)
    expect(await standingOf(other)).toBe('active')
  })

  it('lets them come back to where they stood', async () => {
    await world
      .ctx()
      .db.insert(departures)
      .values({ memberId: anna.id, leavesAt: new Date(Date.now() + 86_400_000) })
    await suspend('anna')
    expect((await rosa.send('DELETE', '/api/accounts/anna/suspension')).status).toBe(200)
    expect(await standingOf(anna)).toBe('leaving')
    const minor = await aMember(world, { handle: 'tim', ageBand: '13-15', standing: 'waiting' })
    await suspend('tim')
    await rosa.send('DELETE', '/api/accounts/tim/suspension')
    expect(await standingOf(minor)).toBe('waiting')
    expect((await rosa.send('DELETE', '/api/accounts/tim/suspension')).status).toBe(404)
  })
})

describe('roles', () => {
  const give = (handle: string, roles: string[]) => rosa.send('PUT', `/api/accounts/${handle}/roles`, { roles })

  it('add up, and count at once where people in charge act (V8.3.2)', async () => {
    expect((await anna.request('/api/accounts')).status).toBe(403)
    await give('anna', ['participant', 'mentor', 'admin'])
    expect((await anna.request('/api/accounts')).status).toBe(200)
    await give('anna', ['participant'])
    expect((await anna.request('/api/accounts')).status).toBe(403)
    expect(await facts()).toEqual(['role.changed', 'role.changed'])
  })

  it('never leave the house without an admin', async () => {
    const answer = await give('rosa', ['participant', 'organiser'])
    expect([answer.status, (await problemOf(answer)).code]).toEqual([409, 'last_admin'])
    await give('anna', ['participant', 'admin'])
    expect((await give('rosa', ['participant'])).status).toBe(200)
  })

  it('B14 are what there are, each once', async () => {
    for (const roles of [['participant', 'king'], ['admin'], ['participant', 'participant'], []])
      expect((await give('anna', roles)).status, roles.join()).toBe(422)
  })
})

describe('an admin who turns off the second step of somebody who lost everything', () => {
  const reason = 'Her phone is at the bottom of the canal; we spoke face to face.'
  const remove = (handle: string, by = rosa) =>
    by.send('POST', `/api/accounts/${handle}/second-step-removal`, { reason })
  const protect = async ({ id: memberId }: Somebody) => {
    const { db } = world.ctx()
    await db.insert(authenticators).values({ memberId, sealedSecret: '-', confirmedAt: new Date() })
    await db.insert(recoveryCodes).values({ memberId, hash: `hash of ${memberId}` })
  }
  const left = async () => {
    const { db } = world.ctx()
    return [(await db.select().from(authenticators)).length, (await db.select().from(recoveryCodes)).length]
  }

  it('ends all their sign-ins and codes, with a reason in the audit, and a letter at once', async () => {
    await protect(anna)
    expect((await remove('Anna')).status).toBe(201)
    expect(await left()).toEqual([0, 0])
    const [signIn] = await world.ctx().db.select().from(signIns).where(eq(signIns.memberId, anna.id))
    expect(signIn?.endedAt).toBeInstanceOf(Date)
    expect((await anna.request('/api/my/profile')).status).toBe(401)
    const [told] = await world.ctx().db.select().from(events)
    expect(told).toMatchObject({ name: 'second-step.removed', subject: anna.id, actor: `member:${rosa.id}` })
    expect(told?.data).toMatchObject({ reason })
    await world.settle()
    expect(world.letters).toMatchObject([{ to: anna.email, subject: 'Your second step was turned off' }])
    for (const said of [reason, 'Member rosa', '/password-reset']) expect(world.letters[0]?.text).toContain(said)
  })

  it('proves first that it is them, and says why', async () => {
    await protect(anna)
    await expectNoChange(world, async () => {
      const short = await rosa.send('POST', '/api/accounts/anna/second-step-removal', { reason: ' ' })
      expect(short.status).toBe(422)
    })
    await world
      .ctx()
      .db.update(signIns)
      .set({ provedAt: new Date(0) })
    await expectNoChange(world, async () => {
      const answer = await remove('anna')
      expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'proof_needed'])
    })
  })

  it('does it for nobody who has none, and never for themselves', async () => {
    await protect(rosa)
    await expectNoChange(world, async () => {
      for (const [handle, status] of [
        ['rosa', 403],
        ['ROSA', 403],
        ['anna', 409],
        ['nobody', 404],
      ] as const)
        expect((await remove(handle)).status, handle).toBe(status)
    })
    const other = await aMember(world, { roles: ['participant', 'admin'] })
    expect((await remove('rosa', other)).status).toBe(201)
  })

  it('is no organiser', async () => {
    const thandi = await aMember(world, { roles: ['participant', 'organiser'] })
    await protect(anna)
    await expectNoChange(world, async () => expect((await remove('anna', thandi)).status).toBe(403))
  })
})

describe('an admin who looks as a member', () => {
  const look = async () => {
    const answer = await rosa.send('POST', '/api/accounts/anna/viewing')
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-access=')) ?? ''
    const token = line.slice('__Host-access='.length).split(';')[0] ?? ''
    const member = await readAccessToken(world.env, token, new Date())
    if (!member) throw new Error('no view was handed over')
    return { answer, member, asAnna: await somebody(world, member, anna.email) }
  }

  it('sees what they see, told in the audit', async () => {
    const { answer, member } = await look()
    expect(answer.status).toBe(201)
    expect(member).toMatchObject({ id: anna.id, handle: 'anna', viewedBy: rosa.id })
    const [seen] = await world.ctx().db.select().from(events)
    expect(seen).toMatchObject({ name: 'member.viewed', subject: anna.id, actor: `member:${rosa.id}` })
  })

  it('can change nothing, and sees none of their secrets', async () => {
    const { asAnna } = await look()
    const tried = await asAnna.send('DELETE', '/api/sign-ins/current')
    expect([tried.status, (await problemOf(tried)).code]).toEqual([403, 'only_looking'])
    const page = await asAnna.request('/settings/account', { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(403)
  })

  it('is themselves again when they stop', async () => {
    const { asAnna } = await look()
    const answer = await asAnna.send('DELETE', '/api/viewing')
    expect(answer.status).toBe(204)
    expect(answer.headers.getSetCookie().join()).toContain('__Host-access=; Max-Age=0')
  })

  it('never looks as another admin', async () => {
    await aMember(world, { handle: 'malik', roles: ['participant', 'admin'] })
    expect((await rosa.send('POST', '/api/accounts/malik/viewing')).status).toBe(409)
  })
})

describe('applying as a mentor', () => {
  const application = {
    motivation: 'I have bound books for thirty years and would like to hand that on.',
    references: 'Imke, imke@example.org',
  }
  const apply = async (who = anna) =>
    (await who.send('POST', '/api/mentor-applications', application)).json<{ id: string; status: string }>()
  const decide = (id: string, decision: object, by = rosa) =>
    by.send('PUT', `/api/mentor-applications/${id}/decision`, decision)
  const yes = { decision: 'approved', clearance: { what: 'Certificate of conduct', expiresOn: '2028-11-01' } }

  it('waits for an organiser, once at a time', async () => {
    expect(await apply()).toMatchObject({ status: 'waiting' })
    expect((await anna.send('POST', '/api/mentor-applications', application)).status).toBe(409)
    const { applications } = await (await rosa.request('/api/mentor-applications')).json<{ applications: object[] }>()
    expect(applications).toMatchObject([{ handle: 'anna', motivation: application.motivation }])
    expect((await anna.request('/api/mentor-applications')).status).toBe(403)
  })

  it('makes a mentor, with the clearance that was seen and its end (SAF-2)', async () => {
    const { id } = await apply()
    expect((await decide(id, yes)).status).toBe(200)
    const { db } = world.ctx()
    const [row] = await db.select({ roles: members.roles }).from(members).where(eq(members.id, anna.id))
    expect(row?.roles).toEqual(['participant', 'mentor'])
    expect(await db.select().from(clearances)).toMatchObject([
      { memberId: anna.id, what: 'Certificate of conduct', seenBy: rosa.id },
    ])
    expect(await facts()).toEqual(['mentor-application.received', 'mentor-application.approved'])
  })

  it('is decided once, by somebody else, and a decline says why', async () => {
    const own = await apply(rosa)
    expect((await decide(own.id, yes)).status).toBe(409)
    const { id } = await apply()
    expect((await decide(id, { decision: 'declined', reason: 'short' })).status).toBe(422)
    expect((await decide(id, { decision: 'declined', reason: 'Please come to two evenings first.' })).status).toBe(200)
    expect((await decide(id, yes)).status).toBe(409)
    const [row] = await world.ctx().db.select({ roles: members.roles }).from(members).where(eq(members.id, anna.id))
    expect(row?.roles).toEqual(['participant'])
  })

  it('can be taken back, and tried again', async () => {
    await apply()
    expect((await anna.send('DELETE', '/api/mentor-applications/own')).status).toBe(200)
    expect((await anna.send('DELETE', '/api/mentor-applications/own')).status).toBe(404)
    expect(await apply()).toMatchObject({ status: 'waiting' })
  })
})

describe('the register of accounts', () => {
  it('finds people by name, handle, address, role and standing', async () => {
    await aMember(world, { handle: 'imke', name: 'Imke Brandsma', roles: ['participant', 'mentor'] })
    const found = async (query: string) => {
      const { accounts } = await (await rosa.request(`/api/accounts?${query}`)).json<{
        accounts: { handle: string }[]
      }>()
      return accounts.map(({ handle }) => handle)
    }
    expect(await found('')).toEqual(['imke', 'anna', 'rosa'])
    expect(await found('q=Brandsma')).toEqual(['imke'])
    expect(await found('q=anna@exam')).toEqual(['anna'])
    expect(await found('role=mentor')).toEqual(['imke'])
    expect(await found('standing=suspended')).toEqual([])
  })
})

describe('what happened', () => {
  it('is told newest first, with names, and found by fact, by person and by subject', async () => {
    await suspend('anna')
    await rosa.send('DELETE', '/api/accounts/anna/suspension')
    const told = async (query = '') => {
      const { happenings } = await (await rosa.request(`/api/happenings?${query}`)).json<{
        happenings: { name: string; by: { handle: string }; about: { handle: string } }[]
      }>()
      return happenings.map(({ name, by, about }) => `${by?.handle} ${name} ${about?.handle}`)
    }
    expect(await told()).toEqual(['rosa member.suspension-lifted anna', 'rosa member.suspended anna'])
    expect(await told('name=member.suspended')).toEqual(['rosa member.suspended anna'])
    expect(await told('by=rosa&about=anna')).toHaveLength(2)
    expect(await told('by=anna')).toEqual([])
  })
})

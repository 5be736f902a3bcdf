import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { deliveries, noticeChoices, notices } from '#db/schema/notifications.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { acquaintances, aFact, aSkill, worked } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { zonesByRegion } from '#workers/lib/zones.ts'
import { KIND_NAMES, kinds } from './kinds.ts'
import { CHUNK, notify } from './notify.ts'

let world: World
let maya: Somebody
let bo: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maya = await aMember(world, { handle: 'maya', name: 'Maya Okafor' })
  bo = await aMember(world, { handle: 'bo', name: 'Bo Lindqvist' })
})

const noticesOf = ({ id }: Somebody) =>
  world.ctx().db.select({ kind: notices.kind, data: notices.data }).from(notices).where(eq(notices.memberId, id))

const endorsed = async (times = 1) => {
  const skill = await aSkill(world, `Bookbinding ${newId().slice(-6)}`)
  for (let n = 0; n < times; n++)
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
  return skill
}

describe('a fact', () => {
  it('becomes a notice for the member it concerns, and for nobody else', async () => {
    const skill = await endorsed()
    await world.settle()
    expect(await noticesOf(maya)).toEqual([
      { kind: 'endorsement', data: { by: bo.id, skill: skill.name, slug: skill.slug, words: null } },
    ])
    expect(await noticesOf(bo)).toEqual([])
  })

  it('I12 F17 tells each member once, however often its job comes', async () => {
    await endorsed()
    await world.settle()
    const { rows } = await world.ctx().db.execute(sql`select id from events`)
    for (let n = 0; n < 3; n++) await notify(world.ctx(), {}, Number(rows[0].id))
    await world.settle()
    expect(await noticesOf(maya)).toHaveLength(1)
    expect(await world.ctx().db.select().from(deliveries)).toHaveLength(1)
  })

  it('of everybody who is suspended or gone reaches nobody', async () => {
    for (const standing of ['suspended', 'gone'] as const) {
      const away = await aMember(world, { standing })
      await aFact(world, 'member.joined', { subject: away.id })
      await world.settle()
      expect(await noticesOf(away)).toEqual([])
    }
  })

  it('F18 about somebody who is not there any more wakes a job that has nothing to do', async () => {
    await aFact(world, 'endorsement.given', { subject: newId(), actor: bo, data: { skill: 'bookbinding' } })
    await aFact(world, 'mentor-application.approved', { subject: newId(), actor: bo })
    expect((await world.settle()).map(({ outcome }) => outcome)).toEqual(['acked', 'acked'])
  })

  it('F18 that makes no sense is retried by itself, while the others are told', async () => {
    await aFact(world, 'member.joined', { subject: 'nobody' })
    await aFact(world, 'member.joined', { subject: maya.id })
    expect((await world.settle()).map(({ outcome }) => outcome).sort()).toEqual(['acked', 'retried'])
    expect(await noticesOf(maya)).toHaveLength(1)
  })
})

describe('each kind', () => {
  const application = async (status: 'waiting' | 'approved' | 'declined') => {
    const id = newId()
    const decided =
      status === 'waiting' ? {} : { decidedAt: new Date(), decidedBy: bo.id, reason: 'Come back in spring.' }
    await world
      .ctx()
      .db.insert(mentorApplications)
      .values({ id, memberId: maya.id, motivation: 'I love kilns', references: 'Bo', status, ...decided })
    return id
  }

  it('of a mentor’s application reaches the applicant, or all who decide', async () => {
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    const admin = await aMember(world, { roles: ['participant', 'admin'] })
    await aFact(world, 'mentor-application.received', { subject: await application('waiting'), actor: maya })
    await aFact(world, 'mentor-application.declined', { subject: await application('declined'), actor: bo })
    await aFact(world, 'mentor-application.approved', { subject: await application('approved'), actor: bo })
    await world.settle()
    for (const one of [organiser, admin])
      expect(await noticesOf(one)).toEqual([{ kind: 'mentor-application', data: { by: maya.id } }])
    expect((await noticesOf(maya)).map(({ kind }) => kind).sort()).toEqual(['mentor-approved', 'mentor-declined'])
    expect(await noticesOf(bo)).toEqual([])
    expect(world.letters.find(({ subject }) => subject.includes('not yet'))?.text).toContain('Come back in spring.')
  })

  it('of a guardian’s answer reaches the member', async () => {
    const id = newId()
    await world.ctx().db.insert(guardianConsents).values({ id, memberId: maya.id, guardianEmail: 'mum@example.org' })
    await aFact(world, 'guardian.decided', { subject: id, data: { decision: 'agreed', link: newId() } })
    await aFact(world, 'guardian.decided', { subject: id, data: { decision: 'withdrawn', link: newId() } })
    await world.settle()
    expect((await noticesOf(maya)).map(({ kind }) => kind).sort()).toEqual(['guardian-agreed', 'guardian-refused'])
  })

  it('of moments reaches those who worked with the member', async () => {
    const stranger = await aMember(world)
    await worked(world, maya, bo)
    await aFact(world, 'moment.shared', { subject: bo.id, actor: bo, data: { text: 'The kiln is open.' } })
    await world.settle()
    expect(await noticesOf(maya)).toEqual([{ kind: 'moment', data: { by: bo.id, words: 'The kiln is open.' } }])
    expect(await noticesOf(stranger)).toEqual([])
  })

  it('that protects an account comes by mail at once, whatever was chosen', async () => {
    await world
      .ctx()
      .db.insert(noticeChoices)
      .values({ memberId: maya.id, kind: 'role', channel: 'mail', rhythm: 'never' })
    await aFact(world, 'role.changed', { subject: maya.id, actor: bo, data: { roles: ['participant', 'mentor'] } })
    await world.settle()
    expect(world.letters.map(({ to, subject }) => [to, subject])).toEqual([
      [maya.email, 'Bo Lindqvist changed what you may do here. You are now: participant, mentor'],
    ])
    expect(world.letters[0]?.headers).toBeUndefined()
  })

  it.each(KIND_NAMES)('has words for one, for many and for people who left: %s', (name) => {
    for (const [who, people] of [
      [['Amara'], 1],
      [['Amara', 'Bo'], 2],
      [['Amara', 'Bo', 'Cy'], 7],
      [[], 1],
    ] as [string[], number][]) {
      const said = kinds[name].says({ who, people, count: people, data: {} })
      const text = said.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('')
      expect(text.length).toBeGreaterThan(10)
      expect(text).not.toMatch(/undefined|null|NaN/)
    }
    expect(kinds[name].opens({})).toMatch(/^\/[a-z]/)
  })
})

describe('somebody endorses a skill over the API', () => {
  it('is told to the member with the words that were said', async () => {
    const skill = await aSkill(world)
    await worked(world, maya, bo)
    await world.ctx().db.insert(memberSkills).values({ memberId: maya.id, skillId: skill.id, bond: 'teaches' })
    const words = 'Her spines hold.'
    const said = await bo.send('POST', `/api/members/maya/endorsements/${skill.slug}`, { words })
    expect(said.status).toBe(201)
    await world.settle()
    expect(await noticesOf(maya)).toMatchObject([{ kind: 'endorsement', data: { by: bo.id, words } }])
  })
})

describe('a fact that concerns very many', () => {
  it('F17 is told in chunks: one statement for each 500 members, each of them once', async () => {
    await acquaintances(world, bo, 2 * CHUNK + 7)
    await aFact(world, 'moment.shared', { subject: bo.id, actor: bo, data: { text: 'The kiln is open.' } })
    const { trips } = world.spent
    const told = await world.settle()
    expect(told).toHaveLength(3)
    // Three chunks and the name of the fact, beside what the outbox needs to announce and to look once more.
    expect(world.spent.trips - trips).toBeLessThanOrEqual(3 + 1 + 10)
    const { rows } = await world.ctx().db.execute(sql`
      select count(*)::int as all, count(distinct member_id)::int as members from notices`)
    expect(rows[0]).toEqual({ all: 2 * CHUNK + 7, members: 2 * CHUNK + 7 })
  })

  it('F17 goes on where it stopped, also when a chunk comes twice', async () => {
    await acquaintances(world, bo, CHUNK + 3)
    const fact = await aFact(world, 'moment.shared', { subject: bo.id, actor: bo, data: { text: 'Open.' } })
    await notify(world.ctx(), {}, fact)
    await notify(world.ctx(), {}, fact)
    await world.settle()
    const { rows } = await world.ctx().db.execute(sql`select count(*)::int as all from notices`)
    expect(rows[0].all).toBe(CHUNK + 3)
  })
})

describe('a storm of facts about one member', () => {
  it('B81 sends five mails in half an hour; what comes on top waits for the digest', async () => {
    await world
      .ctx()
      .db.insert(noticeChoices)
      .values({ memberId: maya.id, kind: 'endorsement', channel: 'mail', rhythm: 'at-once' })
    await endorsed(12)
    await world.settle()
    expect(world.letters).toHaveLength(5)
    const rows = await world.ctx().db.select({ rhythm: deliveries.rhythm }).from(deliveries)
    expect(rows.filter(({ rhythm }) => rhythm === 'daily')).toHaveLength(7)
    expect(await noticesOf(maya)).toHaveLength(12)
  })

  it('B81 sends again after half an hour', async () => {
    await world
      .ctx()
      .db.insert(noticeChoices)
      .values({ memberId: maya.id, kind: 'endorsement', channel: 'mail', rhythm: 'at-once' })
    await endorsed(8)
    await world.settle()
    await world.ctx().db.execute(sql`update tries set since = since - interval '31 minutes'`)
    await endorsed(8)
    await world.settle()
    expect(world.letters).toHaveLength(10)
  })
})

describe('a time zone that a member may choose', () => {
  it('is known to Postgres, so that no zone of one member keeps others waiting', async () => {
    const zones = zonesByRegion(new Date()).flatMap(({ zones }) => zones.map(({ zone }) => zone))
    const { rows } = await world.ctx().db.execute(sql`
      select count(now() at time zone zone)::int as known from unnest(${sql.param(`{${zones.join()}}`)}::text[]) zone`)
    expect(rows[0].known).toBe(zones.length)
  })
})

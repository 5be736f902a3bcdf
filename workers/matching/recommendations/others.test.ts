import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { suggestedThings } from '#db/schema/matching/things.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { programSkills, programs } from '#db/schema/mentoring/programs.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor, aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Suggestions } from './inputs.ts'
import { recommend } from './recommending.ts'

let world: World
let anna: Somebody
let bo: Somebody
let linocut: { id: string; name: string; slug: string }
let weaving: { id: string; name: string; slug: string }

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { name: 'Anna' })
  bo = await aMember(world, { name: 'Bo' })
  linocut = await aSkill(world, 'Linocut')
  weaving = await aSkill(world, 'Weaving')
  await says(anna, 'learns', linocut)
  await says(anna, 'teaches', weaving)
})

const db = () => world.ctx().db
const says = (who: Somebody, bond: 'teaches' | 'learns', skill: { id: string }) =>
  db().insert(memberSkills).values({ memberId: who.id, skillId: skill.id, bond })
const look = (who = anna) => recommend(world.ctx(), { id: who.id })
const read = async (kind: string, who = anna) =>
  Suggestions.parse(await (await who.request(`/api/recommendations?for=${kind}`)).json())
const peers = async (who = anna) => (await read('peer', who)).suggestions
const answer = (kind: string, name: string, said: object, who = anna) =>
  who.send('PUT', `/api/recommendations/${kind}/${name}`, said)

describe('a peer', () => {
  it('comes first where each teaches what the other looks for, and is told both', async () => {
    const cem = await aMember(world, { name: 'Cem' })
    await says(cem, 'learns', linocut)
    await says(bo, 'teaches', linocut)
    await says(bo, 'learns', weaving)
    await look()
    const [first, second] = await peers()
    expect(first).toMatchObject({ handle: bo.handle, places: null })
    expect(first?.reasons[0]).toBe('Bo teaches Linocut and wants to learn Weaving: you could swap.')
    expect(second?.reasons).toContain('You both want to learn Linocut.')
  })

  it('is found for somebody who said nothing yet, and told what to say', async () => {
    const newcomer = await aMember(world)
    await look(newcomer)
    const found = await peers(newcomer)
    expect(found.map(({ handle }) => handle)).toContain(anna.handle)
    expect(found.find(({ handle }) => handle === anna.handle)?.change?.where).toMatch(/settings\/skills/)
  })

  it.each([
    ['whom they blocked', () => db().insert(blocks).values({ memberId: anna.id, blockedId: bo.id })],
    ['who blocked them', () => db().insert(blocks).values({ memberId: bo.id, blockedId: anna.id })],
    ['with whom they work', () => aPair(world, { participant: bo, mentor: anna, format: 'peer' })],
    ['who was suspended', () => db().update(members).set({ standing: 'suspended' }).where(eq(members.id, bo.id))],
    [
      'who keeps that they are here',
      () =>
        db()
          .update(members)
          .set({ visibility: { profile: 'me' } })
          .where(eq(members.id, bo.id)),
    ],
  ])('is nobody %s, from that moment on', async (_, change) => {
    await look()
    expect((await peers()).map(({ handle }) => handle)).toContain(bo.handle)
    await change()
    expect((await peers()).map(({ handle }) => handle)).not.toContain(bo.handle)
    await look()
    expect((await peers()).map(({ handle }) => handle)).not.toContain(bo.handle)
  })

  it('is told by nothing that was closed since', async () => {
    await says(bo, 'learns', linocut)
    await look()
    expect((await peers())[0]?.reasons.join()).toContain('Linocut')
    await db()
      .update(members)
      .set({ visibility: { skills: 'me' } })
      .where(eq(members.id, bo.id))
    expect(JSON.stringify(await peers())).not.toContain('Linocut')
  })
})

describe('somebody one would rather not be with', () => {
  it('is in no list of the two any more, and hears nothing', async () => {
    const imke = await aMentor(world, 2)
    await says(imke, 'teaches', linocut)
    await says(imke, 'learns', weaving)
    await look()
    await look(imke)
    expect((await peers(imke)).map(({ handle }) => handle)).toContain(anna.handle)
    await answer('mentor', imke.handle, { answer: 'dismissed', because: 'not-with-them' })
    for (const again of [async () => {}, look, () => look(imke)]) {
      await again()
      expect((await peers()).map(({ handle }) => handle)).not.toContain(imke.handle)
      expect((await peers(imke)).map(({ handle }) => handle)).not.toContain(anna.handle)
      expect((await read('mentee', imke)).suggestions).toEqual([])
    }
  })
})

describe('whom a mentor could teach', () => {
  let imke: Somebody
  beforeEach(async () => {
    imke = await aMentor(world, 1)
    await says(imke, 'teaches', linocut)
    await look(imke)
  })
  const mentees = async () => (await read('mentee', imke)).suggestions.map(({ handle }) => handle)

  it('wants to learn it, and is told the mentor’s half of the reasons', async () => {
    await says(bo, 'learns', linocut)
    await look(imke)
    const { suggestions } = await read('mentee', imke)
    expect(suggestions.map(({ handle }) => handle).sort()).toEqual([anna.handle, bo.handle].sort())
    expect(JSON.stringify(suggestions)).not.toMatch(/which you want to learn|has room/)
  })

  it('is nobody who has a mentor, or while the mentor has no room', async () => {
    expect(await mentees()).toEqual([anna.handle])
    await db().update(availability).set({ menteesAtMost: 0 }).where(eq(availability.memberId, imke.id))
    expect(await mentees()).toEqual([])
    await db().update(availability).set({ menteesAtMost: 1 }).where(eq(availability.memberId, imke.id))
    await aPair(world, { participant: anna })
    expect(await mentees()).toEqual([])
  })

  it('is nobody who keeps their skills to themselves', async () => {
    await db()
      .update(members)
      .set({ visibility: { skills: 'me' } })
      .where(eq(members.id, anna.id))
    await look(imke)
    expect(await mentees()).toEqual([])
  })
})

describe('programs and sessions', () => {
  const things = async (kind: string) => (await read(kind)).things
  const aSession = async (title: string, skillId: string | null, hostId = bo.id, inDays = 3) =>
    db()
      .insert(sessions)
      .values({
        ...{ slug: title.toLowerCase(), title, summary: 'Bring what you have.', timeZone: 'Europe/Madrid' },
        ...{ hostId, skillId, lengthMinutes: 60, seats: 8, startsAt: new Date(Date.now() + inDays * 86_400_000) },
      })

  it('come first where they are about what one wants to learn, and say so', async () => {
    await aSession('Singing', null)
    await aSession('Printing', linocut.id)
    await look()
    const [first, second] = await things('session')
    expect([first?.slug, second?.slug]).toEqual(['printing', 'singing'])
    expect(first?.reasons).toEqual(['It is about Linocut, which you want to learn.'])
    expect(second?.change?.where).toBe('/settings/availability')
  })

  it('are those that come, led by others who are there for everybody', async () => {
    await aSession('Over', linocut.id, bo.id, -1)
    await aSession('Mine', linocut.id, anna.id)
    await aSession('Theirs', linocut.id)
    await look()
    expect((await things('session')).map(({ slug }) => slug)).toEqual(['theirs'])
    await db().insert(blocks).values({ memberId: bo.id, blockedId: anna.id })
    expect(await things('session')).toEqual([])
  })

  it('are programs with a place, as long as they take applications', async () => {
    const program = await aProgram(world, await aMember(world, { roles: ['participant', 'organiser'] }), { seats: 1 })
    await db().insert(programSkills).values({ programId: program.id, skillId: linocut.id })
    await look()
    expect(await things('group')).toMatchObject([{ slug: program.slug, program: { left: 1 }, saved: false }])
    await db().update(programs).set({ state: 'running' }).where(eq(programs.id, program.id))
    expect(await things('group')).toEqual([])
  })

  it('stay kept, and stay away, also when looked for anew', async () => {
    await aSession('Printing', linocut.id)
    await aSession('Singing', null)
    await look()
    await answer('session', 'singing', { answer: 'saved' })
    await answer('session', 'printing', { answer: 'dismissed', because: 'no-time-together' })
    await look()
    expect(await things('session')).toMatchObject([{ slug: 'singing', saved: true }])
    const [kept] = await db().select().from(suggestedThings).where(sql`answer = 'dismissed'`)
    expect(kept?.because).toBe('no-time-together')
  })

  it('B41 are answered only by whom they were suggested to', async () => {
    await aSession('Printing', linocut.id)
    await look()
    expect((await answer('session', 'printing', { answer: 'saved' }, bo)).status).toBe(404)
  })
})

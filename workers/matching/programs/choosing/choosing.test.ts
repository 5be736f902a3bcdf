import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { blocks, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices } from '#db/schema/mentoring/pairings.ts'
import { programApplications } from '#db/schema/mentoring/programs.ts'
import { notices } from '#db/schema/notifications.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { aFact, aSkill } from '#workers/lib/testing/facts.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { notify } from '#workers/notifications/notify.ts'
import type { Pairing } from '../inputs.ts'
import { readPairingPage } from '../page.ts'
import { Choosing } from './inputs.ts'
import { remindOfChoosing } from './reminding.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }
let ada: Somebody
let bo: Somebody
let lino: Somebody
let weft: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
  ada = await aMember(world, { handle: 'ada' })
  bo = await aMember(world, { handle: 'bo' })
  lino = await aMentor(world, 1, { handle: 'lino' })
  weft = await aMentor(world, 1, { handle: 'weft' })
  for (const learner of [ada, bo]) await anApplicant(world, program.id, learner)
  for (const mentor of [lino, weft]) await anApplicant(world, program.id, mentor, 'mentor')
})

const db = () => world.ctx().db
const path = () => `/api/programs/${program.slug}/choices`
const decides = (process: string, until = '') =>
  organiser.send('PUT', `/api/programs/${program.slug}/pairing/rules`, {
    process,
    until,
    balance: 2,
    asksOthers: false,
  })
const read = async (who: Somebody) => Choosing.parse(await (await who.request(path())).json())
const say = (who: Somebody, places: Record<string, number | ''>) =>
  who.send('PUT', path(), { choices: Object.entries(places).map(([handle, place]) => ({ handle, place })) })
const draft = async () => {
  await organiser.send('POST', `/api/programs/${program.slug}/pairing/runs`, {})
  await world.settle()
  return (await (await organiser.request(`/api/programs/${program.slug}/pairing`)).json()) as Pairing
}
const twos = ({ pairs }: Pairing) =>
  pairs.map(({ participant, mentor }) => `${participant.handle} ${mentor.handle}`).sort()

const heard = async (kind: string) =>
  (await db().select().from(notices).where(eq(notices.kind, kind))).map(({ memberId }) => memberId).sort()
const ids = (...them: Somebody[]) => them.map(({ id }) => id).sort()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const remind = async () => {
  await remindOfChoosing(world.ctx({ kind: 'cron', name: 'remind-of-choosing' }))
  await world.settle()
}

describe('being asked whom one would like', () => {
  it('F17 is told once to those who may say it, with the last day, however often the rules are kept or a message comes', async () => {
    const day = inDays(9)
    await decides('choice', day)
    await decides('choice', day)
    await world.settle()
    expect(await heard('choosing-opened')).toEqual(ids(ada, bo))
    const facts = await db().select().from(events).where(eq(events.name, 'choosing.opened'))
    for (const { id } of [...facts, ...facts]) await notify(world.ctx(), {}, id)
    expect(await heard('choosing-opened')).toEqual(ids(ada, bo))
    const [told] = await db().select().from(notices).where(eq(notices.memberId, ada.id))
    expect(told?.data).toMatchObject({ part: 'participant', slug: program.slug, until: day })
    expect(world.letters.map(({ subject }) => subject)).toContain('Winter bench asks whom you would like to learn from')
    await decides('both', day)
    await world.settle()
    expect(await heard('choosing-opened')).toEqual(ids(ada, bo, lino, weft))
  })

  it('is told to nobody who gave their place back, is about to leave, has a mentor or was never in it', async () => {
    const cleo = await aMember(world, { standing: 'leaving' })
    await anApplicant(world, program.id, cleo)
    await db().update(programApplications).set({ state: 'withdrawn' }).where(eq(programApplications.memberId, bo.id))
    await db().insert(mentorships).values({ mentorId: lino.id, participantId: ada.id, programId: program.id })
    await aMember(world, { handle: 'stranger' })
    await decides('both')
    await world.settle()
    expect(await heard('choosing-opened')).toEqual(ids(lino, weft))
  })

  it('is told with their place to whoever is accepted while it goes on', async () => {
    await decides('choice', inDays(4))
    const dot = await aMember(world, { handle: 'dot' })
    await anApplicant(world, program.id, dot)
    const [place] = await db().select().from(programApplications).where(eq(programApplications.memberId, dot.id))
    await aFact(world, 'program.accepted', { subject: place?.id ?? '', actor: organiser })
    await world.settle()
    const told = await db().select().from(notices).where(eq(notices.kind, 'program-accepted'))
    expect(told).toMatchObject([{ memberId: dot.id, data: { asks: 'participant', until: inDays(4) } }])
    expect(world.letters.at(-1)?.text).toContain('you can say whom you would like to learn from.')
  })

  it('F17 comes to mind once, two days before the last, to whoever said nothing yet', async () => {
    await decides('choice', inDays(3))
    await remind()
    expect(await heard('choosing-ends')).toEqual([])
    await decides('choice', inDays(2))
    await say(ada, { lino: 1 })
    for (let night = 0; night < 3; night++) await remind()
    expect(await heard('choosing-ends')).toEqual(ids(bo))
  })

  it('ends with the last day, and begins again where a later one is given', async () => {
    await decides('choice', inDays(-2))
    await world.settle()
    expect(await heard('choosing-opened')).toEqual([])
    expect((await read(ada)).part).toBeNull()
    expect((await say(ada, { lino: 1 })).status).toBe(409)
    await decides('choice', inDays(5))
    await world.settle()
    expect(await heard('choosing-opened')).toEqual(ids(ada, bo))
    expect(await read(ada)).toMatchObject({ part: 'participant', until: inDays(5) })
  })

  it('shows the organisers how many said it', async () => {
    const theirs = async () => (await readPairingPage(organiser.ctx, program)).choosing
    expect(await theirs()).toBeUndefined()
    await decides('both', inDays(5))
    await say(ada, { lino: 1 })
    expect(await theirs()).toEqual({ asked: 4, said: 1, until: inDays(5), isOver: false, talks: false })
    await decides('both', inDays(-2))
    expect((await theirs())?.isOver).toBe(true)
  })
})

describe('saying whom one would like', () => {
  it('is asked of nobody where organisers decide, of one side or of both where they say so', async () => {
    expect((await read(ada)).part).toBeNull()
    expect((await say(ada, { lino: 1 })).status).toBe(409)
    await decides('choice')
    expect((await read(ada)).people.map(({ handle }) => handle)).toEqual(['lino', 'weft'])
    expect((await read(lino)).part).toBeNull()
    await decides('both')
    expect(await read(lino)).toMatchObject({ part: 'mentor', people: [{ handle: 'ada' }, { handle: 'bo' }] })
  })

  it('shows what each teaches or wants to learn, what both named first, unless they keep it to themselves', async () => {
    await decides('both')
    const [binding, weaving] = [await aSkill(world, 'Binding'), await aSkill(world, 'Weaving')]
    const [teaches, learns] = [{ bond: 'teaches' as const }, { bond: 'learns' as const }]
    await db()
      .insert(memberSkills)
      .values([
        { memberId: ada.id, skillId: weaving.id, ...learns },
        { memberId: weft.id, skillId: binding.id, ...teaches },
        { memberId: weft.id, skillId: weaving.id, ...teaches },
      ])
    const skillsOf = async (reader: Somebody, handle: string) =>
      (await read(reader)).people.find((one) => one.handle === handle)?.skills
    expect(await skillsOf(ada, 'weft')).toEqual([
      { name: 'Weaving', shared: true },
      { name: 'Binding', shared: false },
    ])
    expect(await skillsOf(bo, 'weft')).toEqual([
      { name: 'Binding', shared: false },
      { name: 'Weaving', shared: false },
    ])
    expect(await skillsOf(weft, 'ada')).toEqual([{ name: 'Weaving', shared: true }])
    await db()
      .update(members)
      .set({ visibility: { skills: 'me' } })
      .where(eq(members.id, weft.id))
    expect(await skillsOf(ada, 'weft')).toEqual([])
  })

  it('decides who is with whom, and the organisers read it as a reason', async () => {
    await decides('both')
    expect((await say(ada, { weft: 1, lino: 2 })).status).toBe(204)
    expect((await say(weft, { ada: 1 })).status).toBe(204)
    const found = await draft()
    expect(twos(found)).toEqual(['ada weft', 'bo lino'])
    const reasons = found.pairs.flatMap((pair) => (pair.participant.handle === 'ada' ? pair.reasons : []))
    expect(reasons[0]).toBe('They chose each other: first for Member, first for Member.')
  })

  it('never gives somebody whom they would rather not be with, and tells nobody', async () => {
    await decides('choice')
    await say(ada, { lino: 0, weft: 0 })
    const found = await draft()
    expect(twos(found).some((two) => two.startsWith('ada'))).toBe(false)
    expect(found.leftOut).toMatchObject([
      { participant: { handle: 'ada' }, why: expect.stringContaining('No mentor fits the rules') },
    ])
    expect(JSON.stringify(found)).not.toContain('rather')
  })

  it('is what was said last: a list replaces the one before, and a word can be taken back', async () => {
    await decides('choice')
    await say(ada, { lino: 1, weft: 2 })
    await say(ada, { weft: 1, lino: '' })
    expect((await read(ada)).people.map(({ handle, place }) => [handle, place])).toEqual([
      ['weft', 1],
      ['lino', null],
    ])
    await say(ada, {})
    expect(await db().select().from(pairingChoices)).toEqual([])
  })

  it('refuses two on the same place, somebody twice, and a place there is not', async () => {
    await decides('choice')
    expect((await say(ada, { lino: 1, weft: 1 })).status).toBe(422)
    expect(
      (
        await ada.send('PUT', path(), {
          choices: [
            { handle: 'lino', place: 1 },
            { handle: 'LINO', place: 2 },
          ],
        })
      ).status,
    ).toBe(422)
    expect((await say(ada, { lino: 6 })).status).toBe(422)
    expect(await db().select().from(pairingChoices)).toEqual([])
  })

  it('B47 shows and takes nobody from outside, nobody blocked, and nothing of others', async () => {
    await decides('both')
    await db().insert(blocks).values({ memberId: weft.id, blockedId: ada.id })
    expect((await read(ada)).people.map(({ handle }) => handle)).toEqual(['lino'])
    const stranger = await aMentor(world, 3, { handle: 'stranger' })
    await say(ada, { weft: 1, stranger: 2, lino: 3 })
    expect((await db().select().from(pairingChoices)).map(({ otherId, place }) => [otherId, place])).toEqual([
      [lino.id, 3],
    ])
    expect((await read(stranger)).part).toBeNull()
    expect((await problemOf(await say(stranger, { ada: 1 }))).code).toBe('not_now')
    expect((await read(bo)).people.every(({ place }) => place === null)).toBe(true)
  })

  it('is over for whoever has a mentor', async () => {
    await decides('choice')
    await db().insert(mentorships).values({ mentorId: lino.id, participantId: ada.id, programId: program.id })
    expect((await read(ada)).part).toBeNull()
  })
})

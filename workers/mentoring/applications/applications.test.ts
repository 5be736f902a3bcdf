import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { cohorts, programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { notices } from '#db/schema/notifications.ts'
import { asMember } from '#workers/lib/context.ts'
import { A_STEP, anApplication } from '#workers/lib/testing/mentoring/applications.ts'
import { aProgram, aQuestion } from '#workers/lib/testing/mentoring/programs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { WholeProgram } from '../programs/inputs.ts'
import type { ApplicationPage, OwnPage } from './inputs.ts'
import { readApplicationsPage } from './reading.ts'

let world: World
let organiser: Somebody
let maker: Somebody
let program: Awaited<ReturnType<typeof aProgram>>

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  maker = await aMember(world, { name: 'Idrissa' })
  program = await aProgram(world, organiser, { form: [aQuestion()], steps: [A_STEP], seats: 1 })
})

const APPLICATION = { answers: [{ key: 'why', said: 'Because of the swallows' }], consent: 'yes' }
const apply = (by: Somebody, more: object = {}) =>
  by.send('POST', `/api/programs/${program.slug}/applications`, { ...APPLICATION, ...more })
const decide = (id: string, said: object, by = organiser) =>
  by.send('PUT', `/api/program-applications/${id}/decision`, said)
const waiting = async (by: Somebody, query = '') =>
  (await (await by.request(`/api/programs/${program.slug}/applications${query}`)).json()) as ApplicationPage
const own = async (by: Somebody) =>
  ((await (await by.request(`/api/programs/${program.slug}`)).json()) as WholeProgram).own
const idOf = async (answer: Response) => ((await answer.json()) as { id: string }).id
const told = async (name: string) =>
  (await world.ctx().db.select().from(events).where(eq(events.name, name))).map(({ subject }) => subject)
const taken = async () => (await world.ctx().db.select().from(cohorts).where(eq(cohorts.id, program.roundId)))[0]?.taken

describe('an application', () => {
  it('keeps its answers and the form as it was, and waits for the organisers', async () => {
    const applied = await apply(maker)
    expect(applied.status).toBe(201)
    const id = await idOf(applied)
    await world.ctx().db.update(programs).set({ form: [] })
    const [one] = (await waiting(organiser)).applications
    expect(one).toMatchObject({
      id,
      state: 'applied',
      by: { handle: maker.handle },
      round: { name: 'The first round' },
    })
    expect(one?.answered).toEqual([{ label: 'Why this bench?', kind: 'line', said: ['Because of the swallows'] }])
    expect(await told('program.applied')).toEqual([id])
    expect((await own(maker))?.state).toBe('applied')
  })

  it('says what is missing, and agrees to who sees what', async () => {
    const silent = await apply(maker, { answers: [], consent: undefined })
    expect([silent.status, (await problemOf(silent)).issues?.map(({ path }) => path)]).toEqual([422, ['consent']])
    const empty = await apply(maker, { answers: [] })
    expect([empty.status, (await problemOf(empty)).issues?.map(({ path }) => path)]).toEqual([422, ['answers.why']])
  })

  it('is made once at a time, and again after it was withdrawn', async () => {
    const id = await idOf(await apply(maker))
    const again = await apply(maker)
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'already_applied'])
    expect((await maker.send('DELETE', `/api/program-applications/${id}`)).status).toBe(200)
    expect((await own(maker))?.state).toBe('withdrawn')
    expect((await apply(maker)).status).toBe(201)
  })

  it('is taken by open programs only', async () => {
    await world.ctx().db.update(programs).set({ state: 'running' }).where(eq(programs.id, program.id))
    const late = await apply(maker)
    expect([late.status, (await problemOf(late)).code]).toEqual([409, 'not_open'])
  })

  it('of somebody young waits for their guardian first', async () => {
    const young = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
    const refused = await apply(young)
    expect([refused.status, (await problemOf(refused)).code]).toEqual([403, 'waiting'])
  })

  it('as a mentor is for mentors, and takes no place', async () => {
    const refused = await apply(maker, { part: 'mentor' })
    expect([refused.status, (await problemOf(refused)).code]).toEqual([403, 'mentors_only'])
    const mentor = await aMember(world, { roles: ['participant', 'mentor'] })
    const id = await idOf(await apply(mentor, { part: 'mentor' }))
    expect((await decide(id, { decision: 'accepted' })).status).toBe(200)
    expect(await taken()).toBe(0)
  })

  it('chooses a round with room, where there are several', async () => {
    const id = newId()
    const second = { id, programId: program.id, name: 'In May', startsOn: '2027-05-01', endsOn: '2027-07-01', seats: 2 }
    await world.ctx().db.insert(cohorts).values(second)
    const unsaid = await apply(maker)
    expect([unsaid.status, (await problemOf(unsaid)).issues?.[0]?.path]).toEqual([422, 'round'])
    await world.ctx().db.update(cohorts).set({ taken: 1 }).where(eq(cohorts.id, program.roundId))
    const full = await apply(maker, { round: program.roundId })
    expect([full.status, (await problemOf(full)).issues?.[0]?.path]).toEqual([422, 'round'])
    expect((await apply(maker, { round: id })).status).toBe(201)
    expect((await own(maker))?.round).toBe('In May')
  })
})

describe('what was answered', () => {
  it('B47 is read by those who organise the program and by admins, and by nobody else', async () => {
    await apply(maker)
    const people: Record<string, [Somebody, number]> = {
      organiser: [organiser, 200],
      admin: [await aMember(world, { roles: ['participant', 'admin'] }), 200],
      'organiser of something else': [await aMember(world, { roles: ['participant', 'organiser'] }), 404],
      mentor: [await aMember(world, { roles: ['participant', 'mentor'] }), 403],
      'whoever applied': [maker, 403],
      somebody: [await aMember(world), 403],
    }
    for (const [who, [person, status]] of Object.entries(people)) {
      const answer = await person.request(`/api/programs/${program.slug}/applications`)
      expect(answer.status, who).toBe(status)
      expect((await answer.text()).includes('swallows'), who).toBe(status === 200)
    }
  })

  it('is read with its program and its counts in one round trip, by its readers only', async () => {
    await apply(maker)
    const search = { show: 'applied' } as const
    const ctx = asMember(world.ctx(), organiser.ctx.member)
    const { page, head, program: around } = await readApplicationsPage(ctx, program, search)
    expect(ctx.spent.trips).toBe(1)
    expect(page.applications).toMatchObject([{ by: { handle: maker.handle } }])
    expect(head).toMatchObject({ waiting: 1, accepted: 0, declined: 0, withdrawn: 0 })
    expect(around).toMatchObject({ slug: program.slug, organises: true, rounds: [{ id: program.roundId }] })
    await expect(readApplicationsPage(maker.ctx, program, search)).rejects.toThrow()
  })

  it('stands in the order of waiting, page by page', async () => {
    program = await aProgram(world, organiser, { seats: 100 })
    for (const _ of Array(25)) await anApplication(world, await aMember(world), organiser, { program })
    const page = await waiting(organiser)
    const rest = await waiting(organiser, `?after=${encodeURIComponent(page.next ?? '')}`)
    expect([page.applications.length, rest.applications.length, rest.next]).toEqual([20, 5, null])
    const ids = [...page.applications, ...rest.applications].map(({ id }) => id)
    expect(new Set(ids).size).toBe(25)
    expect([...ids].sort()).toEqual(ids)
  })
})

describe('a decision', () => {
  it('B47 is made by those who organise the program, not by other organisers or admins', async () => {
    const id = await idOf(await apply(maker))
    for (const roles of [['participant', 'organiser'] as const, ['participant', 'admin'] as const]) {
      const other = await aMember(world, { roles: [...roles] })
      expect((await decide(id, { decision: 'accepted' }, other)).status).toBe(404)
    }
    expect((await own(maker))?.state).toBe('applied')
  })

  it('for one place is made once: of two who are accepted at the same time one has it', async () => {
    const other = await aMember(world)
    const ids = [await idOf(await apply(maker)), await idOf(await apply(other))]
    const answers = await Promise.all(ids.map((id) => decide(id, { decision: 'accepted' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await taken()).toBe(1)
    const refused = answers.find(({ status }) => status === 409) as Response
    expect((await problemOf(refused)).code).toBe('no_room')
  })

  it('is not made twice, and never about what was withdrawn', async () => {
    const id = await idOf(await apply(maker))
    expect((await decide(id, { decision: 'declined', words: 'Next winter, please.' })).status).toBe(200)
    const again = await decide(id, { decision: 'accepted' })
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'already_answered'])
    expect(await own(maker)).toMatchObject({ state: 'declined', words: 'Next winter, please.' })
    const second = await idOf(await apply(maker))
    await maker.send('DELETE', `/api/program-applications/${second}`)
    expect((await problemOf(await decide(second, { decision: 'accepted' }))).code).toBe('withdrawn')
  })

  it('against somebody says why', async () => {
    const id = await idOf(await apply(maker))
    const silent = await decide(id, { decision: 'declined' })
    expect([silent.status, (await problemOf(silent)).issues?.[0]?.path]).toEqual([422, 'words'])
  })

  it('takes a round of this program only', async () => {
    const elsewhere = await aProgram(world, organiser)
    const id = await idOf(await apply(maker))
    const refused = await decide(id, { decision: 'accepted', round: elsewhere.roundId })
    expect([refused.status, (await problemOf(refused)).issues?.[0]?.path]).toEqual([422, 'round'])
  })

  it('gives a place that is free again for the next one when it is given back', async () => {
    const id = await idOf(await apply(maker))
    await decide(id, { decision: 'accepted' })
    expect(await taken()).toBe(1)
    await maker.send('DELETE', `/api/program-applications/${id}`)
    expect(await taken()).toBe(0)
    expect(await told('program.withdrawn')).toEqual([id])
  })

  it('reaches whoever applied, and an application whoever organises', async () => {
    const id = await idOf(await apply(maker))
    await decide(id, { decision: 'accepted', words: 'Bring the old drawer.' })
    await world.settle()
    const all = await world.ctx().db.select().from(notices)
    const kinds = (who: Somebody) => all.filter(({ memberId }) => memberId === who.id).map(({ kind }) => kind)
    expect([kinds(organiser), kinds(maker)]).toEqual([['program-applied'], ['program-accepted']])
    expect(all.find(({ memberId }) => memberId === maker.id)?.data).toMatchObject({ words: 'Bring the old drawer.' })
  })
})

describe('a required step', () => {
  it('is ticked off by whoever applied, and the tick taken back', async () => {
    const id = await idOf(await apply(maker))
    const tick = (step: string, done: boolean) =>
      maker.send('PUT', `/api/program-applications/${id}/steps`, { step, done })
    expect((await tick('visit', true)).status).toBe(200)
    expect((await tick('visit', true)).status).toBe(200)
    expect((await own(maker))?.stepsDone).toEqual(['visit'])
    expect((await waiting(organiser)).applications[0]?.steps).toEqual([{ title: 'Come by once', done: true }])
    expect((await tick('never-asked', true)).status).toBe(404)
    expect((await tick('visit', false)).status).toBe(200)
    expect((await own(maker))?.stepsDone).toEqual([])
  })

  it('that is left to do is counted in the list of one’s own', async () => {
    await apply(maker)
    const page = (await (await maker.request('/api/program-applications/own')).json()) as OwnPage
    expect(page.applications).toMatchObject([{ program: { slug: program.slug }, state: 'applied', left: 1 }])
  })
})

describe('the queue of a busy program', () => {
  it('is found by its index, however many applied', async () => {
    const { db } = world.ctx()
    await db.execute(
      sql`insert into members (id, handle, name) select gen_random_uuid(), 'applicant-' || n, 'A' from generate_series(1, 3000) n`,
    )
    await db.execute(sql`insert into program_applications (id, program_id, member_id, form, answers, applied_at)
      select gen_random_uuid(), ${program.id}::uuid, id, '[]', '{}', now() - random() * interval '90 days' from members where handle like 'applicant-%'`)
    await db.execute(sql`analyze program_applications`)
    const { rows } = await db.execute(sql`explain select id from program_applications applied
      where applied.program_id = ${program.id}::uuid and applied.state = 'applied' order by applied.applied_at, applied.id limit 21`)
    expect(JSON.stringify(rows)).not.toContain('Seq Scan')
    const { rows: mine } = await db.execute(
      sql`explain select id from program_applications where member_id = ${maker.id}::uuid order by applied_at desc limit 13`,
    )
    expect(JSON.stringify(mine)).not.toContain('Seq Scan')
    expect(await db.$count(programApplications)).toBe(3000)
  })
})

import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { cohorts, programs } from '#db/schema/mentoring/programs.ts'
import { A_CHANGED_PROGRAM, A_PROGRAM, aProgram, aQuestion } from '#workers/lib/testing/mentoring/programs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { moved, reshape, withQuestion } from './asking.ts'
import type { ProgramPage, WholeProgram } from './inputs.ts'

let world: World
let organiser: Somebody
let another: Somebody
let maker: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  another = await aMember(world, { roles: ['participant', 'organiser'] })
  maker = await aMember(world)
})

const found = (more: object = {}) => organiser.send('POST', '/api/programs', { ...A_PROGRAM, ...more })
const step = (slug: string, state: string, by = organiser) => by.send('PUT', `/api/programs/${slug}/state`, { state })
const listed = async (by: Somebody, path = '/api/programs') =>
  ((await (await by.request(path)).json()) as ProgramPage).programs.map(({ slug }) => slug)
const read = async (by: Somebody, slug: string) => (await by.request(`/api/programs/${slug}`)).status

describe('a program', () => {
  it('is a draft for its organiser only, until it is opened', async () => {
    expect((await found()).status).toBe(201)
    expect(await listed(organiser, '/api/programs/own')).toEqual(['winter-bench'])
    expect(await listed(another, '/api/programs/own')).toEqual([])
    expect(await listed(maker)).toEqual([])
    expect([await read(organiser, 'winter-bench'), await read(another, 'winter-bench')]).toEqual([200, 404])
    expect((await step('winter-bench', 'open')).status).toBe(200)
    expect(await listed(maker)).toEqual(['winter-bench'])
    expect(await read(maker, 'winter-bench')).toBe(200)
    const told = await world.ctx().db.select().from(events).where(eq(events.name, 'program.opened'))
    expect(told).toHaveLength(1)
  })

  it('goes on as told and never back from its end', async () => {
    const { slug } = await aProgram(world, organiser, { state: 'draft' })
    const skipped = await step(slug, 'finished')
    expect([skipped.status, (await problemOf(skipped)).code]).toEqual([409, 'not_from_here'])
    for (const state of ['open', 'running', 'finished']) expect((await step(slug, state)).status).toBe(200)
    expect((await step(slug, 'open')).status).toBe(409)
  })

  it('is changed by those who organise it, and by nobody else in charge', async () => {
    const { id, slug } = await aProgram(world, organiser, { state: 'draft' })
    const change = (by: Somebody) =>
      by.send('PUT', `/api/programs/${slug}`, { ...A_CHANGED_PROGRAM, name: 'Spring bench' })
    expect((await change(another)).status).toBe(404)
    expect((await step(slug, 'open', another)).status).toBe(404)
    expect((await change(organiser)).status).toBe(200)
    const [row] = await world.ctx().db.select().from(programs).where(eq(programs.id, id))
    const [round] = await world.ctx().db.select().from(cohorts).where(eq(cohorts.programId, id))
    expect([row?.name, row?.state, round?.seats]).toEqual(['Spring bench', 'draft', 8])
  })

  it('keeps what it promised about who sees what once it was opened', async () => {
    const { slug } = await aProgram(world, organiser)
    await organiser.send('PUT', `/api/programs/${slug}`, {
      ...A_CHANGED_PROGRAM,
      sight: 'content',
      consent: 'We read whatever you write to each other.',
    })
    const program = (await (await maker.request(`/api/programs/${slug}`)).json()) as WholeProgram
    expect([program.sight, program.organises, program.left]).toEqual(['progress', false, 8])
    expect(program.consent).toBe(A_PROGRAM.consent)
    expect(program.organisers).toMatchObject([{ handle: organiser.handle }])
  })

  it('has a name of its own, and ends after it begins', async () => {
    await found()
    const again = await found()
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'name_taken'])
    expect((await found({ name: 'Backwards', endsOn: '2026-01-01' })).status).toBe(422)
  })

  it('names the skill that the catalogue does not know, and changes nothing', async () => {
    const { slug } = await aProgram(world, organiser, { state: 'draft' })
    const changed = await organiser.send('PUT', `/api/programs/${slug}`, {
      ...A_CHANGED_PROGRAM,
      name: 'Never kept',
      skills: ['whittling-clouds'],
    })
    const { code, issues } = await problemOf(changed)
    expect([changed.status, code, issues?.[0]?.path]).toEqual([422, 'validation_failed', 'skills.0'])
    expect(issues?.[0]?.message).toContain('whittling-clouds')
    expect((await found({ name: 'Another bench', skills: ['whittling-clouds'] })).status).toBe(422)
    expect(await listed(organiser, '/api/programs/own')).toEqual([slug])
    const [row] = await world.ctx().db.select({ name: programs.name }).from(programs)
    expect(row?.name).toBe('Winter bench')
  })
})

describe('what a program asks of those who apply', () => {
  const ask = (slug: string, form: object, by = organiser) => by.send('PUT', `/api/programs/${slug}/form`, form)

  it('is kept as it was said, each question with a key of its own', async () => {
    const { slug } = await aProgram(world, organiser, { form: [aQuestion()] })
    const { key, ...question } = aQuestion({ label: 'Which wood?', kind: 'choice', options: ['Oak', ' Oak', 'Pine'] })
    const form = { questions: [{ ...question }, aQuestion()], steps: [{ title: 'Come by' }] }
    expect((await ask(slug, form)).status).toBe(200)
    const program = (await (await maker.request(`/api/programs/${slug}`)).json()) as WholeProgram
    expect(program.form).toMatchObject([{ label: 'Which wood?', options: ['Oak', 'Pine'] }, aQuestion()])
    expect(program.form[0]?.key).not.toBe(key)
    expect(program.steps).toMatchObject([{ title: 'Come by', help: '' }])
    expect((await ask(slug, form, another)).status).toBe(404)
  })

  it('has two choices at least, and no key twice', async () => {
    const { slug } = await aProgram(world, organiser)
    const alone = await ask(slug, { questions: [{ label: 'Which wood?', kind: 'choice', options: ['Oak'] }] })
    expect([alone.status, (await problemOf(alone)).issues?.[0]?.path]).toEqual([422, 'questions.0.options'])
    const twice = await ask(slug, { questions: [aQuestion(), aQuestion()] })
    expect([twice.status, (await problemOf(twice)).issues?.[0]?.path]).toEqual([422, 'questions.1.key'])
  })

  it('is changed by one hand at a time: whoever comes second is told', async () => {
    const { slug } = await aProgram(world, organiser, { form: [aQuestion()] })
    const meanwhile = reshape(organiser.ctx, { slug }, (asked) => ({ ...asked, questions: [] }))
    const other = reshape(organiser.ctx, { slug }, (asked) => withQuestion(asked, aQuestion({ label: 'And why now?' })))
    const outcomes = await Promise.allSettled([meanwhile, other])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('moves a question up and down, and not beyond its ends', () => {
    const rows = [{ key: 'a' }, { key: 'b' }, { key: 'c' }]
    const order = (key: string, to: 'up' | 'down') =>
      moved(rows, key, to)
        .map((row) => row.key)
        .join('')
    expect([order('b', 'up'), order('b', 'down'), order('a', 'up'), order('c', 'down'), order('x', 'up')]).toEqual([
      'bac',
      'acb',
      'abc',
      'abc',
      'abc',
    ])
  })
})

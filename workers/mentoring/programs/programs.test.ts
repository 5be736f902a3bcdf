import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { cohorts, programs } from '#db/schema/mentoring/programs.ts'
import { A_PROGRAM, aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
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
      by.send('PUT', `/api/programs/${slug}`, { ...A_PROGRAM, name: 'Spring bench', seats: 3 })
    expect((await change(another)).status).toBe(404)
    expect((await step(slug, 'open', another)).status).toBe(404)
    expect((await change(organiser)).status).toBe(200)
    const [row] = await world.ctx().db.select().from(programs).where(eq(programs.id, id))
    const [round] = await world.ctx().db.select().from(cohorts).where(eq(cohorts.programId, id))
    expect([row?.name, row?.state, round?.seats]).toEqual(['Spring bench', 'draft', 3])
  })

  it('keeps what it promised about who sees what once it was opened', async () => {
    const { slug } = await aProgram(world, organiser)
    await organiser.send('PUT', `/api/programs/${slug}`, { ...A_PROGRAM, sight: 'content' })
    const program = (await (await maker.request(`/api/programs/${slug}`)).json()) as WholeProgram
    expect([program.sight, program.organises, program.left]).toEqual(['progress', false, 8])
    expect(program.organisers).toMatchObject([{ handle: organiser.handle }])
  })

  it('has a name of its own, and ends after it begins', async () => {
    await found()
    const again = await found()
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'name_taken'])
    expect((await found({ name: 'Backwards', endsOn: '2026-01-01' })).status).toBe(422)
  })
})

import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { cohorts, planItems, programApplications, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { asMember } from '#workers/lib/context.ts'
import { A_SURVEY, anApplicant, aPlanItem } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { copyProgram } from './copying.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { slug: 'winter-bench', state: 'running' })
})

const copy = (body: object = {}, by = organiser) =>
  by.send('POST', '/api/programs/winter-bench/copies', { name: 'Autumn bench', startsOn: '2027-09-10', ...body })

it('a program is begun once more, with its plan and its dates moved, and without anybody who was in it', async () => {
  const { db } = world.ctx()
  const form = [{ key: 'why', label: 'Why?', help: '', kind: 'text' as const, options: [], required: true }]
  const steps = [{ key: 'photo', title: 'A picture of your bench', help: '' }]
  await db.update(programs).set({ form, steps }).where(eq(programs.id, program.id))
  await aPlanItem(world, program.id, { afterDays: 3, version: 4, sentVersion: 4 })
  await aPlanItem(world, program.id, A_SURVEY)
  await aPlanItem(world, program.id, { title: 'Left out', dropped: true })
  await anApplicant(world, program.id, await aMember(world))
  await aPair(world, { programId: program.id })
  await db.insert(programOrganisers).values({ programId: program.id, memberId: (await aMember(world)).id })

  const answer = await copy()
  expect(answer.status).toBe(201)
  const { id, slug } = (await answer.json()) as { id: string; slug: string }
  const [row] = await db.select().from(programs).where(eq(programs.id, id))
  expect(row).toMatchObject({
    slug: 'autumn-bench',
    name: 'Autumn bench',
    state: 'draft',
    startsOn: '2027-09-10',
    endsOn: '2027-12-09',
    copiedFrom: program.id,
    form,
    steps,
  })
  expect(slug).toBe('autumn-bench')
  const rounds = await db.select().from(cohorts).where(eq(cohorts.programId, id))
  expect(rounds).toMatchObject([{ startsOn: '2027-09-10', endsOn: '2027-12-09', seats: 8, taken: 0 }])
  const items = await db.select().from(planItems).where(eq(planItems.programId, id)).orderBy(planItems.afterDays)
  expect(items.map(({ afterDays, version, sentVersion }) => [afterDays, version, sentVersion])).toEqual([
    [3, 1, 0],
    [30, 1, 0],
  ])
  expect(items[1]?.questions).toEqual(A_SURVEY.questions)
  expect(await db.select().from(programApplications).where(eq(programApplications.programId, id))).toEqual([])
  const people = await db.select().from(programOrganisers).where(eq(programOrganisers.programId, id))
  expect(people.map(({ memberId }) => memberId)).toEqual([organiser.id])
})

it('a copy is made by those who organise it, under a name of its own, in one round trip', async () => {
  const another = await aMember(world, { roles: ['participant', 'organiser'] })
  expect((await copy({}, another)).status).toBe(404)
  const ctx = asMember(world.ctx(), organiser.ctx.member)
  await copyProgram(ctx, { slug: 'winter-bench' }, { name: 'Autumn bench', startsOn: '2027-09-10' })
  expect(ctx.spent.trips).toBe(1)
  const again = await copy()
  expect([again.status, (await problemOf(again)).code]).toEqual([409, 'name_taken'])
  expect(await world.ctx().db.select().from(programs)).toHaveLength(2)
})

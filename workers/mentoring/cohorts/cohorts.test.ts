import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cohorts } from '#db/schema/mentoring/programs.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'

let world: World
let organiser: Somebody
let another: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  another = await aMember(world, { roles: ['participant', 'organiser'] })
})

const IN_MAY = { name: 'In May', startsOn: '2027-05-01', endsOn: '2027-07-01', seats: 4 }

describe('a round of a program', () => {
  it('is added and changed by those who organise it, and by nobody else', async () => {
    const { id: programId, slug } = await aProgram(world, organiser)
    const added = await organiser.send('POST', `/api/programs/${slug}/cohorts`, IN_MAY)
    expect(added.status).toBe(201)
    const { id } = (await added.json()) as { id: string }
    expect((await another.send('POST', `/api/programs/${slug}/cohorts`, IN_MAY)).status).toBe(404)
    expect((await another.send('PUT', `/api/cohorts/${id}`, { ...IN_MAY, seats: 1 })).status).toBe(404)
    expect((await organiser.send('PUT', `/api/cohorts/${id}`, { ...IN_MAY, seats: 9 })).status).toBe(200)
    const rounds = await world.ctx().db.select().from(cohorts).where(eq(cohorts.programId, programId))
    expect(rounds.map(({ name, seats }) => [name, seats])).toEqual([
      ['The first round', 8],
      ['In May', 9],
    ])
  })

  it('never has fewer places than people who have one', async () => {
    const { roundId } = await aProgram(world, organiser)
    await world.ctx().db.update(cohorts).set({ taken: 3 }).where(eq(cohorts.id, roundId))
    const refused = await organiser.send('PUT', `/api/cohorts/${roundId}`, { ...IN_MAY, seats: 2 })
    expect([refused.status, (await problemOf(refused)).issues?.[0]?.path]).toEqual([422, 'seats'])
  })

  it('ends after it begins, and is not added to what is over', async () => {
    const { slug } = await aProgram(world, organiser, { state: 'finished' })
    const backwards = await organiser.send('POST', `/api/programs/${slug}/cohorts`, { ...IN_MAY, endsOn: '2027-01-01' })
    expect(backwards.status).toBe(422)
    expect((await organiser.send('POST', `/api/programs/${slug}/cohorts`, IN_MAY)).status).toBe(404)
  })
})

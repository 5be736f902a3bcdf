import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { cohorts, programApplications } from '#db/schema/mentoring/programs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'
import { aProgram, aQuestion } from './programs.ts'

const APPLICATION = '0199aaaa-0000-7000-8000-0000000000c1'
const TO_TICK = '0199aaaa-0000-7000-8000-0000000000c2'
const ROUND = '0199aaaa-0000-7000-8000-0000000000c3'
const TO_APPLY_TO = 'program-to-apply-to'
const TO_WIDEN = 'program-to-widen'

export const A_STEP = { key: 'visit', title: 'Come by once', help: 'Any Thursday evening.' }

type Wish = { id?: string; program?: Awaited<ReturnType<typeof aProgram>> }

export async function anApplication(world: World, applicant: Somebody, organiser: Somebody, wish: Wish = {}) {
  const { db } = world.ctx()
  const { id = newId() } = wish
  const form = [aQuestion()]
  const program = wish.program ?? (await aProgram(world, organiser, { form, steps: [A_STEP] }))
  const answers = { why: 'Because of the swallows' }
  await db.delete(programApplications).where(eq(programApplications.id, id))
  await db
    .insert(programApplications)
    .values({ id, programId: program.id, cohortId: program.roundId, memberId: applicant.id, form, answers })
  return { ...program, id }
}

export const APPLICATION_ACCEPTED = {
  'POST /api/programs/:slug/applications': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_APPLY_TO, form: [aQuestion()] })
    return { part: 'participant', answers: [{ key: 'why', said: 'Because of the swallows' }], consent: 'yes' }
  },
  'PUT /api/program-applications/:id/decision': async (world: World, keeper: Somebody) => {
    await anApplication(world, keeper, keeper, { id: APPLICATION })
    return { decision: 'accepted', words: 'Welcome to the bench.' }
  },
  'PUT /api/program-applications/:id/steps': async (world: World, keeper: Somebody) => {
    await anApplication(world, keeper, keeper, { id: TO_TICK })
    return { step: 'visit', done: true }
  },
  'POST /api/programs/:slug/cohorts': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_WIDEN })
    return { name: 'The second round', startsOn: '2027-05-01', endsOn: '2027-07-01', seats: 4 }
  },
  'PUT /api/cohorts/:id': async (world: World, keeper: Somebody) => {
    const { id } = await aProgram(world, keeper)
    const { db } = world.ctx()
    await db.delete(cohorts).where(eq(cohorts.id, ROUND))
    const round = { name: 'The second round', startsOn: '2027-05-01', endsOn: '2027-07-01', seats: 4 }
    await db.insert(cohorts).values({ ...round, id: ROUND, programId: id })
    return { ...round, seats: 6 }
  },
}

export const APPLICATION_AT = {
  'POST /api/programs/:slug/applications': () => `/api/programs/${TO_APPLY_TO}/applications`,
  'PUT /api/program-applications/:id/decision': () => `/api/program-applications/${APPLICATION}/decision`,
  'PUT /api/program-applications/:id/steps': () => `/api/program-applications/${TO_TICK}/steps`,
  'POST /api/programs/:slug/cohorts': () => `/api/programs/${TO_WIDEN}/cohorts`,
  'PUT /api/cohorts/:id': () => `/api/cohorts/${ROUND}`,
}

const made = async (world: World, owner: Somebody) => (await anApplication(world, owner, owner)).id

export const APPLICATION_BELONGINGS = {
  'PUT /api/program-applications/:id/steps': { make: made, body: { step: 'visit', done: true } },
  'DELETE /api/program-applications/:id': { make: made },
}

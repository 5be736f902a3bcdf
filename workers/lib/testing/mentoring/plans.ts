import { eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programApplications, programs, type Sight, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { aMentor } from '../pairs.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'
import { aProgram } from './programs.ts'

type Item = Partial<typeof planItems.$inferInsert>

export async function aPlanItem(world: World, programId: string, { id = newId(), ...item }: Item = {}) {
  const { db } = world.ctx()
  await db.delete(planItems).where(eq(planItems.id, id))
  const about = { kind: 'task', title: 'Cut one joint', afterDays: 14 } as const
  await db.insert(planItems).values({ ...about, id, programId, ...item })
  return id
}

export const A_SURVEY: Item = {
  kind: 'survey',
  title: 'Half way',
  afterDays: 30,
  questions: [
    { key: 'q1', label: 'How is it going?', kind: 'rating' },
    { key: 'q2', label: 'Would you do it again?', kind: 'yes-no' },
    { key: 'q3', label: 'What would help?', kind: 'text' },
  ],
}

export async function promise(world: World, programId: string, sight: Sight) {
  await world.ctx().db.update(programs).set({ sight }).where(eq(programs.id, programId))
}

// Somebody whom the program said yes to.
export async function anApplicant(
  world: World,
  programId: string,
  { id: memberId }: Somebody,
  part: 'participant' | 'mentor' = 'participant',
): Promise<string> {
  const id = newId()
  await world
    .ctx()
    .db.insert(programApplications)
    .values({ id, programId, memberId, part, form: [], answers: {}, state: 'accepted', decidedAt: new Date() })
  return id
}

const ITEM = (n: number) => `0199aaaa-0000-7000-8000-0000000000f${n}`
const TO_PLAN = 'program-to-plan'
const TO_SEND = 'program-to-send'
const TO_PAIR = 'program-to-pair'
const TO_REMIND = 'program-to-remind'
const TO_ASK = 'program-with-a-survey'
const TO_COPY = 'program-to-copy'
const A_PAIR = '0199aaaa-0000-7000-8000-0000000000fa'
const ASKED_PAIR = '0199aaaa-0000-7000-8000-0000000000fb'

const EMPTY = 'd41d8cd98f00b204e9800998ecf8427e'

const item = (n: number, body: Record<string, unknown>) => async (world: World, keeper: Somebody) => {
  const { id } = await aProgram(world, keeper, { slug: `program-to-change-${n}` })
  await aPlanItem(world, id, { id: ITEM(n) })
  return body
}

const A_TASK = { kind: 'task', title: 'Oil every hinge', afterDays: 7 }
const { kind: _, ...changed } = A_TASK

export const PLAN_ACCEPTED = {
  'POST /api/programs/:slug/plan': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_PLAN })
    return A_TASK
  },
  'PUT /api/programs/:slug/plan/pairs': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_SEND })
    return { mark: EMPTY }
  },
  'PUT /api/plan-items/:id': item(1, { ...changed, version: 1 }),
  'PUT /api/plan-items/:id/day': item(2, { afterDays: 21, rest: true }),
  'PUT /api/plan-items/:id/place': item(4, { place: 'up' }),
  'POST /api/programs/:slug/pairs': async (world: World, keeper: Somebody) => {
    const { db } = world.ctx()
    const before = db.select({ id: programs.id }).from(programs).where(eq(programs.slug, TO_PAIR))
    await db.delete(mentorships).where(inArray(mentorships.programId, before))
    const { id } = await aProgram(world, keeper, { slug: TO_PAIR })
    const [maker, mentor] = [await aMember(world), await aMentor(world)]
    await anApplicant(world, id, maker)
    await anApplicant(world, id, mentor, 'mentor')
    return { participant: maker.handle, mentor: mentor.handle }
  },
  'POST /api/program-pairs/:id/reminders': async (world: World, keeper: Somebody) => {
    const { db } = world.ctx()
    await db.delete(mentorships).where(eq(mentorships.id, A_PAIR))
    await db.delete(events).where(eq(events.subject, A_PAIR))
    const { id: programId } = await aProgram(world, keeper, { slug: TO_REMIND })
    const [one, other] = [await aMember(world), await aMember(world)]
    const two = { mentorId: one.id, participantId: other.id, format: 'peer' as const }
    await db.insert(mentorships).values({ id: A_PAIR, programId, ...two })
    return { to: 'both', words: 'How is it going?' }
  },
  'PUT /api/surveys/:id/answers': async (world: World, keeper: Somebody) => {
    const { db } = world.ctx()
    await db.delete(mentorships).where(eq(mentorships.id, ASKED_PAIR))
    const { id: programId } = await aProgram(world, keeper, { slug: TO_ASK })
    const planItemId = await aPlanItem(world, programId, { ...A_SURVEY, id: ITEM(3) })
    const two = { mentorId: (await aMember(world)).id, participantId: keeper.id, format: 'peer' as const }
    await db.insert(mentorships).values({ id: ASKED_PAIR, programId, ...two })
    const openUntil = new Date(Date.now() + 86_400_000)
    await db.insert(surveysAsked).values({ planItemId, mentorshipId: ASKED_PAIR, openUntil })
    return { pair: ASKED_PAIR, answers: { q1: 4 } }
  },
  'POST /api/programs/:slug/copies': async (world: World, keeper: Somebody) => {
    await world.ctx().db.delete(programs).where(eq(programs.slug, 'autumn-bench'))
    await aProgram(world, keeper, { slug: TO_COPY })
    return { name: 'Autumn bench', startsOn: '2027-09-10' }
  },
}

export const PLAN_AT = {
  'POST /api/programs/:slug/plan': () => `/api/programs/${TO_PLAN}/plan`,
  'PUT /api/programs/:slug/plan/pairs': () => `/api/programs/${TO_SEND}/plan/pairs`,
  'PUT /api/plan-items/:id': () => `/api/plan-items/${ITEM(1)}`,
  'PUT /api/plan-items/:id/day': () => `/api/plan-items/${ITEM(2)}/day`,
  'PUT /api/plan-items/:id/place': () => `/api/plan-items/${ITEM(4)}/place`,
  'POST /api/programs/:slug/pairs': () => `/api/programs/${TO_PAIR}/pairs`,
  'POST /api/program-pairs/:id/reminders': () => `/api/program-pairs/${A_PAIR}/reminders`,
  'PUT /api/surveys/:id/answers': () => `/api/surveys/${ITEM(3)}/answers`,
  'POST /api/programs/:slug/copies': () => `/api/programs/${TO_COPY}/copies`,
}

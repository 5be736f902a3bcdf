import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { planItems, programApplications, programs, type Sight } from '#db/schema/mentoring/programs.ts'
import type { Somebody } from '../people.ts'
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
) {
  await world
    .ctx()
    .db.insert(programApplications)
    .values({ programId, memberId, part, form: [], answers: {}, state: 'accepted', decidedAt: new Date() })
}

const ITEM = (n: number) => `0199aaaa-0000-7000-8000-0000000000f${n}`
const TO_PLAN = 'program-to-plan'
const TO_SEND = 'program-to-send'

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
}

export const PLAN_AT = {
  'POST /api/programs/:slug/plan': () => `/api/programs/${TO_PLAN}/plan`,
  'PUT /api/programs/:slug/plan/pairs': () => `/api/programs/${TO_SEND}/plan/pairs`,
  'PUT /api/plan-items/:id': () => `/api/plan-items/${ITEM(1)}`,
  'PUT /api/plan-items/:id/day': () => `/api/plan-items/${ITEM(2)}/day`,
}

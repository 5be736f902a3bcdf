import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { goalSteps, goals } from '#db/schema/mentoring/goals.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

const GOAL = '0199aaaa-0000-7000-8000-0000000000f1'
const STEP = '0199aaaa-0000-7000-8000-0000000000f2'

async function aGoal(world: World, { id: memberId }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(goals).where(eq(goals.id, id))
  await db.insert(goals).values({ id, memberId, title: 'Twelve corners', measure: 'corners', target: 12 })
  return id
}

async function aStep(world: World, owner: Somebody, id: string = newId()) {
  const goalId = await aGoal(world, owner)
  const { db } = world.ctx()
  await db.delete(goalSteps).where(eq(goalSteps.id, id))
  await db.insert(goalSteps).values({ id, goalId, title: 'Mark', place: 1 })
  return id
}

export const GOAL_ACCEPTED = {
  'POST /api/goals': () => ({ title: 'Twelve corners', measure: 'corners', target: 12 }),
  'POST /api/goals/:id/progress': async (world: World, keeper: Somebody) => {
    await aGoal(world, keeper, GOAL)
    return { reached: 3 }
  },
  'PUT /api/goal-steps/:id': async (world: World, keeper: Somebody) => {
    await aStep(world, keeper, STEP)
    return { done: true }
  },
}

export const GOAL_AT = {
  'POST /api/goals/:id/progress': () => `/api/goals/${GOAL}/progress`,
  'PUT /api/goal-steps/:id': () => `/api/goal-steps/${STEP}`,
}

const made = (world: World, owner: Somebody) => aGoal(world, owner)

export const GOAL_BELONGINGS = {
  'POST /api/goals/:id/progress': { make: made, body: { reached: 3 } },
  'DELETE /api/goals/:id': { make: made },
  'PUT /api/goal-steps/:id': { make: (world: World, owner: Somebody) => aStep(world, owner), body: { done: true } },
}

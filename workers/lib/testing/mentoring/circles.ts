import { eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { circleShares, tasks } from '#db/schema/mentoring/tasks.ts'
import { availability } from '#db/schema/people/availability.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'
import { aTask, aVersionOf } from './tasks.ts'

const CIRCLE = '0199aaaa-0000-7000-8000-0000000000ba'
const PAIR = '0199aaaa-0000-7000-8000-0000000000bb'

export async function aCircle(world: World, { id: mentorId }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db
    .insert(circles)
    .values({ id, mentorId, name: 'Tuesdays at the press' })
    .onConflictDoUpdate({ target: circles.id, set: { mentorId } })
  return id
}

async function inACircle(world: World, mentor: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(mentorships).where(eq(mentorships.id, id))
  const room = { menteesAtMost: 50, week: '0'.repeat(336) }
  await db
    .insert(availability)
    .values({ memberId: mentor.id, ...room })
    .onConflictDoUpdate({ target: availability.memberId, set: room })
  const circleId = await aCircle(world, mentor)
  const participantId = (await aMember(world)).id
  await db.insert(mentorships).values({ id, mentorId: mentor.id, participantId, format: 'group', circleId })
  return id
}

const named = { name: 'Tuesdays at the big press' }

// A version that this member has handed in, from a circle, shown there or not.
async function aVersionInACircle(world: World, owner: Somebody, isShown: boolean) {
  const { db } = world.ctx()
  const taskId = await aTask(world, owner, { state: 'handed-in' })
  const submissionId = await aVersionOf(world, taskId)
  const circleId = await aCircle(world, await aMember(world))
  const pairId = db.select({ id: tasks.mentorshipId }).from(tasks).where(eq(tasks.id, taskId))
  await db.update(mentorships).set({ circleId }).where(inArray(mentorships.id, pairId))
  if (isShown) await db.insert(circleShares).values({ submissionId, circleId })
  return submissionId
}

export const CIRCLE_ACCEPTED = {
  'POST /api/circles': () => named,
  'PUT /api/circles/:id': async (world: World, keeper: Somebody) => {
    await aCircle(world, keeper, CIRCLE)
    return named
  },
  'PUT /api/mentorships/:id/circle': async (world: World, keeper: Somebody) => {
    await inACircle(world, keeper, PAIR)
    return { circle: null }
  },
}

export const CIRCLE_AT = {
  'PUT /api/circles/:id': () => `/api/circles/${CIRCLE}`,
  'PUT /api/mentorships/:id/circle': () => `/api/mentorships/${PAIR}/circle`,
}

export const CIRCLE_BELONGINGS = {
  'GET /api/circles/:id': { make: (world: World, owner: Somebody) => aCircle(world, owner) },
  'GET /api/circles/:id/works': { make: (world: World, owner: Somebody) => aCircle(world, owner) },
  'PUT /api/versions/:id/circle': { make: (world: World, owner: Somebody) => aVersionInACircle(world, owner, false) },
  'DELETE /api/versions/:id/circle': { make: (world: World, owner: Somebody) => aVersionInACircle(world, owner, true) },
  'PUT /api/circles/:id': { make: (world: World, owner: Somebody) => aCircle(world, owner), body: named },
  'PUT /api/mentorships/:id/circle': {
    make: (world: World, owner: Somebody) => inACircle(world, owner),
    body: { circle: null },
  },
}

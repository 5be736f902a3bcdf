import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { feedback, looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'
import { aTask, aVersionOf } from './tasks.ts'

const LOOK = (n: number) => `0199aaaa-0000-7000-8000-0000000000b${n}`
const tomorrow = () => new Date(Date.now() + 86_400_000)

// A look that this member has taken, or could take, at the work of somebody who learns from the same mentor.
async function aPeerLook(world: World, { id: me }: Somebody, { id = newId(), taken = true } = {}) {
  const { db } = world.ctx()
  await db.delete(looks).where(eq(looks.id, id))
  const other = await aMember(world)
  const taskId = await aTask(world, other, { state: 'handed-in' })
  const [task] = await db.select().from(tasks).where(eq(tasks.id, taskId))
  await db.insert(mentorships).values({ mentorId: task?.setById ?? '', participantId: me, format: 'peer' })
  const submissionId = await aVersionOf(world, taskId)
  await db.insert(looks).values({ id, submissionId, kind: 'peer', reviewerId: taken ? me : null, dueAt: tomorrow() })
  return id
}

// What somebody said about a version of this member.
async function aSaying(world: World, keeper: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(feedback).where(eq(feedback.id, id))
  const submissionId = await aVersionOf(world, await aTask(world, keeper, { state: 'again' }))
  const [byId, lookId] = [(await aMember(world)).id, newId()]
  const done = { state: 'done', dueAt: new Date(), doneAt: new Date() } as const
  await db.insert(looks).values({ id: lookId, submissionId, kind: 'mentor', reviewerId: byId, ...done })
  await db.insert(feedback).values({ id, submissionId, lookId, byId })
  return id
}

const saying = { words: 'It closes on the left.' }
const help = { helped: 4 }

// A first look that a task of this mentor waits for.
async function aFirstLook(world: World, owner: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(looks).where(eq(looks.id, id))
  const other = await aMember(world)
  const taskId = await aTask(world, owner, { side: 'set', state: 'handed-in' })
  const submissionId = await aVersionOf(world, taskId)
  await db.insert(looks).values({ id, submissionId, kind: 'self', reviewerId: other.id, dueAt: tomorrow() })
  return id
}

const skipping = { reason: 'The kiln is fired tomorrow.' }

export const LOOK_ACCEPTED = {
  'PUT /api/looks/:id/skip': async (world: World, keeper: Somebody) => {
    await aFirstLook(world, keeper, LOOK(3))
    return skipping
  },
  'POST /api/looks/:id/feedback': async (world: World, keeper: Somebody) => {
    await aPeerLook(world, keeper, { id: LOOK(1) })
    return saying
  },
  'PUT /api/feedback/:id/help': async (world: World, keeper: Somebody) => {
    await aSaying(world, keeper, LOOK(2))
    return help
  },
}

export const LOOK_AT = {
  'PUT /api/looks/:id/skip': () => `/api/looks/${LOOK(3)}/skip`,
  'POST /api/looks/:id/feedback': () => `/api/looks/${LOOK(1)}/feedback`,
  'PUT /api/feedback/:id/help': () => `/api/feedback/${LOOK(2)}/help`,
}

export const LOOK_BELONGINGS = {
  'PUT /api/looks/:id/skip': { make: (world: World, owner: Somebody) => aFirstLook(world, owner), body: skipping },
  'DELETE /api/looks/:id/reviewer': { make: (world: World, owner: Somebody) => aPeerLook(world, owner) },
  'PUT /api/looks/:id/reviewer': { make: (world: World, owner: Somebody) => aPeerLook(world, owner, { taken: false }) },
  'POST /api/looks/:id/feedback': { make: (world: World, owner: Somebody) => aPeerLook(world, owner), body: saying },
  'PUT /api/feedback/:id/help': { make: (world: World, owner: Somebody) => aSaying(world, owner), body: help },
}

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

export const LOOK_ACCEPTED = {
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
  'POST /api/looks/:id/feedback': () => `/api/looks/${LOOK(1)}/feedback`,
  'PUT /api/feedback/:id/help': () => `/api/feedback/${LOOK(2)}/help`,
}

export const LOOK_BELONGINGS = {
  'DELETE /api/looks/:id/reviewer': { make: (world: World, owner: Somebody) => aPeerLook(world, owner) },
  'PUT /api/looks/:id/reviewer': { make: (world: World, owner: Somebody) => aPeerLook(world, owner, { taken: false }) },
  'POST /api/looks/:id/feedback': { make: (world: World, owner: Somebody) => aPeerLook(world, owner), body: saying },
  'PUT /api/feedback/:id/help': { make: (world: World, owner: Somebody) => aSaying(world, owner), body: help },
}

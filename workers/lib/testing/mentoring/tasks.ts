import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { comments, feedback, looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, type TaskState, taskExtensions, tasks } from '#db/schema/mentoring/tasks.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

const TASK = (n: number) => `0199aaaa-0000-7000-8000-0000000000c${n}`
const COMMENT = '0199aaaa-0000-7000-8000-0000000000d1'
const VERSION = '0199aaaa-0000-7000-8000-0000000000d2'

type Side = 'does' | 'set'
type Wish = { side?: Side; state?: TaskState; own?: boolean; id?: string | undefined }

// A task that this member does, or has set, with somebody made for it.
export async function aTask(
  world: World,
  { id: me }: Somebody,
  { side = 'does', state = 'accepted', own, id = newId() }: Wish,
) {
  const { db } = world.ctx()
  await db.delete(tasks).where(eq(tasks.id, id))
  const other = (await aMember(world)).id
  const [participantId, mentorId] = side === 'does' ? [me, other] : [other, me]
  const mentorshipId = own ? null : newId()
  if (mentorshipId) await db.insert(mentorships).values({ id: mentorshipId, participantId, mentorId, format: 'peer' })
  const checklist = [{ text: 'Mark', doneAt: null }]
  const setById = own ? me : mentorId
  await db.insert(tasks).values({ id, participantId, setById, mentorshipId, title: 'A hinge', state, checklist })
  return id
}

export async function aVersionOf(world: World, taskId: string, id: string = newId()) {
  await world.ctx().db.insert(submissions).values({ id, taskId, version: 1 })
  return id
}

async function aLook(world: World, keeper: Somebody, id?: string) {
  const submissionId = await aVersionOf(world, await aTask(world, keeper, { side: 'set', state: 'handed-in' }), id)
  const dueAt = new Date(Date.now() + 86_400_000)
  await world.ctx().db.insert(looks).values({ submissionId, kind: 'mentor', reviewerId: keeper.id, dueAt })
  return submissionId
}

async function aComment(world: World, keeper: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(comments).where(eq(comments.id, id))
  const submissionId = await aVersionOf(world, await aTask(world, keeper, { state: 'again' }))
  const [byId, lookId, feedbackId] = [(await aMember(world)).id, newId(), newId()]
  const when = { dueAt: new Date(), doneAt: new Date() }
  await db.insert(looks).values({ id: lookId, submissionId, kind: 'mentor', reviewerId: byId, state: 'done', ...when })
  await db.insert(feedback).values({ id: feedbackId, submissionId, lookId, byId })
  await db.insert(comments).values({ id, feedbackId, kind: 'essential', words: 'It squeaks.' })
  return id
}

async function askedForTime(world: World, keeper: Somebody, id?: string) {
  const taskId = await aTask(world, keeper, { side: 'set', id })
  const until = new Date(Date.now() + 86_400_000)
  await world.ctx().db.insert(taskExtensions).values({ taskId, until, reason: 'Exams' })
  return taskId
}

const opened = (n: number, wish: Wish, body: Record<string, unknown>) => async (world: World, keeper: Somebody) => {
  await aTask(world, keeper, { ...wish, id: TASK(n) })
  return body
}

const at = (n: number, what: string) => () => `/api/tasks/${TASK(n)}/${what}`

const version = { note: 'It no longer squeaks.' }
const moreTime = { untilOn: '2099-01-01', reason: 'The smith is ill.' }

export const TASK_ACCEPTED = {
  'POST /api/tasks': () => ({ title: 'Oil every hinge' }),
  'PUT /api/tasks/:id/ticks': opened(1, {}, { item: 0, done: true }),
  'POST /api/tasks/:id/versions': opened(2, {}, version),
  'POST /api/tasks/:id/more-time': opened(3, {}, moreTime),
  'PUT /api/tasks/:id/more-time': async (world: World, keeper: Somebody) => {
    await askedForTime(world, keeper, TASK(4))
    return { decision: 'granted' }
  },
  'POST /api/feedback': async (world: World, keeper: Somebody) => {
    await world.ctx().db.delete(submissions).where(eq(submissions.id, VERSION))
    return { submission: await aLook(world, keeper, VERSION), verdict: 'accepted', words: 'It swings.' }
  },
  'PUT /api/comments/:id/answer': async (world: World, keeper: Somebody) => {
    await aComment(world, keeper, COMMENT)
    return { answer: 'change' }
  },
}

export const TASK_AT = {
  'PUT /api/tasks/:id/ticks': at(1, 'ticks'),
  'POST /api/tasks/:id/versions': at(2, 'versions'),
  'POST /api/tasks/:id/more-time': at(3, 'more-time'),
  'PUT /api/tasks/:id/more-time': at(4, 'more-time'),
  'PUT /api/comments/:id/answer': () => `/api/comments/${COMMENT}/answer`,
}

const made = (wish: Wish) => (world: World, owner: Somebody) => aTask(world, owner, wish)

export const TASK_BELONGINGS = {
  'PUT /api/tasks/:id/acceptance': { make: made({ state: 'set' }) },
  'DELETE /api/tasks/:id': { make: made({ side: 'set' }) },
  'PUT /api/tasks/:id/end': { make: made({ own: true }) },
  'PUT /api/tasks/:id/ticks': { make: made({}), body: { item: 0, done: true } },
  'POST /api/tasks/:id/versions': { make: made({}), body: version },
  'POST /api/tasks/:id/more-time': { make: made({}), body: moreTime },
  'PUT /api/tasks/:id/more-time': {
    make: (world: World, owner: Somebody) => askedForTime(world, owner),
    body: { decision: 'refused' },
  },
  'PUT /api/comments/:id/answer': {
    make: (world: World, owner: Somebody) => aComment(world, owner),
    body: { answer: 'keep' },
  },
}

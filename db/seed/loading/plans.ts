import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, surveyAnswers, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { type TaskState, tasks } from '#db/schema/mentoring/tasks.ts'
import { plans, type SeedPlanItem } from '../community/mentoring/plans.ts'
import { ago, type Ids, idOf, inDays, type Tx } from './ids.ts'

type Pair = typeof mentorships.$inferSelect
type Program = { id: string; slug: string; createdAt: Date }

export async function writePlan(tx: Tx, members: Ids, { id, slug, createdAt }: Program) {
  const pairs = await tx.select().from(mentorships).where(eq(mentorships.programId, id))
  for (const [place, item] of (plans[slug] ?? []).entries()) {
    const itemId = newId()
    const { kind, title, text, afterDays, questions, changedSince, addedSince } = item
    const late = changedSince || addedSince
    await tx.insert(planItems).values({
      id: itemId,
      programId: id,
      kind,
      title,
      text,
      afterDays,
      questions,
      place,
      version: changedSince ? 2 : 1,
      sentVersion: addedSince ? 0 : 1,
      updatedAt: late ? ago({ days: 1 }) : createdAt,
    })
    if (!addedSince) for (const pair of pairs) await layBefore(tx, members, { itemId, item, pair })
  }
  // What the plan laid before them was no step of theirs.
  for (const { id: pairId, movedAt, turn } of pairs)
    await tx.update(mentorships).set({ movedAt, turn }).where(eq(mentorships.id, pairId))
}

type Laid = { itemId: string; item: SeedPlanItem; pair: Pair }

async function layBefore(tx: Tx, members: Ids, laid: Laid) {
  if (laid.item.kind === 'task') await tx.insert(tasks).values(taskOf(members, laid))
  if (laid.item.kind === 'milestone') await tx.insert(goals).values(goalOf(members, laid))
  if (laid.item.kind === 'survey') await ask(tx, members, laid)
}

const dayOf = ({ item, pair }: Laid) => new Date(pair.startedAt.getTime() + item.afterDays * 86_400_000)

function taskOf(members: Ids, { itemId, item, pair }: Laid) {
  const state: TaskState = statesOf(members, item).get(pair.participantId) ?? 'set'
  const dueAt = dayOf({ itemId, item, pair })
  return {
    participantId: pair.participantId,
    setById: pair.mentorId,
    mentorshipId: pair.id,
    skillId: pair.skillId,
    planItemId: itemId,
    planVersion: 1,
    title: item.title,
    description: item.text ?? '',
    dueAt,
    state,
    setAt: pair.startedAt,
    movedAt: pair.startedAt,
    acceptedAt: state === 'set' ? null : pair.startedAt,
    doneAt: state === 'done' ? dueAt : null,
  }
}

const statesOf = (members: Ids, { states = {} }: SeedPlanItem) =>
  new Map(Object.entries(states).map(([handle, state]) => [idOf(members, handle), state]))

function goalOf(members: Ids, { itemId, item, pair }: Laid) {
  const day = dayOf({ itemId, item, pair })
  const isReached = (item.reached ?? []).some((handle) => idOf(members, handle) === pair.participantId)
  return {
    memberId: pair.participantId,
    mentorshipId: pair.id,
    planItemId: itemId,
    planVersion: 1,
    skillId: pair.skillId,
    title: item.title,
    why: item.text ?? '',
    target: 1,
    reached: isReached ? 1 : 0,
    reachedAt: isReached ? day : null,
    dueOn: day.toISOString().slice(0, 10),
    setAt: pair.startedAt,
  }
}

async function ask(tx: Tx, members: Ids, { itemId, item, pair }: Laid) {
  if (!item.asked) return
  const { daysAgo, openForDays, answers } = item.asked
  const two = { planItemId: itemId, mentorshipId: pair.id }
  await tx
    .insert(surveysAsked)
    .values({ ...two, askedAt: ago({ days: daysAgo }), openUntil: inDays(openForDays - daysAgo) })
  for (const [handle, said] of Object.entries(answers)) {
    const memberId = idOf(members, handle)
    if (memberId !== pair.mentorId && memberId !== pair.participantId) continue
    await tx
      .insert(surveyAnswers)
      .values({ ...two, memberId, answers: said, at: ago({ days: Math.max(daysAgo - 2, 1) }) })
  }
}

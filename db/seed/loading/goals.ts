import { and, eq, or } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import * as work from '#db/schema/mentoring/goals.ts'
import { journalEntries, journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { goals, type SeedGoal } from '../community/mentoring/goals.ts'
import { entries } from '../community/mentoring/journal.ts'
import { bringPictures } from './handed-in.ts'
import { ago, idOf, inDays, type Names, type Tx } from './ids.ts'

const day = (days: number) => inDays(days).toISOString().slice(0, 10)

export async function setGoals(tx: Tx, names: Names) {
  for (const goal of goals) await setOne(tx, names, goal)
}

async function setOne(tx: Tx, { members }: Names, goal: SeedGoal) {
  const { who, title, why, measure, from = 0, to, setDaysAgo, remindEvery, progress, steps = [], done = 0 } = goal
  const [id, memberId] = [newId(), idOf(members, who)]
  const mentorshipId = goal.with ? await pairOf(tx, memberId, idOf(members, goal.with)) : null
  const last = progress.at(-1)
  const reached = last?.[1] ?? from
  await tx.insert(work.goals).values({
    id,
    memberId,
    mentorshipId,
    seenBy: mentorshipId ? 'mentors' : 'me',
    title,
    why,
    measure,
    startsAt: from,
    target: to,
    reached,
    dueOn: goal.dueInDays === undefined ? null : day(goal.dueInDays),
    remindEvery,
    remindOn: remindEvery && reached !== to ? day(remindEvery - 2) : null,
    setAt: ago({ days: setDaysAgo }),
    reachedAt: reached === to && last ? ago({ days: last[0] }) : null,
  })
  const way = [[setDaysAgo, from, ''] as const, ...progress]
  await tx
    .insert(work.goalProgress)
    .values(way.map(([days, at, words]) => ({ goalId: id, reached: at, words: words ?? '', at: ago({ days }) })))
  if (steps.length > 0)
    await tx.insert(work.goalSteps).values(
      steps.map((step, n) => ({
        goalId: id,
        title: step,
        place: n + 1,
        doneAt: n < done ? ago({ days: Math.max(setDaysAgo - 30 * (n + 1), 1) }) : null,
      })),
    )
}

async function pairOf(tx: Tx, one: string, other: string) {
  const [pair] = await tx
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(
      or(
        and(eq(mentorships.participantId, one), eq(mentorships.mentorId, other)),
        and(eq(mentorships.participantId, other), eq(mentorships.mentorId, one)),
      ),
    )
  if (!pair) throw new Error('The seed shares a goal with somebody who is no mentor of theirs.')
  return pair.id
}

export async function keepJournals(tx: Tx, { members }: Names) {
  for (const { who, daysAgo, mood, tags, prompt, text, pictures = [], sharedWith } of entries) {
    const [id, at] = [newId(), ago({ days: daysAgo })]
    const row = { id, memberId: idOf(members, who), mood, tags, prompt, text, writtenAt: at, updatedAt: at }
    await tx.insert(journalEntries).values(row)
    const files = await bringPictures(tx, row.memberId, pictures, at)
    for (const [place, mediaId] of files.entries())
      await tx.insert(journalFiles).values({ entryId: id, mediaId, place })
    if (!sharedWith) continue
    const [reader, daysLeft] = sharedWith
    const since = ago({ days: Math.max(daysAgo - 1, 1) })
    await tx
      .insert(journalShares)
      .values({ entryId: id, withId: idOf(members, reader), since, until: inDays(daysLeft) })
  }
}

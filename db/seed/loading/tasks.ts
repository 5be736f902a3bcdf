import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import type { events } from '#db/schema/events.ts'
import * as said from '#db/schema/mentoring/feedback.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import * as work from '#db/schema/mentoring/tasks.ts'
import type { SeedTask, SeedVersion } from '../community/mentoring/task.ts'
import { tasks } from '../community/mentoring/tasks.ts'
import { lookFirst } from './first-looks.ts'
import { bringPictures } from './handed-in.ts'
import { ago, type Ids, idOf, idsFor, inDays, type Names, type Tx } from './ids.ts'
import { rubricIn, scored, writeRubrics } from './rubrics.ts'
import { comment, keepPhrases } from './saying.ts'

type Fact = typeof events.$inferInsert
type Set = {
  id: string
  names: Names
  rubricVersionId: string | null
  pairId: string
  mentorId: string
  participantId: string
  skillId: string
  together: string | undefined
  facts: Fact[]
}

export async function layOutTasks(tx: Tx, names: Names, pairs: Ids): Promise<Fact[]> {
  const facts: Fact[] = []
  const versions = await writeRubrics(tx, names)
  const together = idsFor(tasks.filter((task) => task.together).map(({ pair, title }) => `${pair[0]},${title}`))
  for (const task of tasks) facts.push(...(await layOut(tx, names, { pairs, versions, together }, task)))
  await keepPhrases(tx)
  return facts
}

type Laid = Record<'pairs' | 'versions' | 'together', Ids>

async function layOut(tx: Tx, names: Names, { pairs, versions, together }: Laid, task: SeedTask) {
  const [mentor, participant] = task.pair
  const set: Set = {
    id: newId(),
    names,
    rubricVersionId: rubricIn(versions, task),
    pairId: idOf(pairs, task.pair.join()),
    mentorId: idOf(names.members, mentor),
    participantId: idOf(names.members, participant),
    skillId: idOf(names.skills, task.skill),
    together: task.together && idOf(together, `${mentor},${task.title}`),
    facts: [],
  }
  await tx.insert(work.tasks).values(rowOf(set, task))
  const shown = await bringPictures(tx, set.mentorId, task.pictures, ago({ days: task.setDaysAgo }))
  if (shown.length > 0)
    await tx.insert(work.taskFiles).values(shown.map((mediaId, place) => ({ taskId: set.id, mediaId, place })))
  tell(set, 'task.set', task.setDaysAgo, set.mentorId, { title: task.title })
  if (task.state !== 'set') tell(set, 'task.accepted', task.setDaysAgo - 0.5, set.participantId)
  let before: string[] = []
  for (const [n, version] of task.versions.entries())
    before = await handIn(tx, set, {
      version,
      number: n + 1,
      before,
      done: task.state === 'done' && n + 1 === task.versions.length,
    })
  return set.facts
}

function rowOf({ id, pairId, mentorId, participantId, skillId, rubricVersionId, together }: Set, task: SeedTask) {
  const last = task.versions.at(-1)
  const movedAt = ago({ hours: 24 * (last?.look?.daysAgo ?? last?.daysAgo ?? task.setDaysAgo - 0.5) })
  return {
    id,
    participantId,
    setById: mentorId,
    mentorshipId: pairId,
    skillId,
    rubricVersionId,
    setTogether: together ?? null,
    looksFirst: task.looksFirst ?? [],
    title: task.title,
    description: task.description,
    checklist: (task.steps ?? []).map((text, n) => ({
      text,
      doneAt: n < (task.ticked ?? 0) ? movedAt.toISOString() : null,
    })),
    dueAt: task.dueInDays === undefined ? null : inDays(task.dueInDays),
    state: task.state,
    versions: task.versions.length,
    setAt: ago({ days: task.setDaysAgo }),
    acceptedAt: task.state === 'set' ? null : ago({ hours: 24 * task.setDaysAgo - 12 }),
    movedAt,
    doneAt: task.state === 'done' ? movedAt : null,
  }
}

type HandedIn = { version: SeedVersion; number: number; before: string[]; done: boolean }

async function handIn(tx: Tx, set: Set, { version, number, before, done }: HandedIn): Promise<string[]> {
  const [submissionId, lookId] = [newId(), newId()]
  const at = ago({ days: version.daysAgo })
  const links = (version.links ?? []).map((url) => ({ url, title: '' }))
  await tx.insert(work.submissions).values({
    id: submissionId,
    taskId: set.id,
    version: number,
    note: version.note,
    links,
    rubricVersionId: set.rubricVersionId,
    handedInAt: at,
  })
  const files = await bringPictures(tx, set.participantId, version.pictures, at)
  if (files.length > 0)
    await tx.insert(work.submissionFiles).values(files.map((mediaId, place) => ({ submissionId, mediaId, place })))
  tell(set, 'task.handed-in', version.daysAgo, set.participantId, { submission: submissionId, note: version.note })
  if (version.shownDaysAgo !== undefined) await showToCircle(tx, set, submissionId, version.shownDaysAgo)
  for (const n of version.actedOn ?? []) await actOn(tx, before[n], submissionId)
  await lookFirst(tx, set.names, version, { submissionId, ...set, files })
  const { look } = version
  if (version.asksPeer) return []
  const doneAt = look ? ago({ days: look.daysAgo }) : null
  await tx.insert(said.looks).values({
    id: lookId,
    submissionId,
    kind: 'mentor',
    reviewerId: set.mentorId,
    state: look ? 'done' : 'open',
    opensAt: at,
    dueAt: ago({ days: version.daysAgo - 7 }),
    doneAt,
  })
  return look ? say(tx, set, { look, lookId, submissionId, files, done }) : []
}

async function showToCircle(tx: Tx, set: Set, submissionId: string, daysAgo: number) {
  const [pair] = await tx
    .select({ circleId: mentorships.circleId })
    .from(mentorships)
    .where(eq(mentorships.id, set.pairId))
  if (!pair?.circleId) throw new Error('This pair has no circle to show it to.')
  await tx.insert(work.circleShares).values({ submissionId, circleId: pair.circleId, at: ago({ days: daysAgo }) })
  tell(set, 'version.shown', daysAgo, set.participantId)
}

type Looked = {
  look: NonNullable<SeedVersion['look']>
  lookId: string
  submissionId: string
  files: string[]
  done: boolean
}

async function say(tx: Tx, set: Set, { look, lookId, submissionId, files, done }: Looked): Promise<string[]> {
  const [feedbackId, at] = [newId(), ago({ days: look.daysAgo })]
  const verdict = done ? ('accepted' as const) : ('again' as const)
  const { words, next: nextStep = '', rewrite = '', level, helped } = look
  await tx.insert(said.feedback).values({
    id: feedbackId,
    submissionId,
    lookId,
    byId: set.mentorId,
    verdict,
    words,
    nextStep,
    rewrite,
    level,
    helped,
    rubricVersionId: set.rubricVersionId,
    scores: scored(look.scores),
    givenAt: at,
  })
  tell(set, 'feedback.given', look.daysAgo, set.mentorId, { verdict, nextStep })
  if (level && done)
    await tx.insert(levelClaims).values({
      memberId: set.participantId,
      skillId: set.skillId,
      level,
      source: 'mentor',
      byId: set.mentorId,
      submissionId,
      at,
    })
  return comment(tx, { feedbackId, at, files, comments: look.comments })
}

async function actOn(tx: Tx, commentId: string | undefined, actedOnIn: string) {
  if (!commentId) throw new Error('The seed acts on a comment that was not made.')
  await tx.update(said.comments).set({ actedOnIn }).where(eq(said.comments.id, commentId))
}

function tell(set: Set, name: string, days: number, actorId: string, data: Record<string, unknown> = {}) {
  const at = ago({ hours: Math.round(days * 24) })
  set.facts.push({
    name,
    subject: set.id,
    actor: `member:${actorId}`,
    data: { ...data, mentorship: set.pairId },
    at,
    sentAt: at,
  })
}

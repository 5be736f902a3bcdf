import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { type Check, taskExtensions, taskFiles, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { type Piece, piecesOn } from '#workers/media/pieces.ts'
import { circleOfTask } from '../circles/works.ts'
import { isMentorsTurn, looksThatWaitFor } from '../looks/waiting.ts'
import { phrasesAtHand } from '../phrases/phrases.ts'
import { zoneOf } from '../requests/queue.ts'
import { type Rubric, rubricOf } from '../rubrics/rubrics.ts'
import { type Need, needsOf } from '../supplies/needs.ts'
import type { LookPage, Task, TaskId, TaskPage, TaskSearch } from './inputs.ts'
import { maySee } from './may-see.ts'
import { person, type Version, versions } from './versions.ts'

const PAGE = 24

const asTask = sql`
  select task.id, task.title, task.state, skill.name as skill, task.due_at as "dueAt", task.moved_at as "movedAt", task.versions,
    task.mentorship_id as pair, ${person('setter')} as "setBy", ${person('participant')} as participant
  from ${tasks} task
    join ${members} setter on setter.id = task.set_by_id join ${members} participant on participant.id = task.participant_id
    left join ${skills} skill on skill.id = task.skill_id`

const key = (column: string) =>
  sql`id || '~' || to_char(${sql.identifier(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const NEVER = sql`'9999-12-31T00:00:00Z'::timestamptz`

// What is due first stands first; what has no day comes after.
const open = pages<TaskPage>({
  name: 'tasks',
  rows: sql`select *, coalesce("dueAt", ${NEVER}) as due from (${asTask}
    where task.participant_id = ${slot('me')}::uuid and task.state in ('set', 'accepted', 'handed-in', 'again')) task
    where ${whenGiven('id', sql`(coalesce("dueAt", ${NEVER}), id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by due, id limit ${PAGE + 1}`,
  shown: sql`to_jsonb(listed) - 'due'`,
  key: key('due'),
  size: PAGE,
})

const done = pages<TaskPage>({
  name: 'tasks',
  rows: sql`${asTask} where task.participant_id = ${slot('me')}::uuid and task.state in ('done', 'dropped')
      and ${whenGiven('id', sql`(task.moved_at, task.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by task.moved_at desc, task.id desc limit ${PAGE + 1}`,
  key: key('movedAt'),
  size: PAGE,
})

export function readTasks({ db, member }: MemberCtx, { show, after }: TaskSearch) {
  const [id, since] = after ?? []
  return (show === 'done' ? done : open)(db, { me: member.id, id, since })
}

// What waits for a mentor's look, the longest wait first.
const waiting = pages<LookPage>({
  name: 'looks',
  rows: sql`${asTask} where task.set_by_id = ${slot('me')}::uuid and task.state = 'handed-in' and task.mentorship_id is not null and ${isMentorsTurn}
      and ${whenGiven('id', sql`(task.moved_at, task.id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by task.moved_at, task.id limit ${PAGE + 1}`,
  key: key('movedAt'),
  size: PAGE,
})

export function readLooks({ db, member }: MemberCtx, { after }: Pick<TaskSearch, 'after'>) {
  const [id, since] = after ?? []
  return waiting(db, { me: member.id, id, since })
}

const LOOKS_ON_TOP = 3

export async function readTasksPage(ctx: MemberCtx, search: TaskSearch) {
  const { id } = ctx.member
  const more = { me: zoneOf(id), looks: looksThatWaitFor(id, LOOKS_ON_TOP) }
  const [page, { me, looks }] = await Promise.all([readTasks(ctx, search), readTogether(ctx.db, more)])
  return { page, me: me[0] ?? { timeZone: 'UTC' }, looks }
}

export async function readLooksPage(ctx: MemberCtx, search: Pick<TaskSearch, 'after'>) {
  const [page, { me }] = await Promise.all([
    readLooks(ctx, search),
    readTogether(ctx.db, { me: zoneOf(ctx.member.id) }),
  ])
  return { page, me: me[0] ?? { timeZone: 'UTC' } }
}

export const tasksOfPair = (pairId: string): Shelf<Task> => sql`
  ${asTask} where task.mentorship_id = ${pairId}::uuid
  order by task.state in ('done', 'dropped'), task.set_at desc, task.id limit ${PAGE}`

export const nextTasksOf = (participantId: string, most: number): Shelf<Task> => sql`
  ${asTask} where task.participant_id = ${participantId}::uuid and task.state in ('set', 'accepted', 'again')
  order by task.due_at nulls last, task.id limit ${most}`

export type WholeTask = Task & {
  description: string
  checklist: Check[]
  files: Piece[]
  late: 'welcome' | 'noted' | 'closed'
  setAt: string
  ladder: string[] | null
  rubric: Rubric | null
  asked: { until: string; reason: string } | null
  needs: Need[]
  said: Version[]
}

// A task with all its versions and what was said about each: for the one who does it, who set it, and whoever may look into the pair.
export async function readTask({ db, member }: MemberCtx, { id }: TaskId) {
  const { task, me, phrases, circle } = await readTogether(db, {
    circle: circleOfTask(member.id, id),
    task: whole(member.id, id),
    me: zoneOf(member.id),
    phrases: phrasesAtHand(member.id, id),
  })
  return { task: task[0] ?? notThere(), me: me[0] ?? { timeZone: 'UTC' }, phrases, circle: circle[0] }
}

const whole = (memberId: string, id: string): Shelf<WholeTask> => sql`
  select listed.*, task.description, task.checklist, task.late, task.set_at as "setAt",
    ${piecesOn(sql`${taskFiles}`, sql`file.task_id = task.id`)} as files,
    (select to_json(ladder) from ${skills} where id = task.skill_id) as ladder,
    ${rubricOf(sql`task.rubric_version_id`)} as rubric,
    (select json_build_object('until', more.until, 'reason', more.reason) from ${taskExtensions} more
      where more.task_id = task.id and more.state = 'asked') as asked,
    ${needsOf('task')} as needs, ${versions} as said
  from (${asTask} where task.id = ${id}::uuid and ${maySee(memberId)}) listed join ${tasks} task on task.id = listed.id`

function notThere(): never {
  throw notFound('task')
}

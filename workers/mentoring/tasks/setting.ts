import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { columnOf, sqlState } from '#db/patience.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { resources } from '#db/schema/mentoring/resources.ts'
import { taskFiles, tasks, taskTemplates, type WantedSupply } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { hangFiles, ifFileIsMissing } from '#workers/media/pieces.ts'
import { ifRubricIsMissing, newestOf } from '../rubrics/rubrics.ts'
import { countUses, mayUse } from '../templates/templates.ts'
import type { NewTask } from './inputs.ts'

export const shape = { id: tasks.id, state: tasks.state, mentorshipId: tasks.mentorshipId }

// A mentor sets it for the one they teach; in a pair of peers either does for the other. Without a pair it is one's own,
// and nobody has to say yes to it. Where several are to do the same, all of them get it or nobody does.
export async function setTask(ctx: MemberCtx, task: NewTask) {
  const together = task.also.length > 0 ? newId() : null
  const pairs = task.pair ? [...new Set([task.pair, ...task.also])] : [undefined]
  const [set, ...others] = await commit(
    ctx,
    ctx.db
      .insert(tasks)
      .values(pairs.map((pair) => ({ ...rowOf(ctx, { ...task, pair }), setTogether: together })))
      .returning(shape),
    pairFact('task.set', { title: task.title }),
    hangFiles(ctx, { table: sql`${taskFiles}`, column: sql`task_id`, id: sql`changed.id` }, task.files),
    ...(task.template ? [countUses(ctx.member.id, task.template)] : []),
  ).catch(nobodyToDoIt)
  return set ? { id: set.id, state: set.state, also: others.map(({ id }) => id) } : refuse(notFound('mentorship'))
}

const rowOf = ({ member }: MemberCtx, task: NewTask) => ({
  id: newId(),
  participantId: task.pair ? (sql`(${other(member.id, task.pair)})` as SQL<string>) : member.id,
  setById: member.id,
  mentorshipId: task.pair ?? null,
  skillId: task.skill ? sql`(select id from ${skills} where slug = ${task.skill})` : null,
  rubricVersionId: task.rubric ? newestOf(task.rubric, member.id) : null,
  templateId: task.template ? begunFrom(task.template, member.id) : null,
  title: task.title,
  description: task.description,
  checklist: task.checklist.map((text) => ({ text, doneAt: null })),
  dueAt: task.dueOn ? endOf(task.dueOn, task.pair ? other(member.id, task.pair) : sql`${member.id}::uuid`) : null,
  late: task.late,
  looksFirst: task.pair ? task.looksFirst : [],
  supplies: wanted(task.pair ? task.supplies : []),
  state: task.pair ? ('set' as const) : ('accepted' as const),
  acceptedAt: task.pair ? null : sql`now()`,
})

const begunFrom = (id: string, memberId: string): SQL<string> => sql`(
  select template.id from ${taskTemplates} template where template.id = ${id}::uuid and ${mayUse(sql`${memberId}::uuid`)})`

const wanted = (supplies: NewTask['supplies']): SQL<WantedSupply[]> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('resourceId', thing.id, 'quantity', want.quantity)), '[]')
  from jsonb_to_recordset(${JSON.stringify(supplies)}::jsonb) as want(supply text, quantity int)
    join ${resources} thing on thing.slug = want.supply and thing.retired_at is null)`

// Whoever of an open pair is taught by this member; where there is nobody, the task cannot be written.
const other = (memberId: string, pairId: string) => sql`
  select case when pair.mentor_id = ${memberId}::uuid then pair.participant_id else pair.mentor_id end from ${mentorships} pair
  where pair.id = ${pairId}::uuid and pair.state <> 'closed'
    and (pair.mentor_id = ${memberId}::uuid or (pair.participant_id = ${memberId}::uuid and pair.format = 'peer'))`

// The last moment of a day where the one lives who has to keep to it.
export const endOf = (day: string, whose: SQL) => sql`
  (select ((${day}::date + 1)::timestamp at time zone whose.time_zone) - interval '1 second' from ${members} whose where whose.id = (${whose}))`

const NULL_WHERE_SOMEBODY_HAS_TO_BE = '23502'

function nobodyToDoIt(error: unknown): never {
  if (sqlState(error) === NULL_WHERE_SOMEBODY_HAS_TO_BE && columnOf(error) === 'participant_id')
    throw notFound('mentorship')
  ifRubricIsMissing(error)
  return ifFileIsMissing(error)
}

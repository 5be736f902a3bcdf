import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { taskExtensions as extensions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { MoreTime, MoreTimeAnswer, TaskId } from './inputs.ts'
import { endOf } from './setting.ts'

const kept = {
  id: extensions.id,
  state: extensions.state,
  mentorshipId: sql<string>`(select task.mentorship_id from tasks task where task.id = ${extensions.taskId})`.as(
    'mentorship_id',
  ),
}

export async function askForTime(ctx: MemberCtx, { id }: TaskId, { untilOn, reason }: MoreTime) {
  const mine = sql`from ${tasks} task where task.id = ${id}::uuid and task.participant_id = ${ctx.member.id}::uuid
    and task.state in ('set', 'accepted', 'again') and task.mentorship_id is not null`
  const [asked] = await commit(
    ctx,
    ctx.db
      .insert(extensions)
      .select(
        sql`select ${newId()}::uuid, task.id, ${endOf(untilOn, sql`${ctx.member.id}::uuid`)}, ${reason}, 'asked', '', now(), null::timestamptz ${mine}`,
      )
      .returning(kept),
    pairFact('task.time-asked', { until: untilOn, reason: reason.slice(0, 300) }),
  ).catch(once)
  return asked ? { id: asked.id, state: asked.state } : refuse(notFound('task'))
}

function once(error: unknown): never {
  if (constraintOf(error) !== 'task_extensions_one_at_a_time') throw error
  throw conflict('You asked for more time already, and have not heard yet.', 'already_asked')
}

// Whoever set the task says yes, and the new day counts at once, or no.
export async function answerForTime(ctx: MemberCtx, { id }: TaskId, { decision, words }: MoreTimeAnswer) {
  const [answered] = await commit(
    ctx,
    ctx.db
      .update(extensions)
      .set({ state: decision, words, decidedAt: sql`now()` })
      .where(
        and(
          eq(extensions.taskId, id),
          eq(extensions.state, 'asked'),
          sql`exists (select from tasks task where task.id = ${extensions.taskId} and task.set_by_id = ${ctx.member.id}::uuid)`,
        ),
      )
      .returning({ ...kept, taskId: extensions.taskId, until: extensions.until }),
    pairFact(`task.time-${decision}`),
    (changed) => sql`
      update ${tasks} set due_at = changed.until from ${changed}
      where ${tasks.id} = changed.task_id and changed.state = 'granted' returning 1`,
  )
  return answered ? { id: answered.id, state: answered.state } : refuse(notFound('question'))
}

import { and, eq, sql } from 'drizzle-orm'
import { feedback } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { FeedbackId, Help } from './inputs.ts'

// How much it helped, said by whose work it is; nobody but its giver ever reads it, and only summed up with others.
export async function sayHowItHelped(ctx: MemberCtx, { id }: FeedbackId, { helped }: Help) {
  const [said] = await commit(
    ctx,
    ctx.db
      .update(feedback)
      .set({ helped })
      .where(
        and(
          eq(feedback.id, id),
          sql`${feedback.byId} <> ${ctx.member.id}::uuid`,
          sql`exists (select from ${submissions} handed join ${tasks} task on task.id = handed.task_id
            where handed.id = ${feedback.submissionId} and task.participant_id = ${ctx.member.id}::uuid)`,
        ),
      )
      .returning({ id: feedback.id }),
    fact('feedback.helped'),
  )
  return said ? { id: said.id, helped } : refuse(notFound('feedback'))
}

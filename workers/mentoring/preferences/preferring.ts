import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { preferences } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { maySee } from '../tasks/may-see.ts'
import type { NewPreference } from './inputs.ts'

// Which of two versions of one task is better, and why; said again, it is what one thinks now.
export async function prefer(ctx: MemberCtx, said: NewPreference): Promise<{ id: string }> {
  const { a, b, choice, reason, criteria } = inOrder(said)
  const [preferred] = await commit(
    ctx,
    ctx.db
      .insert(preferences)
      .select(
        sql`select ${newId()}::uuid, ${ctx.member.id}::uuid, task.id, one.id, other.id, ${choice}, ${reason}, ${`{${criteria.join()}}`}::text[], now()
          from ${submissions} one join ${submissions} other on other.task_id = one.task_id join ${tasks} task on task.id = one.task_id
          where one.id = ${a}::uuid and other.id = ${b}::uuid and ${maySee(ctx.member.id)}`,
      )
      .onConflictDoUpdate({
        target: [preferences.raterId, preferences.aId, preferences.bId],
        set: {
          choice: sql`excluded.choice`,
          reason: sql`excluded.reason`,
          criteria: sql`excluded.criteria`,
          at: sql`excluded.at`,
        },
      })
      .returning({
        id: preferences.id,
        mentorshipId: sql`(select mentorship_id from ${tasks} where id = ${preferences.taskId})`.as('mentorship_id'),
      }),
    pairFact('preference.said', { choice }),
  )
  if (!preferred) throw notFound('version')
  return { id: preferred.id }
}

// The lesser id is always `a`, so that two versions are one pair whoever looks at them from where.
function inOrder(said: NewPreference): NewPreference {
  if (said.a < said.b) return said
  const choice = said.choice === 'same' ? 'same' : said.choice === 'a' ? 'b' : 'a'
  return { ...said, a: said.b, b: said.a, choice }
}

import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { feedback } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { theTwoAreAtPeace } from '../sight.ts'

const AT_ONCE = 500

// What was said about a version, or a task that was dropped.
const Moved = z.object({ id: z.uuid() })

// What was asked for once is over with its answer: its last open task is done.
export const closeWhatIsAnswered = (ctx: Ctx, { id }: z.output<typeof Moved>) =>
  close(
    ctx,
    sql`pair.id in (
  select task.mentorship_id from ${tasks} task where task.id = ${id}::uuid
  union all select task.mentorship_id from ${feedback} said join ${submissions} version on version.id = said.submission_id
    join ${tasks} task on task.id = version.task_id where said.id = ${id}::uuid)`,
  )

export const closeWhatIsAnsweredLater = later('mentoring.close-what-is-answered', Moved, closeWhatIsAnswered)

// Whatever the queue has lost.
export async function closeAllThatIsAnswered(ctx: Ctx) {
  while ((await close(ctx, sql`true`)).length === AT_ONCE);
}

export const WARM_DAYS = 14

// It ended by itself, so nobody had a last word yet. `pair` is the table mentorships.
export const isStillWarm = sql`(pair.closed_because = 'answered' and pair.closed_at > now() - make_interval(days => ${WARM_DAYS}::int)
  and ${theTwoAreAtPeace})`

const isAnswered = sql`exists (select from ${tasks} task where task.mentorship_id = pair.id and task.state = 'done')
  and not exists (select from ${tasks} task where task.mentorship_id = pair.id and task.state in ('set', 'accepted', 'handed-in', 'again'))`

const close = (ctx: Ctx, which: SQL) =>
  commit(
    ctx,
    ctx.db
      .update(mentorships)
      .set({ state: 'closed', closedAt: sql`now()`, closedBecause: 'answered', pausedUntil: null, turn: 'nobody' })
      .where(
        sql`${mentorships.id} in (select pair.id from ${mentorships} pair
          where pair.format = 'one-off' and pair.state <> 'closed' and ${which} and ${isAnswered} order by pair.id limit ${AT_ONCE})
          and ${mentorships.state} <> 'closed'`,
      )
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('mentorship.closed', { because: 'answered' }),
  )

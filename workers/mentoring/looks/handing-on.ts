import { type SQL, sql } from 'drizzle-orm'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { ofTask } from '../feedback/feedback.ts'
import { DAYS } from './opening.ts'

const AT_ONCE = 500

// FBK-2: what nobody finished by its day is the mentor's to look at. No version waits for ever.
export async function handOnLooks(ctx: Ctx) {
  while ((await handOn(ctx)).length === AT_ONCE);
}

const handOn = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .update(looks)
      .set({ state: 'handed-on', doneAt: sql`now()` })
      .where(
        sql`${looks.id} in (select late.id from ${looks} late where late.state = 'open' and late.kind <> 'mentor' and late.due_at <= now()
          order by late.due_at, late.id limit ${AT_ONCE}) and ${looks.state} = 'open'`,
      )
      .returning({ id: looks.id, submissionId: looks.submissionId, ...ofTask }),
    pairFact('look.handed-on'),
    opensMentors,
  )

export const opensMentors = (changed: SQL) => sql`
  insert into ${looks} (id, submission_id, kind, reviewer_id, due_at)
  select gen_random_uuid(), changed.submission_id, 'mentor', task.set_by_id, now() + make_interval(days => ${DAYS.mentor}::int)
  from ${changed} join ${tasks} task on task.id = changed.task_id where task.mentorship_id is not null
  on conflict do nothing returning 1`

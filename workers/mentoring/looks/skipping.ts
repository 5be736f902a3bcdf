import { and, eq, ne, sql } from 'drizzle-orm'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { ofTask } from '../feedback/feedback.ts'
import { opensMentors } from './handing-on.ts'
import type { LookId, Skip } from './inputs.ts'

// A mentor who has a reason does not wait for a first look: it is theirs now, and everybody concerned hears why.
export async function skipLook(ctx: MemberCtx, { id }: LookId, { reason }: Skip) {
  const [skipped] = await commit(
    ctx,
    ctx.db
      .update(looks)
      .set({ state: 'handed-on', doneAt: sql`now()`, skippedBecause: reason })
      .where(and(eq(looks.id, id), eq(looks.state, 'open'), isFirstLookAtMine(ctx)))
      .returning({ id: looks.id, submissionId: looks.submissionId, ...ofTask }),
    pairFact('look.skipped', { reason: reason.slice(0, 300) }),
    opensMentors,
  )
  return skipped ? { id: skipped.id } : refuse(await whyNot(ctx, id))
}

const isFirstLookAtMine = ({ member }: MemberCtx) =>
  and(
    ne(looks.kind, 'mentor'),
    sql`exists (select from ${submissions} version join ${tasks} task on task.id = version.task_id
      where version.id = looks.submission_id and task.set_by_id = ${member.id}::uuid)`,
  )

async function whyNot(ctx: MemberCtx, id: string) {
  const [there] = await ctx.db
    .select({ state: looks.state })
    .from(looks)
    .where(and(eq(looks.id, id), isFirstLookAtMine(ctx)))
  return there ? conflict('This look is finished already: it is your turn now.', 'already_so') : notFound('look')
}

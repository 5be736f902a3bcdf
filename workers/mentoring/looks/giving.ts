import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { commented, ofTask, PIN_ELSEWHERE, SCORES_OF_ANOTHER, written } from '../feedback/feedback.ts'
import { pinsFit } from '../feedback/pins.ts'
import { scoresFit } from '../rubrics/rubrics.ts'
import { seesVersionAsPeer } from '../sight.ts'
import type { LookId, NewLook } from './inputs.ts'
import { opensNext } from './opening.ts'

// A step before the mentor's: it is finished, what was said is kept, and the next one opens, all of it at once or nothing.
export async function giveLook(ctx: MemberCtx, { id: lookId }: LookId, look: NewLook) {
  const given = { ...look, verdict: null, rewrite: '', level: undefined }
  const [finished] = await commit(
    ctx,
    ctx.db
      .update(looks)
      .set({ state: 'done', doneAt: sql`now()` })
      .where(
        and(
          eq(looks.id, lookId),
          isMine(ctx),
          eq(looks.state, 'open'),
          scoresFit(given.scores, sql`${looks.submissionId}`),
          pinsFit(given.comments, sql`${looks.submissionId}`),
        ),
      )
      .returning({
        id: sql<string>`${newId()}::uuid`.as('id'),
        lookId: sql`${looks.id}`.as('look_id'),
        submissionId: looks.submissionId,
        kind: looks.kind,
        ...ofTask,
      }),
    pairFact('look.given'),
    fact('look.opened', { look: lookId }),
    (changed) => written(ctx, given, changed),
    (changed) => commented(ctx, given, changed),
    (changed) => opensNext(sql`changed.kind`, sql`changed.submission_id`, sql`changed.task_id`, changed),
  )
  return finished ? { id: finished.id } : refuse(await whyNot(ctx, lookId, look))
}

const isMine = ({ member }: MemberCtx): SQL | undefined =>
  and(
    eq(looks.reviewerId, member.id),
    inArray(looks.kind, ['self', 'peer']),
    sql`(${looks.kind} = 'self' or exists (select from ${submissions} version join ${tasks} task on task.id = version.task_id
      where version.id = looks.submission_id and ${seesVersionAsPeer(member.id)}))`,
  )

async function whyNot(ctx: MemberCtx, id: string, { scores }: NewLook) {
  const [there] = await ctx.db
    .select({ state: looks.state, isScored: scoresFit(scores, sql`looks.submission_id`) as SQL<boolean> })
    .from(looks)
    .where(and(eq(looks.id, id), isMine(ctx)))
  if (there?.state === 'open') return invalid([there.isScored ? PIN_ELSEWHERE : SCORES_OF_ANOTHER])
  return there ? conflict('This look was given already, and it is kept.', 'already_given') : notFound('look')
}

import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { mayLookAsPeer } from '../sight.ts'
import type { LookId } from './inputs.ts'

const shape = {
  id: looks.id,
  dueAt: sql<string>`to_char(${looks.dueAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('due_at'),
  mentorshipId:
    sql<string>`(select task.mentorship_id from ${submissions} version join ${tasks} task on task.id = version.task_id
    where version.id = looks.submission_id)`.as('mentorship_id'),
}

const isOpenToPeers = and(eq(looks.kind, 'peer'), eq(looks.state, 'open'))

const mayTake = (me: string): SQL => sql`exists (
  select from ${submissions} version join ${tasks} task on task.id = version.task_id join ${mentorships} pair on pair.id = task.mentorship_id
  where version.id = looks.submission_id and pair.state <> 'closed' and ${mayLookAsPeer(me)})`

// Of all who may look as a peer, one does: whoever takes it first.
export async function takeLook(ctx: MemberCtx, { id }: LookId) {
  const [taken] = await commit(
    ctx,
    ctx.db
      .update(looks)
      .set({ reviewerId: ctx.member.id })
      .where(and(eq(looks.id, id), isOpenToPeers, isNull(looks.reviewerId), mayTake(ctx.member.id)))
      .returning(shape),
    pairFact('look.taken'),
  )
  return taken ? { id: taken.id, dueAt: taken.dueAt } : refuse(await whyNot(ctx, id))
}

export async function giveLookBack(ctx: MemberCtx, { id }: LookId) {
  const [back] = await commit(
    ctx,
    ctx.db
      .update(looks)
      .set({ reviewerId: null })
      .where(and(eq(looks.id, id), isOpenToPeers, eq(looks.reviewerId, ctx.member.id)))
      .returning(shape),
    pairFact('look.given-back'),
  )
  return back ? { id: back.id, dueAt: back.dueAt } : refuse(notFound('look'))
}

async function whyNot({ db, member }: MemberCtx, id: string) {
  const [there] = await db
    .select({ reviewerId: looks.reviewerId })
    .from(looks)
    .where(and(eq(looks.id, id), eq(looks.kind, 'peer'), mayTake(member.id)))
  if (there?.reviewerId === member.id) return conflict('This look is yours already.', 'already_yours')
  return there
    ? conflict('Somebody else was quicker and looks at this version now.', 'already_taken')
    : notFound('look')
}

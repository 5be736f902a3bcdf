import { type SQL, sql } from 'drizzle-orm'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { circleShares, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { VersionId } from './inputs.ts'

// Whoever made it shows it to the circle they are in, by their own choice, and takes it back whenever they like.
export async function showToCircle(ctx: MemberCtx, { id }: VersionId) {
  const [shown] = await commit(
    ctx,
    ctx.db
      .insert(circleShares)
      .select(
        sql`select version.id, pair.circle_id, now() ${mine(ctx, id)} and pair.circle_id is not null and pair.state <> 'closed'`,
      )
      .onConflictDoNothing()
      .returning(shape),
    pairFact('version.shown'),
  )
  return shown ? { id: shown.id } : refuse(await whyNot(ctx, id))
}

export async function takeFromCircle(ctx: MemberCtx, { id }: VersionId) {
  const [taken] = await commit(
    ctx,
    ctx.db
      .delete(circleShares)
      .where(sql`${circleShares.submissionId} in (select version.id ${mine(ctx, id)})`)
      .returning(shape),
    pairFact('version.taken-back'),
  )
  return taken ? { id: taken.id } : refuse(notFound('version that you show to your circle'))
}

const shape = {
  id: sql<string>`${circleShares.submissionId}`.as('id'),
  mentorshipId:
    sql<string>`(select task.mentorship_id from ${submissions} version join ${tasks} task on task.id = version.task_id
    where version.id = circle_shares.submission_id)`.as('mentorship_id'),
}

const mine = ({ member }: MemberCtx, id: string): SQL => sql`
  from ${submissions} version join ${tasks} task on task.id = version.task_id join ${mentorships} pair on pair.id = task.mentorship_id
  where version.id = ${id}::uuid and task.participant_id = ${member.id}::uuid`

async function whyNot(ctx: MemberCtx, id: string) {
  const { rows } = await ctx.db.execute<{ isIn: boolean }>(
    sql`select pair.circle_id is not null and pair.state <> 'closed' as "isIn" ${mine(ctx, id)}`,
  )
  if (!rows[0]) return notFound('version')
  return rows[0].isIn
    ? conflict('Your circle sees this version already.', 'already_so')
    : conflict('You are in no circle with this mentor, so there is nobody to show it to.', 'no_circle')
}

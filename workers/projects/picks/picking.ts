import { sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { projectPicks } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { WorkSlug } from '../own/inputs.ts'
import { hangsForAll, isInCharge } from '../sight.ts'

const shape = { id: sql<string>`${projectPicks.projectId}`.as('id') }

// The house shows what it likes; only what everybody may see.
export async function pick(ctx: MemberCtx, { slug }: WorkSlug) {
  const [picked] = await commit(
    ctx,
    ctx.db
      .insert(projectPicks)
      .select(
        sql`select work.id as project_id, ${ctx.member.id}::uuid as picked_by_id, now() as picked_at
          from ${projects} work join ${members} maker on maker.id = work.member_id where work.slug = ${slug} and ${hangsForAll} and ${isInCharge(ctx.member.id)}`,
      )
      .onConflictDoUpdate({ target: projectPicks.projectId, set: { pickedAt: sql`project_picks.picked_at` } })
      .returning(shape),
    fact('work.picked'),
  )
  return picked ? { slug } : refuse(notFound('work'))
}

export async function unpick(ctx: MemberCtx, { slug }: WorkSlug) {
  const [left] = await commit(
    ctx,
    ctx.db
      .delete(projectPicks)
      .where(
        sql`project_id = (select work.id from projects work where work.slug = ${slug}) and ${isInCharge(ctx.member.id)}`,
      )
      .returning(shape),
    fact('work.pick-ended'),
  )
  return left ? { slug } : refuse(notFound('pick'))
}

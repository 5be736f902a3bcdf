import { sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { projectAppreciations } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { WorkSlug } from '../own/inputs.ts'
import { insistOnGuardian } from './commenting.ts'
import { isOpenToTalk } from './may-talk.ts'

const shape = { id: sql<string>`${projectAppreciations.projectId}`.as('id') }

// One from each, and none for one’s own.
export async function appreciate(ctx: MemberCtx, { slug }: WorkSlug) {
  insistOnGuardian(ctx)
  const me = ctx.member.id
  const [given] = await commit(
    ctx,
    ctx.db
      .insert(projectAppreciations)
      .select(
        sql`select work.id as project_id, ${me}::uuid as member_id, now() as at
          from ${projects} work join ${members} maker on maker.id = work.member_id
          where work.slug = ${slug} and work.member_id <> ${me}::uuid and ${isOpenToTalk(ctx)}`,
      )
      .onConflictDoUpdate({
        target: [projectAppreciations.projectId, projectAppreciations.memberId],
        set: { at: sql`project_appreciations.at` },
      })
      .returning(shape),
    fact('work.appreciated'),
  )
  return given ? { slug } : refuse(await whyNot(ctx, slug))
}

async function whyNot(ctx: MemberCtx, slug: string) {
  const { rows } = await ctx.db.execute(
    sql`select from ${projects} where slug = ${slug} and member_id = ${ctx.member.id}::uuid`,
  )
  return rows.length > 0
    ? conflict('This is your own work. It is good that you like it.', 'own_work')
    : notFound('work')
}

export async function takeBackAppreciation(ctx: MemberCtx, { slug }: WorkSlug) {
  const [taken] = await commit(
    ctx,
    ctx.db
      .delete(projectAppreciations)
      .where(
        sql`member_id = ${ctx.member.id}::uuid and project_id = (select work.id from projects work where work.slug = ${slug})`,
      )
      .returning(shape),
    fact('work.appreciation-taken-back'),
  )
  return taken ? { slug } : refuse(notFound('appreciation'))
}

import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { rubrics, rubricVersions } from '#db/schema/mentoring/tasks.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { NewRubric, NewRubricVersion, RubricId } from './inputs.ts'

export async function makeRubric(ctx: MemberCtx, { title, criteria }: NewRubric) {
  const [made] = await commit(
    ctx,
    ctx.db.insert(rubrics).values({ id: newId(), ownerId: ctx.member.id, title }).returning({ id: rubrics.id }),
    fact('rubric.made'),
    (changed) => sql`
      insert into ${rubricVersions} (id, rubric_id, version, criteria)
      select ${newId()}::uuid, changed.id, 1, ${JSON.stringify(criteria)}::jsonb from ${changed} returning 1`,
  )
  if (!made) throw new Error('A rubric was made and is not there.')
  return { id: made.id }
}

// What was set before keeps the version it was set with.
export async function renewRubric(ctx: MemberCtx, { id }: RubricId, { criteria }: NewRubricVersion) {
  const [renewed] = await commit(
    ctx,
    ctx.db
      .insert(rubricVersions)
      .select(
        sql`select ${newId()}::uuid, rubric.id,
          1 + (select max(version) from rubric_versions where rubric_id = rubric.id), ${JSON.stringify(criteria)}::jsonb, now()
        from ${rubrics} rubric where rubric.id = ${id}::uuid and rubric.owner_id = ${ctx.member.id}::uuid`,
      )
      .returning({ id: sql<string>`${id}::uuid`.as('id') }),
    fact('rubric.renewed'),
  ).catch(atTheSameTime)
  return renewed ? { id: renewed.id } : refuse(notFound('rubric'))
}

function atTheSameTime(error: unknown): never {
  if (constraintOf(error) !== 'rubric_versions_in_order') throw error
  throw conflict('A new version was written at this very moment. Please look at it first.', 'just_renewed')
}

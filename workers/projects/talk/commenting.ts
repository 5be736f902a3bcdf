import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { members } from '#db/schema/people.ts'
import { projectComments } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { forbidden, notFound, refuse } from '#workers/lib/errors.ts'
import type { WorkSlug } from '../own/inputs.ts'
import { isInCharge } from '../sight.ts'
import type { CommentId, NewComment } from './inputs.ts'
import { isOpenToTalk } from './may-talk.ts'

const COMMENTS: Limit = { what: 'comment', times: 30, minutes: 60 }

const shape = { id: projectComments.id }

export async function comment(ctx: MemberCtx, { slug }: WorkSlug, { words }: NewComment) {
  insistOnGuardian(ctx)
  await countTries(ctx, [[COMMENTS, ctx.member.id]])
  const [said] = await commit(
    ctx,
    ctx.db
      .insert(projectComments)
      .select(
        sql`select ${newId()}::uuid as id, work.id as project_id, ${ctx.member.id}::uuid as member_id, ${words}::text as words, now() as said_at
          from ${projects} work join ${members} maker on maker.id = work.member_id where work.slug = ${slug} and ${isOpenToTalk(ctx)}`,
      )
      .returning(shape),
    fact('work.commented'),
  )
  return said ?? refuse(notFound('work'))
}

// Whoever said it takes it back; the maker keeps the wall, and people in charge keep the house.
export async function removeComment(ctx: MemberCtx, { slug, comment: id }: CommentId) {
  const me = ctx.member.id
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(projectComments)
      .where(
        sql`project_comments.id = ${id}::uuid and exists (select from projects work where work.id = project_comments.project_id and work.slug = ${slug}
          and (project_comments.member_id = ${me}::uuid or work.member_id = ${me}::uuid or ${isInCharge(me)}))`,
      )
      .returning(shape),
    fact('work.comment-removed'),
  )
  return gone ?? refuse(notFound('comment'))
}

export function insistOnGuardian({ member }: MemberCtx) {
  if (member.waiting)
    throw forbidden('guardian_first', 'You can say something to others as soon as your guardian has agreed.')
}

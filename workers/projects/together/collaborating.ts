import { sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { projectCollaborators } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { areAtPeace } from '#workers/mentoring/sight.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import type { WorkSlug } from '../own/inputs.ts'
import type { Collaboration, CollaboratorOf, NewCollaborator } from './inputs.ts'

const MOST = 12

const shape = { id: sql<string>`${projectCollaborators.projectId}`.as('id'), agreedAt: projectCollaborators.agreedAt }

// Named beside a work is only who agreed to that.
export async function askCollaborator(
  ctx: MemberCtx,
  { slug }: WorkSlug,
  { handle, part }: NewCollaborator,
): Promise<Collaboration> {
  const me = ctx.member.id
  const [asked] = await commit(
    ctx,
    ctx.db
      .insert(projectCollaborators)
      .select(
        sql`select work.id as project_id, member.id as member_id, ${part}::text as part, now() as asked_at, null::timestamptz as agreed_at
          from ${projects} work, ${members} member
          where work.slug = ${slug} and work.member_id = ${me}::uuid and work.visibility <> 'me' and member.handle = ${handle}::citext
            and member.id <> ${me}::uuid and member.standing = 'active' and ${isMemberThere('member', nearnessTo('member', me))}
            and ${areAtPeace(sql`member.id`, me)}
            and (select count(*) from ${projectCollaborators} beside where beside.project_id = work.id) < ${MOST}`,
      )
      .onConflictDoUpdate({
        target: [projectCollaborators.projectId, projectCollaborators.memberId],
        set: { part: sql`excluded.part` },
      })
      .returning(shape),
    fact('collaborator.asked', { with: handle }),
  )
  return asked ? { slug, handle, hasAgreed: asked.agreedAt !== null } : refuse(await whyNotAsked(ctx, slug))
}

async function whyNotAsked(ctx: MemberCtx, slug: string) {
  const { rows } = await ctx.db.execute<{ visibility: string }>(
    sql`select visibility from ${projects} where slug = ${slug} and member_id = ${ctx.member.id}::uuid`,
  )
  if (!rows[0]) return notFound('work')
  if (rows[0].visibility === 'me')
    return conflict('Let others see the work first: whoever you ask has to see what it is.', 'still_a_draft')
  return invalid([{ path: 'handle', message: 'Nobody of this name could be asked. Look for them among the members.' }])
}

const isAsked = ({ member }: MemberCtx, slug: string) =>
  sql`member_id = ${member.id}::uuid and project_id = (select work.id from projects work where work.slug = ${slug})`

export async function agree(ctx: MemberCtx, { slug }: WorkSlug): Promise<Collaboration> {
  const [agreed] = await commit(
    ctx,
    ctx.db
      .update(projectCollaborators)
      .set({ agreedAt: sql`coalesce(agreed_at, now())` })
      .where(isAsked(ctx, slug))
      .returning(shape),
    fact('collaborator.agreed'),
  )
  return agreed ? { slug, handle: ctx.member.handle, hasAgreed: true } : refuse(notFound('question'))
}

// The maker takes a name off, and whoever was asked says no, also later.
export async function leaveOut(ctx: MemberCtx, { slug, handle }: CollaboratorOf): Promise<Collaboration> {
  const me = ctx.member.id
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(projectCollaborators)
      .where(
        sql`member_id = (select member.id from members member where member.handle = ${handle}::citext)
          and project_id = (select work.id from projects work where work.slug = ${slug}
            and (work.member_id = ${me}::uuid or project_collaborators.member_id = ${me}::uuid))`,
      )
      .returning(shape),
    fact('collaborator.left'),
  )
  return gone ? { slug, handle, hasAgreed: false } : refuse(notFound('name'))
}

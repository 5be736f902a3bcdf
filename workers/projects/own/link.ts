import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { hashOfLink } from '../sight.ts'
import type { NewLink, WorkLink, WorkSlug, WorkState } from './inputs.ts'
import { isMine } from './may-be.ts'

// A new link takes the place of the one before. The house keeps a mark of it, not the link.
export async function makeLink(ctx: MemberCtx, { slug }: WorkSlug, { days }: NewLink): Promise<WorkLink> {
  const secret = randomBytes(24).toString('base64url')
  const [made] = await commit(
    { ...ctx, once: undefined },
    ctx.db
      .update(projects)
      .set({ linkHash: hashOfLink(secret), linkUntil: sql`now() + make_interval(days => ${days}::int)` })
      .where(sql`${isMine(ctx, slug)} and ${!ctx.member.waiting}::boolean`)
      .returning({ id: projects.id, slug: projects.slug, until: projects.linkUntil }),
    fact('work.link-made'),
  )
  return made?.until
    ? { slug: made.slug, secret, until: made.until.toISOString() }
    : refuse(await whyNotMade(ctx, slug))
}

async function whyNotMade(ctx: MemberCtx, slug: string) {
  const [there] = await ctx.db.select({ id: projects.id }).from(projects).where(isMine(ctx, slug))
  return there
    ? conflict('You can show your works to others as soon as your guardian has agreed.', 'guardian_first')
    : notFound('work')
}

export async function endLink(ctx: MemberCtx, { slug }: WorkSlug): Promise<WorkState> {
  const [ended] = await commit(
    ctx,
    ctx.db
      .update(projects)
      .set({ linkHash: null, linkUntil: null })
      .where(isMine(ctx, slug))
      .returning({ id: projects.id, slug: projects.slug, visibility: projects.visibility }),
    fact('work.link-ended'),
  )
  return ended ?? refuse(notFound('work'))
}

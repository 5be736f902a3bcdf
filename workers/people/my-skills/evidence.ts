import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { memberSkills, skillEvidence, skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import type { NewEvidence } from './inputs.ts'

const MOST_EVIDENCE = 10

// Only for a skill that is among one's own.
export async function addEvidence(ctx: MemberCtx, slug: string, { title, url }: NewEvidence) {
  const me = ctx.member.id
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(skillEvidence)
      .select(
        sql`select ${newId()}::uuid, ${me}::uuid, skill.id, ${title}, ${url}, now() from ${skills} skill
          where skill.slug = ${slug} and exists (select 1 from ${memberSkills} m where m.member_id = ${me} and m.skill_id = skill.id)
            and (select count(*) from ${skillEvidence} e where e.member_id = ${me} and e.skill_id = skill.id) < ${MOST_EVIDENCE}`,
      )
      .returning({ id: skillEvidence.id }),
    fact('skill-evidence.added', { slug }),
  )
  return added ?? refuseEvidence(ctx, slug)
}

export async function removeEvidence(ctx: MemberCtx, id: string) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(skillEvidence)
      .where(and(eq(skillEvidence.id, id), eq(skillEvidence.memberId, ctx.member.id)))
      .returning({ id: skillEvidence.id, title: skillEvidence.title, url: skillEvidence.url }),
    fact('skill-evidence.removed'),
  )
  if (!gone) throw notFound('evidence')
  return gone
}

async function refuseEvidence(ctx: MemberCtx, slug: string): Promise<never> {
  const [mine] = await ctx.db
    .select({ id: skills.id })
    .from(skills)
    .innerJoin(memberSkills, and(eq(memberSkills.skillId, skills.id), eq(memberSkills.memberId, ctx.member.id)))
    .where(eq(skills.slug, slug))
  throw mine
    ? conflict(`${MOST_EVIDENCE} pieces of evidence for one skill say enough.`, 'enough')
    : notFound('skill among yours')
}

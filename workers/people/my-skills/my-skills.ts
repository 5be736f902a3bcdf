import { and, eq, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { memberSkills, skillEvidence, skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import { saidOfOneself } from '#workers/mentoring/growth/claims.ts'
import type { Assessment, KeptSkill, MySkill, MySkills, SkillBond } from './inputs.ts'
import { myWords } from './words.ts'

export const MOST_SKILLS = 40

export const mySkills = (memberId: string): Shelf<MySkill> => sql`
  select skill.slug, skill.name, skill.category, mine.bond, mine.level, mine.assessed_at as "assessedAt", skill.ladder,
    (select coalesce(json_agg(json_build_object('id', proof.id, 'title', proof.title, 'url', proof.url) order by proof.added_at, proof.id), '[]')
      from ${skillEvidence} proof where proof.member_id = mine.member_id and proof.skill_id = mine.skill_id) as evidence
  from ${memberSkills} mine join ${skills} skill on skill.id = mine.skill_id
  where mine.member_id = ${memberId} order by mine.bond desc, skill.name`

export const readMySkills = (ctx: MemberCtx): Promise<MySkills> =>
  readTogether(ctx.db, { skills: mySkills(ctx.member.id), words: myWords(ctx.member.id) })

// Taking a skill up and saying anew where one stands are the same: it is so from now on.
export async function keepSkill(ctx: MemberCtx, { slug, bond }: SkillBond, assessment: Assessment): Promise<KeptSkill> {
  const { level } = assessment
  const mine = sql`${memberSkills} m where m.member_id = ${ctx.member.id} and m.bond = ${bond}`
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(memberSkills)
      .select(
        sql`select ${ctx.member.id}::uuid, skill.id, ${bond}, ${level}::int, ${sinceWhen(assessment)} from ${skills} skill
          where skill.slug = ${slug} and ((select count(*) from ${mine}) < ${MOST_SKILLS}
            or exists (select 1 from ${mine} and m.skill_id = skill.id))`,
      )
      .onConflictDoUpdate({
        target: [memberSkills.memberId, memberSkills.skillId, memberSkills.bond],
        set: { level: sql`excluded.level`, assessedAt: sql`excluded.assessed_at` },
      })
      .returning(shown),
    fact('skill.kept', { slug, bond, level }),
    saidOfOneself,
  )
  if (!kept) throw await whyNot(ctx, slug)
  return { slug, bond, level: kept.level, assessedAt: kept.assessedAt?.toISOString() ?? null }
}

// Hands back what was said, so that it can be taken up again; evidence waits for that.
export async function letGoOfSkill(ctx: MemberCtx, { slug, bond }: SkillBond): Promise<KeptSkill> {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(memberSkills)
      .where(
        and(
          eq(memberSkills.memberId, ctx.member.id),
          eq(memberSkills.bond, bond),
          sql`${memberSkills.skillId} = (select id from ${skills} where slug = ${slug})`,
        ),
      )
      .returning(shown),
    fact('skill.let-go', { slug, bond }),
  )
  if (!gone) throw notFound('skill among yours')
  return { slug, bond, level: gone.level, assessedAt: gone.assessedAt?.toISOString() ?? null }
}

const shown = {
  id: sql<string>`${memberSkills.memberId}`.as('id'),
  skillId: memberSkills.skillId,
  level: memberSkills.level,
  assessedAt: memberSkills.assessedAt,
}

const sinceWhen = ({ level, assessedAt }: Assessment) =>
  level === null
    ? sql`null::timestamptz`
    : sql`greatest(least(coalesce(${assessedAt ?? null}::timestamptz, now()), now()), '2000-01-01'::timestamptz)`

async function whyNot(ctx: MemberCtx, slug: string) {
  const [skill] = await ctx.db.select({ id: skills.id }).from(skills).where(eq(skills.slug, slug))
  return skill
    ? conflict(`${MOST_SKILLS} skills are enough for one profile. Let one go to make room.`, 'enough')
    : notFound('skill')
}

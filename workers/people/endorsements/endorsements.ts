import { type SQL, sql } from 'drizzle-orm'
import { sqlState } from '#db/patience.ts'
import { endorsements } from '#db/schema/people/endorsements.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { forbidden, notFound, refuse, signInFirst } from '#workers/lib/errors.ts'
import { isMemberThere, isPartOpen, nearnessTo } from '../profiles/visibility.ts'
import type { EndorsedSkill, EndorsementForm, WordsOfPraise } from './inputs.ts'

const NOT_TOGETHER = '23503'

// Said again, the newer words count. Whether the two have worked together is the foreign key's to decide.
export async function endorse(ctx: MemberCtx, { handle, skill, words }: EndorsedSkill & WordsOfPraise) {
  const said = ctx.db
    .insert(endorsements)
    .select(
      sql`select member.id, skill.id, ${ctx.member.id}::uuid, ${words}, now() from ${theirSkill(ctx, handle, skill)}`,
    )
    .onConflictDoUpdate({
      target: [endorsements.memberId, endorsements.skillId, endorsements.endorserId],
      set: { words: sql`excluded.words`, at: sql`excluded.at` },
    })
    .returning({ id: sql<string>`${endorsements.memberId}`.as('id') })
  const rows = await commit(ctx, said, fact('endorsement.given', { skill, endorser: ctx.member.handle })).catch(explain)
  return rows.length > 0 ? { skill } : refuse(notFound('skill on this profile'))
}

export async function takeBackEndorsement(ctx: MemberCtx, { handle, skill }: EndorsedSkill) {
  const taken = ctx.db
    .delete(endorsements)
    .where(
      sql`${endorsements.endorserId} = ${ctx.member.id}
        and ${endorsements.memberId} = (select id from ${members} where handle = ${handle}::citext)
        and ${endorsements.skillId} = (select id from ${skills} where slug = ${skill})`,
    )
    .returning({ id: sql<string>`${endorsements.memberId}`.as('id') })
  const rows = await commit(ctx, taken, fact('endorsement.taken-back', { skill, endorser: ctx.member.handle }))
  return rows.length > 0 ? { skill } : refuse(notFound('endorsement'))
}

// On the page, which is open to guests too.
export const answerForm =
  (handle: string) =>
  (ctx: Ctx, { takeBack, ...said }: EndorsementForm) => {
    const { member } = ctx
    if (!member) throw signInFirst()
    const mine = { ...ctx, member }
    return takeBack ? takeBackEndorsement(mine, { handle, skill: said.skill }) : endorse(mine, { handle, ...said })
  }

// Only what the endorser can see on a profile can be endorsed there.
function theirSkill({ member: { id } }: MemberCtx, handle: string, skill: string): SQL {
  const near = nearnessTo('member', id)
  return sql`${members} member
    join ${skills} skill on skill.slug = ${skill} and skill.shown
    join ${members} endorser on endorser.id = ${id}::uuid and endorser.standing in ('active', 'leaving')
    where member.handle = ${handle}::citext and member.standing in ('active', 'leaving')
      and ${isMemberThere('member', near, id)} and ${isPartOpen('skills', 'member', near)}
      and exists (select from ${memberSkills} its where its.member_id = member.id and its.skill_id = skill.id)`
}

function explain(error: unknown): never {
  if (sqlState(error) !== NOT_TOGETHER) throw error
  throw forbidden('not_worked_together', 'Only people who have worked with a member can say this about them.')
}

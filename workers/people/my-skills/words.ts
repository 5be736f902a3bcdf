import { and, eq, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { skills, skillWords } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import type { MyWord, SkillWord } from './inputs.ts'

const MOST_WORDS = 20

// What no skill names is kept as it was said, with the skills that come near it.
export const myWords = (memberId: string): Shelf<MyWord> => sql`
  select mine.bond, mine.word, (select coalesce(json_agg(json_build_object('slug', near.slug, 'name', near.name)), '[]') from (
      select skill.slug, skill.name from skills_that_sound_like(mine.word::text, null, null) heard
      join ${skills} skill on skill.id = heard.id order by heard.closeness desc, skill.name limit 3) near) as near
  from ${skillWords} mine where mine.member_id = ${memberId} order by mine.bond desc, mine.word`

export async function keepWord(ctx: MemberCtx, { bond, word }: SkillWord) {
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(skillWords)
      .select(
        sql`select ${ctx.member.id}::uuid, ${bond}, ${word}::citext
          where (select count(*) from ${skillWords} where member_id = ${ctx.member.id}) < ${MOST_WORDS}`,
      )
      .onConflictDoUpdate({
        target: [skillWords.memberId, skillWords.bond, skillWords.word],
        set: { word: sql`excluded.word` },
      })
      .returning(shown),
    fact('skill-word.kept', { bond, word }),
  )
  if (!kept) throw conflict(`${MOST_WORDS} words of your own are enough. Let one go to make room.`, 'enough')
  return { bond, word }
}

export async function letGoOfWord(ctx: MemberCtx, { bond, word }: SkillWord) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(skillWords)
      .where(and(eq(skillWords.memberId, ctx.member.id), eq(skillWords.bond, bond), eq(skillWords.word, word)))
      .returning(shown),
    fact('skill-word.let-go', { bond, word }),
  )
  if (!gone) throw notFound('word among yours')
  return { bond, word }
}

const shown = { id: sql<string>`${skillWords.memberId}`.as('id') }

import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { readTogether, type Shelf } from '#db/reading.ts'
import { wishes } from '#db/schema/matching/wishes.ts'
import { recommendationAnswers, recommendations } from '#db/schema/matching.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import type { Apart, MyWishes, NewWish, Wish, WishId } from './inputs.ts'

const MOST = 12

export const readMyWishes = ({ db, member }: MemberCtx): Promise<MyWishes> =>
  readTogether(db, { wishes: wishesOf(member.id), apart: apartFrom(member.id) })

// What a page for asking needs: one's own wishes, and what one may ask for.
export const readWishesPage = ({ db, member }: MemberCtx) =>
  readTogether(db, { wishes: wishesOf(member.id), apart: apartFrom(member.id), skills: catalogue })

const catalogue: Shelf<{ slug: string; name: string }> = sql`select slug, name from ${skills} where shown order by name`

const wishesOf = (memberId: string): Shelf<Wish> => sql`
  select wish.id, wish.strength, wish.language, wish.experience,
    case when skill.id is not null then json_build_object('slug', skill.slug, 'name', skill.name) end as skill
  from ${wishes} wish left join ${skills} skill on skill.id = wish.skill_id
  where wish.member_id = ${memberId}::uuid order by wish.at, wish.id`

const apartFrom = (memberId: string): Shelf<MyWishes['apart'][number]> => sql`
  select distinct member.handle, member.name from ${recommendationAnswers} answered join ${members} member on member.id = answered.other_id
  where answered.member_id = ${memberId}::uuid and answered.because = 'not-with-them'
    and ${isMemberThere('member', nearnessTo('member', memberId), memberId)} order by member.name, member.handle`

// Nobody else reads it; it only says who is suggested to whom.
export async function keepWish(ctx: MemberCtx, { strength, ...asked }: NewWish) {
  const { language, skill, experience } = { ...NOTHING, ...asked }
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(wishes)
      .select(
        sql`select ${newId()}::uuid, asking.id, ${strength}, ${language}::text, (select id from ${skills} where slug = ${skill}), ${experience}::text, now()
          from ${members} asking where asking.id = ${ctx.member.id}::uuid
            and (${skill}::text is null or exists (select from ${skills} where slug = ${skill} and shown))
            and (select count(*) from ${wishes} where member_id = asking.id) < ${MOST}`,
      )
      .onConflictDoUpdate({
        target: [wishes.memberId, wishes.language, wishes.skillId, wishes.experience],
        set: { strength },
      })
      .returning(theirs),
    fact('wish.kept'),
  )
  return kept ?? refuse(await whyNot(ctx))
}

const NOTHING = { language: null, skill: null, experience: null }

async function whyNot(ctx: MemberCtx) {
  const { wishes } = await readMyWishes(ctx)
  return wishes.length >= MOST ? conflict(`${MOST} are enough. Let one go to make room.`, 'enough') : notFound('skill')
}

// Let go, it speaks for nobody any more, from this moment on.
export async function letGoOfWish(ctx: MemberCtx, { id }: WishId) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(wishes)
      .where(sql`${wishes.id} = ${id}::uuid and ${wishes.memberId} = ${ctx.member.id}::uuid`)
      .returning(theirs),
    fact('wish.let-go'),
    unsaid,
  )
  return gone ?? refuse(notFound('wish'))
}

const unsaid = (changed: SQL) => sql`
  update ${recommendations} suggested set told = suggested.told || jsonb_build_object('reasons', (
    select coalesce(jsonb_agg(reason), '[]') from jsonb_array_elements(suggested.told -> 'reasons') reason where reason ->> 'topic' <> 'wishes'))
  from ${changed} where suggested.member_id = changed.id`

const theirs = { id: sql<string>`${wishes.memberId}`.as('id') }

// Both may be suggested to each other again.
export async function takeBackApart(ctx: MemberCtx, { handle }: Apart) {
  const [back] = await commit(
    ctx,
    ctx.db
      .delete(recommendationAnswers)
      .where(
        sql`${recommendationAnswers.memberId} = ${ctx.member.id}::uuid and ${recommendationAnswers.because} = 'not-with-them'
          and ${recommendationAnswers.otherId} = (select id from ${members} where handle = ${handle}::citext)`,
      )
      .returning({ id: sql<string>`${recommendationAnswers.memberId}`.as('id') }),
    fact('suggestion.answered', { handle, answer: 'taken-back' }),
  )
  return back ?? refuse(notFound('member whom you would rather not be with'))
}

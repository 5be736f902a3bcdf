import { type SQL, sql } from 'drizzle-orm'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { isOneOf, theTwoAreAtPeace } from '../sight.ts'
import type { LastWords, PairOfWords } from './inputs.ts'

const saidBy = (memberId: string) => sql`exists (select from ${farewells} said
  where said.mentorship_id = pair.id and said.by_id = ${memberId}::uuid and said.testimonial <> '')`

// It is over, the other one is still here, and neither has shut the door. `pair` is the table mentorships.
const isOver = (memberId: string): SQL => sql`(pair.state = 'closed' and ${isOneOf(memberId)} and ${theTwoAreAtPeace}
  and (select count(*) from ${members} one where one.id in (pair.mentor_id, pair.participant_id) and one.standing in ('active', 'leaving')) = 2)`

export const mayStillSay = (memberId: string): SQL => sql`(${isOver(memberId)} and not ${saidBy(memberId)})`

// Whoever brought it to an end said what they wanted to say; the other one may as well, once.
export async function sayLastWords(ctx: MemberCtx, { id }: PairOfWords, words: LastWords) {
  const { rating, testimonial, mayBeShown, privateWords } = words
  const [said] = await commit(
    ctx,
    ctx.db
      .insert(farewells)
      .select(
        sql`select pair.id, ${ctx.member.id}::uuid, ${rating ?? null}::int, ${privateWords}, ${testimonial}, ${mayBeShown}::boolean,
          null::timestamptz, false, now() from ${mentorships} pair where pair.id = ${id}::uuid and ${mayStillSay(ctx.member.id)}`,
      )
      .onConflictDoUpdate({
        target: [farewells.mentorshipId, farewells.byId],
        set: addedTo,
        setWhere: sql`${farewells.testimonial} = ''`,
      })
      .returning({
        id: sql<string>`${farewells.mentorshipId}`.as('id'),
        mentorshipId: sql<string>`${farewells.mentorshipId}`.as('mentorship_id'),
      }),
    testimonial !== '' && mayBeShown ? pairFact('testimonial.given', { words: testimonial }) : fact('farewell.said'),
  )
  return said ? { id } : refuse(await whyNot(ctx, id))
}

// Who brought it to an end without a word has said how it was, and keeps that.
const addedTo = {
  rating: sql`coalesce(excluded.rating, ${farewells.rating})`,
  privateWords: sql`case when excluded.private_words = '' then ${farewells.privateWords} else excluded.private_words end`,
  testimonial: sql`excluded.testimonial`,
  mayBeShown: sql`excluded.may_be_shown`,
  at: sql`now()`,
}

async function whyNot({ db, member }: MemberCtx, id: string) {
  const { rows } = await db.execute<{ said: boolean }>(
    sql`select ${saidBy(member.id)} as said from ${mentorships} pair where pair.id = ${id}::uuid and ${isOver(member.id)}`,
  )
  return rows[0]?.said
    ? conflict('You have said your words already, and they are kept.', 'already_said')
    : notFound('mentorship that has ended')
}

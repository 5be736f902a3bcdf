import { type SQL, sql } from 'drizzle-orm'
import { suggestedThings } from '#db/schema/matching/things.ts'
import { recommendationAnswers, recommendations } from '#db/schema/matching.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { Answer, Whom } from './inputs.ts'

// To come back to, or not for me. Only what was suggested can be answered.
export async function answerSuggestion(ctx: MemberCtx, whom: Whom, { answer, because }: Answer) {
  const said = { answer, because: answer === 'dismissed' ? because : null }
  const told = fact('suggestion.answered', { ...whom, ...said })
  const [answered] =
    whom.kind === 'group' || whom.kind === 'session'
      ? await commit(ctx, aboutThing(ctx, thingNamed(whom), said), told)
      : await commit(ctx, aboutPerson(ctx, whom, said), told)
  return answered ?? refuse(notFound('suggestion'))
}

const aboutPerson = ({ db, member }: MemberCtx, { kind, name }: Whom, said: Answer) =>
  db
    .insert(recommendationAnswers)
    .select(
      sql`select suggested.member_id, suggested.kind, suggested.other_id, ${said.answer}, ${said.because}, now()
        from ${recommendations} suggested join ${members} other on other.id = suggested.other_id
        where suggested.member_id = ${member.id}::uuid and suggested.kind = ${kind} and other.handle = ${name}::citext`,
    )
    .onConflictDoUpdate({
      target: [recommendationAnswers.memberId, recommendationAnswers.kind, recommendationAnswers.otherId],
      set: { ...said, at: sql`now()` },
    })
    .returning({ id: sql<string>`${recommendationAnswers.memberId}`.as('id') })

const aboutThing = ({ db, member }: MemberCtx, which: SQL, said: Answer) =>
  db
    .update(suggestedThings)
    .set({ ...said, answeredAt: sql`now()` })
    .where(sql`${suggestedThings.memberId} = ${member.id}::uuid and ${which}`)
    .returning({ id: sql<string>`${suggestedThings.memberId}`.as('id') })

const thingNamed = ({ kind, name }: Whom) =>
  kind === 'group'
    ? sql`${suggestedThings.programId} = (select id from ${programs} where slug = ${name})`
    : sql`${suggestedThings.sessionId} = (select id from ${sessions} where slug = ${name})`

import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { mentorships, mentorshipRequests as requests } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { PairId } from '../mentorships/inputs.ts'
import { DAYS_TO_ANSWER, takesRequestsOf } from '../requests/asking.ts'
import type { Change } from './inputs.ts'
import { pairToChange } from './looking.ts'
import { mayChange } from './who.ts'

// One mentorship ends and another mentor is asked, in one moment: where nobody can be asked, nothing ends.
export async function changeMentor(ctx: MemberCtx, { id }: PairId, change: Change) {
  return transact(ctx, async (within) => {
    const [ended] = await commit(
      within,
      ending(ctx, within, id),
      pairFact('mentorship.closed', { because: 'changed-mentor' }),
    )
    if (!ended) throw await whyNot({ ...ctx, db: within.db }, id)
    const brings = ended.participantId === ctx.member.id ? change.brings : null
    const [request] = await commit(
      within,
      asking(within, id, change, brings),
      fact('mentorship.asked', { mentor: change.mentor }),
      ...(brings === null ? [fact('mentorship.change-asked')] : []),
    ).catch(askedAlready)
    if (!request)
      throw invalid([
        {
          path: 'mentor',
          message: 'This mentor has no room right now. Please choose somebody else; nothing has ended yet.',
        },
      ])
    return { id, request: request.id }
  })
}

const ending = ({ member }: MemberCtx, { db }: Ctx, id: string) =>
  db
    .update(mentorships)
    .set({
      state: 'closed',
      closedAt: sql`now()`,
      closedById: member.id,
      closedBecause: 'changed-mentor',
      pausedUntil: null,
      turn: 'nobody',
    })
    .where(sql`${eq(mentorships.id, id)} and ${mentorships.state} <> 'closed'
      and exists (select from ${mentorships} pair where pair.id = ${id}::uuid and ${mayChange(member.id)})`)
    .returning({
      id: mentorships.id,
      participantId: mentorships.participantId,
      mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id'),
    })

const asking = ({ db }: Ctx, pairId: string, { mentor, words }: Change, brings: boolean | null) =>
  db
    .insert(requests)
    .select(
      sql`select ${newId()}::uuid, was.participant_id, mentor.id, was.program_id,
          case when was.format = 'group' then 'one-to-one' else was.format end, was.skill_id, ${words}, 'waiting', null, null, null,
          now() + make_interval(days => ${DAYS_TO_ANSWER}), null::uuid, was.id, ${brings}::boolean, now(), null::timestamptz
        from ${mentorships} was cross join ${members} mentor left join ${availability} times on times.member_id = mentor.id
        where was.id = ${pairId}::uuid and mentor.handle = ${mentor}::citext and mentor.id <> was.mentor_id
          and ${takesRequestsOf(sql`was.participant_id`)}`,
    )
    .returning({ id: requests.id })

function askedAlready(error: unknown): never {
  if (constraintOf(error) !== 'mentorship_requests_once_at_a_time') throw error
  throw invalid([{ path: 'mentor', message: 'This mentor was asked already, and has not answered yet.' }])
}

async function whyNot(ctx: MemberCtx, id: string) {
  const pair = await pairToChange(ctx, id)
  return pair ? conflict('This mentorship has ended already.', 'already_so') : notFound('mentorship')
}

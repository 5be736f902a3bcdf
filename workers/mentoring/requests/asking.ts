import { eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { readTogether, type Shelf } from '#db/reading.ts'
import { blocks, mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { availability } from '#db/schema/people/availability.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound, refuse } from '#workers/lib/errors.ts'
import type { NewRequest } from './inputs.ts'

// So long a mentor has to answer before the request goes on to somebody else.
export const DAYS_TO_ANSWER = 7

const AT_ONCE = 5

export async function askForMentorship(ctx: MemberCtx, asked: NewRequest) {
  if (ctx.member.waiting) throw forbidden('waiting', 'Your guardian has to agree before you can ask somebody.')
  const id = newId()
  const [request] = await commit(
    ctx,
    written(ctx, id, asked),
    fact('mentorship.asked', { mentor: asked.mentor }),
  ).catch(explain)
  return request ?? refuse(await whyNot(ctx, asked))
}

// Whom it goes to, and whether it may, is decided as it is written.
const written = (ctx: MemberCtx, id: string, { mentor, skill, program, format, words }: NewRequest) =>
  ctx.db
    .insert(mentorshipRequests)
    .select(
      sql`select ${id}::uuid, ${ctx.member.id}::uuid, mentor.id, (select id from ${programs} where slug = ${program ?? null}),
          ${format}, (select id from ${skills} where slug = ${skill ?? null}), ${words}, 'waiting', null, null, null,
          now() + make_interval(days => ${DAYS_TO_ANSWER}), null::uuid, null::uuid, null::boolean, now(), null::timestamptz
        from ${members} mentor left join ${availability} times on times.member_id = mentor.id
        where mentor.handle = ${mentor}::citext and ${takesRequests(ctx.member.id)}
          and (select count(*) from ${mentorshipRequests} open
            where open.participant_id = ${ctx.member.id}::uuid and open.state in ('waiting', 'asked')) < ${AT_ONCE}`,
    )
    .returning({ id: mentorshipRequests.id, state: mentorshipRequests.state })

// A mentor who is here, not away, has room, and whom neither of the two has blocked.
export const takesRequestsOf = (participantId: SQL) => sql`(
  mentor.id <> ${participantId} and mentor.standing = 'active' and mentor.roles @> array['mentor']
  and (times.paused_until is null or times.paused_until <= current_date)
  and coalesce((select seat.taken from ${mentorSeats} seat where seat.mentor_id = mentor.id), 0) < coalesce(times.mentees_at_most, 0)
  and not exists (select from ${blocks} block
    where (block.member_id, block.blocked_id) in ((mentor.id, ${participantId}), (${participantId}, mentor.id)))
  and not exists (select from ${mentorships} pair
    where pair.mentor_id = mentor.id and pair.participant_id = ${participantId} and pair.state <> 'closed'))`

export const takesRequests = (participantId: string) => takesRequestsOf(sql`${participantId}::uuid`)

function explain(error: unknown): never {
  if (constraintOf(error) !== 'mentorship_requests_once_at_a_time') throw error
  throw conflict('You asked this mentor already; your words are still with them.', 'already_asked')
}

type Room = { is_here: boolean; is_full: boolean; together: boolean; open: number }

async function whyNot({ db, member }: MemberCtx, { mentor }: NewRequest) {
  const { found } = await readTogether(db, { found: roomOf(mentor, member.id) })
  const [room] = found
  if (!room?.is_here) return notFound('mentor')
  if (room.together) return conflict('You two work together already.', 'already_together')
  if (room.open >= AT_ONCE)
    return conflict(
      `${AT_ONCE} mentors have your words already. Wait for one of them, or take one back.`,
      'asked_enough',
    )
  return conflict('This mentor has no room right now. Somebody else may: look who has.', 'no_room')
}

const roomOf = (handle: string, participantId: string): Shelf<Room> => sql`
  select mentor.standing = 'active' and mentor.id <> ${participantId}::uuid and mentor.roles @> array['mentor']
      and not exists (select from ${blocks} block
        where (block.member_id, block.blocked_id) in ((mentor.id, ${participantId}::uuid), (${participantId}::uuid, mentor.id))) as is_here,
    exists (select from ${mentorships} pair where pair.mentor_id = mentor.id
      and pair.participant_id = ${participantId}::uuid and pair.state <> 'closed') as together,
    (select count(*)::int from ${mentorshipRequests} open
      where open.participant_id = ${participantId}::uuid and open.state in ('waiting', 'asked')) as open
  from ${members} mentor where ${eq(sql`mentor.handle`, sql`${handle}::citext`)}`

import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { mentorSeats, mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { availability } from '#db/schema/people/availability.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { wayBehind } from '../changes/looking.ts'
import { circlesLedBy } from '../circles/circles.ts'
import type { AskedPage, AskedRequest, RequestSearch } from './inputs.ts'
import { waits } from './waits.ts'

const PAGE = 20

const asCard = (who: 'participant_id' | 'mentor_id') => sql`
  select request.id, request.state, request.format, request.words, request.question, request.answer, request.reason,
    request.created_at as "askedAt", request.answer_by as "answerBy", request.decided_at as "decidedAt",
    skill.name as skill, program.name as program, request.changes_from is not null as changes, request.brings,
    case when ${who === 'participant_id' ? sql`request.brings` : sql`true`} and request.changes_from is not null then ${wayBehind(sql`request.changes_from`)} end as way,
    json_build_object('handle', who.handle, 'name', who.name, 'portrait', who.portrait, 'craft', who.craft) as who
  from ${mentorshipRequests} request
    join ${members} who on who.id = ${sql.identifier('request')}.${sql.identifier(who)}
    left join ${skills} skill on skill.id = request.skill_id
    left join ${programs} program on program.id = request.program_id`

// Whoever has waited longest stands first.
const oldest = pages<AskedPage>({
  name: 'requests',
  rows: sql`${asCard('participant_id')}
    where request.mentor_id = ${slot('mentor')}::uuid and request.state in ('waiting', 'asked')
      and ${whenGiven('id', sql`(request.created_at, request.id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by request.created_at, request.id limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("askedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readQueue({ db, member }: MemberCtx, { after }: RequestSearch) {
  const [id, since] = after ?? []
  return oldest(db, { mentor: member.id, id, since })
}

// The queue with what stands around it: the room there is, and how fast one answers.
export async function readQueuePage(ctx: MemberCtx, search: RequestSearch) {
  const { id } = ctx.member
  const [page, { room, me, waited, circles }] = await Promise.all([
    readQueue(ctx, search),
    readTogether(ctx.db, { room: roomOf(id), me: zoneOf(id), waited: waits(id), circles: circlesLedBy(id) }),
  ])
  return { page, room: room[0] ?? NO_ROOM, me: me[0] ?? { timeZone: 'UTC' }, waits: waited[0], circles }
}

const NO_ROOM: Room = { menteesAtMost: 0, taken: 0, pausedUntil: null }

export const zoneOf = (memberId: string): Shelf<{ timeZone: string }> =>
  sql`select time_zone as "timeZone" from ${members} where id = ${memberId}::uuid`

export type Room = { menteesAtMost: number; taken: number; pausedUntil: string | null }

export const roomOf = (mentorId: string): Shelf<Room> => sql`
  select coalesce(times.mentees_at_most, 0) as "menteesAtMost", coalesce(seat.taken, 0) as taken, times.paused_until as "pausedUntil"
  from (select ${mentorId}::uuid as id) mentor
    left join ${availability} times on times.member_id = mentor.id left join ${mentorSeats} seat on seat.mentor_id = mentor.id`

// What somebody asked for themselves: what is open first, then what was answered lately.
export const askedBy = (participantId: string): Shelf<AskedRequest> => sql`
  ${asCard('mentor_id')} where request.participant_id = ${participantId}::uuid
    and (request.state in ('waiting', 'asked') or request.decided_at > now() - interval '30 days')
  order by request.state in ('waiting', 'asked') desc, request.created_at desc, request.id limit 20`

export async function readAsked(ctx: MemberCtx) {
  const { asked } = await readTogether(ctx.db, { asked: askedBy(ctx.member.id) })
  return { requests: asked }
}

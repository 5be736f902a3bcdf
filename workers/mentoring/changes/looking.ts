import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorSeats, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import type { PairId } from '../mentorships/inputs.ts'
import { takesRequestsOf } from '../requests/asking.ts'
import { mayChange } from './who.ts'

type ToChange = {
  id: string
  state: 'active' | 'paused' | 'closed'
  skill: string | null
  mentor: string
  participant: string
  side: 'mentor' | 'participant' | 'organiser'
}

const toChange = (me: string, id: string): Shelf<ToChange> => sql`
  select pair.id, pair.state, skill.name as skill, mentor.name as mentor, participant.name as participant,
    case ${me}::uuid when pair.mentor_id then 'mentor' when pair.participant_id then 'participant' else 'organiser' end as side
  from ${mentorships} pair join ${members} mentor on mentor.id = pair.mentor_id
    join ${members} participant on participant.id = pair.participant_id left join ${skills} skill on skill.id = pair.skill_id
  where pair.id = ${id}::uuid and ${mayChange(me)}`

export async function pairToChange({ db, member }: MemberCtx, id: string) {
  return (await readTogether(db, { pair: toChange(member.id, id) })).pair[0]
}

type Suggested = { handle: string; name: string; portrait: string | null; craft: string; free: number }

const MOST = 8

// Who teaches the same, has room and may be asked by this participant; whoever has most room stands first.
const suggested = (me: string, id: string): Shelf<Suggested> => sql`
  select mentor.handle, mentor.name, mentor.portrait, mentor.craft, ${room} as free
  from ${mentorships} pair cross join ${members} mentor join ${availability} times on times.member_id = mentor.id
  where pair.id = ${id}::uuid and ${mayChange(me)} and mentor.id <> pair.mentor_id and ${takesRequestsOf(sql`pair.participant_id`)}
    and (pair.skill_id is null or exists (select from ${memberSkills} taught
      where taught.member_id = mentor.id and taught.skill_id = pair.skill_id and taught.bond = 'teaches'))
    and exists (select from ${members} member where member.id = mentor.id and ${isMemberThere('member', nearnessTo('member', me), me)})
  order by ${room} desc, mentor.name, mentor.id limit ${MOST}`

const room = sql`times.mentees_at_most - coalesce((select seat.taken from ${mentorSeats} seat where seat.mentor_id = mentor.id), 0)`

export async function readChange({ db, member }: MemberCtx, { id }: PairId) {
  const { pair, mentors } = await readTogether(db, { pair: toChange(member.id, id), mentors: suggested(member.id, id) })
  return { pair: pair[0] ?? nobodys(), mentors }
}

function nobodys(): never {
  throw notFound('mentorship')
}

// What the next mentor gets to know once the participant agrees: what it was for, what was made, what is still open.
export const wayBehind = (was: SQL): SQL => sql`(
  select json_build_object('mentor', former.name, 'aim', pair.aim, 'since', pair.started_at, 'until', pair.closed_at,
    'done', (select coalesce(json_agg(made.title order by made.at desc), '[]') from (
      select task.title, task.done_at as at from ${tasks} task where task.mentorship_id = pair.id and task.state = 'done'
      order by task.done_at desc limit 12) made),
    'open', (select count(*)::int from ${tasks} task where task.mentorship_id = pair.id and task.state in ('set', 'accepted', 'again')),
    'goals', (select coalesce(json_agg(goal.title order by goal.set_at), '[]') from ${goals} goal
      where goal.mentorship_id = pair.id and goal.seen_by <> 'me' and goal.dropped_at is null and goal.reached_at is null))
  from ${mentorships} pair join ${members} former on former.id = pair.mentor_id where pair.id = ${was})`

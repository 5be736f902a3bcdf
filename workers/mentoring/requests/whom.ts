import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import { takesRequests } from './asking.ts'
import { waits } from './waits.ts'

export type ToAsk = {
  handle: string
  name: string
  portrait: string | null
  craft: string
  skills: { slug: string; name: string }[]
  menteesAtMost: number
  taken: number
  takesRequests: boolean
  together: boolean
  isAsked: boolean
}

// Everything the page needs on which somebody asks: who it is, whether there is room, and how long others waited.
export async function readMentorToAsk({ db, member: { id } }: MemberCtx, { handle }: { handle: string }) {
  const { mentor, waited } = await readTogether(db, { mentor: whom(handle, id), waited: waits() })
  return { mentor: mentor[0] ?? nobody(), waits: waited[0] }
}

const whom = (handle: string, participantId: string): Shelf<ToAsk> => sql`
  select mentor.handle, mentor.name, mentor.portrait, mentor.craft,
    (select coalesce(json_agg(json_build_object('slug', skill.slug, 'name', skill.name) order by skill.name), '[]')
      from ${memberSkills} taught join ${skills} skill on skill.id = taught.skill_id
      where taught.member_id = mentor.id and taught.bond = 'teaches' and skill.shown) as skills,
    coalesce(times.mentees_at_most, 0) as "menteesAtMost",
    coalesce((select taken from ${mentorSeats} where mentor_id = mentor.id), 0) as taken,
    ${takesRequests(participantId)} as "takesRequests",
    exists (select from ${mentorships} pair where pair.mentor_id = mentor.id and pair.participant_id = ${participantId}::uuid
      and pair.state <> 'closed') as together,
    exists (select from ${mentorshipRequests} open where open.mentor_id = mentor.id and open.participant_id = ${participantId}::uuid
      and open.state in ('waiting', 'asked')) as "isAsked"
  from (select * from ${members} where handle = ${handle}::citext and roles @> array['mentor']) mentor
    left join ${availability} times on times.member_id = mentor.id
  where mentor.id <> ${participantId}::uuid and ${isThere(participantId)}`

const isThere = (readerId: string) =>
  sql`exists (select from ${members} member where member.id = mentor.id and ${isMemberThere('member', nearnessTo('member', readerId), readerId)})`

function nobody(): never {
  throw notFound('mentor')
}

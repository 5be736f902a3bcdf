import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { type PairingGroup, pairingGroupMentors, pairingGroups } from '#db/schema/mentoring/pairings.ts'
import { programApplications } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { teachersOf } from '../reading.ts'

// Mentors whom the program said yes to: only they are in its groups.
export const mentorsOf = (program: SQL) => sql`
  select applied.member_id as id from ${programApplications} applied
  where applied.program_id = ${program} and applied.part = 'mentor' and applied.state = 'accepted'`

const mentorsIn = (group: SQL) => sql`
  select teaching.mentor_id from ${pairingGroupMentors} teaching
  where teaching.group_id = ${group}.id and teaching.mentor_id in (${mentorsOf(sql`${group}.program_id`)})`

// How many work with them in this program already, or wait for their answer.
export const begunWith = (group: SQL) => sql`(
  (select count(*) from ${mentorships} pair where pair.program_id = ${group}.program_id and pair.state <> 'closed'
    and pair.mentor_id in (${mentorsIn(group)}))
  + (select count(*) from ${mentorshipRequests} open where open.program_id = ${group}.program_id and open.state in ('waiting', 'asked')
    and open.mentor_id in (${mentorsIn(group)})))::int`

const together = sql`together`

// The groups of a program as a run writes them down: of their mentors, whoever has a free place.
export const groupsOf = (program: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', together.id, 'name', together.name, 'most', together.most, 'begun', ${begunWith(together)},
    'mentorIds', array(${mentorsIn(together)} and teaching.mentor_id in (select able.id from (${teachersOf(program, sql`false`)}) able) order by 1)) order by together.id), '[]')
  from ${pairingGroups} together where together.program_id = ${program})`

export type Group = Omit<PairingGroup, 'mentorIds'> & { mentors: string[] }

export const groupsIn = (program: SQL): Shelf<Group> => sql`
  select together.id, together.name, together.most, ${begunWith(together)} as begun,
    array(select who.handle from ${members} who where who.id in (${mentorsIn(together)}) order by who.name) as mentors
  from ${pairingGroups} together where together.program_id = ${program} order by together.name`

export type OwnMentor = { handle: string; name: string; groupId: string | null; group: string | null }

export const ownMentors = (program: SQL): Shelf<OwnMentor> => sql`
  select who.handle, who.name, together.id as "groupId", together.name as "group"
  from ${members} who left join ${pairingGroupMentors} teaching on teaching.mentor_id = who.id and teaching.program_id = ${program}
    left join ${pairingGroups} together on together.id = teaching.group_id
  where who.id in (${mentorsOf(program)}) and who.standing = 'active' order by who.name`

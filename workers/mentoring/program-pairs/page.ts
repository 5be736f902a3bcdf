import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { cohorts, programApplications, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { zoneOf } from '../requests/queue.ts'
import { healthOf } from './health.ts'

type Waiting = { handle: string; name: string; standing: string; asked: string | null }
export type Teacher = { handle: string; name: string; left: number; takesPart: boolean }

// What stands around the list: how they are in all, who has no mentor yet, and who could be one.
export async function readAroundPairs({ db, member }: MemberCtx, { slug }: ProgramSlug) {
  const program = sql`(select program.id from ${programs} program join ${programOrganisers} organiser
    on organiser.program_id = program.id and organiser.member_id = ${member.id}::uuid where program.slug = ${slug})`
  const { health, rounds, waiting, teachers, me } = await readTogether(db, {
    health: healthOf(slug, member.id),
    rounds:
      sql`select round.id, round.name from ${cohorts} round where round.program_id = ${program} order by round.starts_on, round.id` as Shelf<{
        id: string
        name: string
      }>,
    waiting:
      sql`select who.handle, who.name, who.standing, (select string_agg(asked.name, ', ' order by open.created_at) from ${mentorshipRequests} open
        join ${members} asked on asked.id = open.mentor_id where open.program_id = applied.program_id and open.participant_id = applied.member_id
          and open.state in ('waiting', 'asked')) as asked
      from ${programApplications} applied join ${members} who on who.id = applied.member_id
      where applied.program_id = ${program} and applied.state = 'accepted' and applied.part = 'participant' and who.standing in ('active', 'waiting')
        and not exists (select from ${mentorships} pair where pair.program_id = applied.program_id and pair.participant_id = applied.member_id and pair.state <> 'closed')
      order by applied.decided_at, applied.id limit 100` as Shelf<Waiting>,
    teachers: sql`select * from (
        select who.handle, who.name, greatest(coalesce(times.mentees_at_most, 0) - coalesce(seat.taken, 0), 0) as "left",
          exists (select from ${programApplications} applied where applied.program_id = ${program} and applied.member_id = who.id
            and applied.part = 'mentor' and applied.state = 'accepted') as "takesPart"
        from ${members} who left join ${availability} times on times.member_id = who.id left join ${mentorSeats} seat on seat.mentor_id = who.id
        where who.roles @> array['mentor'] and who.standing = 'active' and (
          exists (select from ${programApplications} applied where applied.program_id = ${program} and applied.member_id = who.id
            and applied.part = 'mentor' and applied.state = 'accepted')
          or exists (select from ${memberSkills} taught join program_skills learned on learned.skill_id = taught.skill_id
            where learned.program_id = ${program} and taught.member_id = who.id and taught.bond = 'teaches'))) teacher
      order by "takesPart" desc, "left" > 0 desc, name limit 60` as Shelf<Teacher>,
    me: zoneOf(member.id),
  })
  return { health, rounds, waiting, teachers, zone: me[0]?.timeZone ?? 'UTC' }
}

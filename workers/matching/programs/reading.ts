import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { type Found, type PairingInput, pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programApplications, programSkills } from '#db/schema/mentoring/programs.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills, relatedSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { personsOf, type Uncosted } from '../recommendations/looking/market.ts'
import { mondayOf } from '../weeks.ts'
import type { Setting, Together } from './setting.ts'

// Whom the program said yes to, who is here, and has neither a mentor in it nor one who was asked.
export const learnersOf = (program: SQL) => sql`
  select who.id from ${programApplications} applied join ${members} who on who.id = applied.member_id
  where applied.program_id = ${program} and applied.part = 'participant' and applied.state = 'accepted' and who.standing = 'active'
    and not exists (select from ${mentorships} pair where pair.program_id = applied.program_id and pair.participant_id = who.id and pair.state <> 'closed')
    and not exists (select from ${mentorshipRequests} open where open.program_id = applied.program_id and open.participant_id = who.id
      and open.state in ('waiting', 'asked'))`

export const hasPlace = (program: SQL, who: SQL) => sql`exists (select from ${programApplications} applied
  where applied.program_id = ${program} and applied.member_id = ${who} and applied.state = 'accepted')`

const takesPart = (
  program: SQL,
) => sql`exists (select from ${programApplications} applied where applied.program_id = ${program}
  and applied.member_id = who.id and applied.part = 'mentor' and applied.state = 'accepted')`

const freeSeats = sql`greatest(coalesce(times.mentees_at_most, 0) - coalesce(seat.taken, 0), 0)`

// Mentors of the program with a free place; and, where it asks others too, whoever teaches what it is about.
export const teachersOf = (program: SQL, asksOthers: SQL) => sql`
  select who.id, ${takesPart(program)} as takes_part, ${freeSeats} as seats
  from ${members} who left join ${availability} times on times.member_id = who.id left join ${mentorSeats} seat on seat.mentor_id = who.id
  where who.standing = 'active' and who.roles @> array['mentor'] and ${freeSeats} > 0
    and (times.paused_until is null or times.paused_until <= current_date)
    and (${takesPart(program)} or ${asksOthers} and exists (select from ${memberSkills} taught join ${programSkills} learned
      on learned.skill_id = taught.skill_id where learned.program_id = ${program} and taught.member_id = who.id and taught.bond = 'teaches'))`

type Draft = {
  id: string
  rules: PairingInput
  seed: number
  run: number
  step: number
  state: string
  madeAt: string
  madeById: string | null
  programId: string
  found: Found | null
}
export type Taking = { part: 'participant' | 'mentor'; seats: number; takesPart: boolean; told: Uncosted }
export type Read = { draft: Draft; setting: Setting; now: Together[]; takesPart: Set<string> }

// A draft as it was when its run began.
export async function readSetting({ db }: Ctx, id: string): Promise<Read | undefined> {
  const { draft, people, related, places } = await readTogether(db, {
    draft:
      sql`select id, rules, seed, run, step, state, made_at as "madeAt", made_by_id as "madeById", program_id as "programId", found
      from ${pairings} where id = ${id}::uuid` as Shelf<Draft>,
    people:
      sql`select part, seats, takes_part as "takesPart", told from ${pairingPeople} where pairing_id = ${id}::uuid order by member_id` as Shelf<Taking>,
    related: relatedIn(id),
    places: sql`select participant_id as "participantId", mentor_id as "mentorId" from ${pairingPlaces}
      where pairing_id = ${id}::uuid and mentor_id is not null` as Shelf<Together>,
  })
  const [found] = draft
  if (!found) return undefined
  const takesPart = new Set(people.filter((one) => one.takesPart).map(({ told }) => told.id))
  return { draft: found, setting: settingOf(found, people, related), now: places, takesPart }
}

const relatedIn = (id: string): Shelf<{ one: string; other: string }> => sql`
  select one.slug as one, other.slug as other from ${relatedSkills} pair
    join ${skills} one on one.id = pair.skill_id join ${skills} other on other.id = pair.related_id
  where one.slug in (select held ->> 'skill' from ${pairingPeople} taking, jsonb_array_elements(taking.told -> 'learns') held
    where taking.pairing_id = ${id}::uuid and taking.part = 'participant') order by 1, 2`

export function settingOf(
  { rules, seed, madeAt }: Pick<Draft, 'rules' | 'seed' | 'madeAt'>,
  people: Taking[],
  related: { one: string; other: string }[],
): Setting {
  const mentors = people
    .filter(({ part }) => part === 'mentor')
    .map(({ told, seats }) => ({ ...told, seats, taken: 0 }))
  const participants = people.filter(({ part }) => part === 'participant').map(({ told }) => told)
  const { persons, known } = personsOf([...participants, ...mentors], {
    mentors,
    related: related.map(({ one, other }): [string, string] => [one, other]),
    monday: mondayOf(new Date(madeAt)),
  })
  const { bonds, choices, settled, groups = [], ...own } = rules
  return {
    ...{ known, rules: own, bonds, choices, settled, groups, seed },
    participants: persons.slice(0, participants.length),
    mentors: persons.slice(participants.length),
  }
}

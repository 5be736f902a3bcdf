import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { type PairingRules, pairingChoices, pairingRules, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'

export type Part = 'participant' | 'mentor'

// Which sides a program asks whom they would like, as soon as its rules say so.
export const ASKED: Record<PairingRules['process'], Part[]> = {
  organiser: [],
  choice: ['participant'],
  both: ['participant', 'mentor'],
  talks: [],
}

const hasTalks = sql`exists (select from ${pairingTalks} talk where talk.program_id = asking.id
  and me.id = case applied.part when 'mentor' then talk.mentor_id else talk.participant_id end)`

// Whom a program asks: where it is not over, and has no mentor for them yet. Whoever is about to leave may stay after all.
export const asked = (of: SQL) => sql`
  select asking.id, asking.name, asking.slug, me.id as member_id, me.standing, me.time_zone, applied.part, kept.rules ->> 'until' as until, kept.rules ->> 'process' = 'talks' as talks,
    exists (select from ${pairingChoices} chosen where chosen.program_id = asking.id and chosen.member_id = me.id) as has_chosen
  from ${programs} asking
    join ${programApplications} applied on applied.program_id = asking.id and applied.state = 'accepted'
    join ${members} me on me.id = applied.member_id and me.standing in ('active', 'leaving')
    join ${pairingRules} kept on kept.program_id = asking.id
  where ${of} and asking.state in ('open', 'running')
    and (kept.rules ->> 'process' = 'both' or kept.rules ->> 'process' = 'choice' and applied.part = 'participant'
      or kept.rules ->> 'process' = 'talks' and ${hasTalks})
    and (applied.part = 'mentor' or not exists (select from ${mentorships} pair
      where pair.program_id = asking.id and pair.participant_id = me.id and pair.state <> 'closed'))`

// Until the last day is over where they live.
export const choosers = (of: SQL) => sql`
  select asked.* from (${asked(of)}) asked where asked.until is null or asked.until::date >= (now() at time zone asked.time_zone)::date`

export type Heard = { asked: number; said: number; until: string | null; isOver: boolean; talks: boolean }

// How many of those who are asked whom they would like have said it.
export const heardOf = (own: SQL): Shelf<Heard> => sql`
  select count(*)::int as asked, count(*) filter (where has_chosen)::int as said, max(until) as until, bool_or(talks) as talks,
    coalesce(bool_and(until::date < (now() at time zone time_zone)::date), false) as "isOver"
  from (${asked(sql`asking.id = ${own}`)}) one having count(*) > 0`

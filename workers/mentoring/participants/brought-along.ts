import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { contacts } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { members } from '#db/schema/people.ts'
import type { Logged } from '../outreach/inputs.ts'
import { isOneOf } from '../sight.ts'

// What was noted before the two began, where whoever it is about brought it along; only the two read it.
export const broughtAlong = (pairId: string, memberId: string): Shelf<Logged> => sql`
  select log.id, by.name as by, log.channel, log.outcome, log.place, log.words, log.at
  from ${mentorships} pair join ${invitations} asked on asked.mentorship_id = pair.id and asked.takes_the_log = 'yes'
    join ${contacts} log on log.prospect_id = asked.prospect_id join ${members} by on by.id = log.by_id
  where pair.id = ${pairId}::uuid and ${isOneOf(memberId)} order by log.at desc, log.id desc limit 50`

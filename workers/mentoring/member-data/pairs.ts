import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import {
  blocks,
  circles,
  farewells,
  mentorshipRequests,
  mentorships,
  pairNotes,
  reports,
} from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'

export const pairsForExport = (me: string): Record<string, Shelf<unknown>> => ({
  'mentorship-requests': sql`
    select case when asked.participant_id = ${me} then 'participant' else 'mentor' end as you, other.name as with,
      asked.format, asked.words, asked.state, asked.question, asked.answer, asked.reason, asked.created_at, asked.decided_at
    from ${mentorshipRequests} asked
    join ${members} other on other.id = case when asked.participant_id = ${me} then asked.mentor_id else asked.participant_id end
    where ${me} in (asked.participant_id, asked.mentor_id) order by asked.created_at`,
  mentorships: sql`
    select case when pair.participant_id = ${me} then 'participant' else 'mentor' end as you, other.name as with, pair.format,
      pair.aim, pair.state, pair.started_at, pair.closed_at, pair.closed_because, pair.closed_by_id = ${me} as closed_by_you
    from ${mentorships} pair
    join ${members} other on other.id = case when pair.participant_id = ${me} then pair.mentor_id else pair.participant_id end
    where ${me} in (pair.participant_id, pair.mentor_id) order by pair.started_at`,
  circles: sql`select name, created_at from ${circles} where mentor_id = ${me} order by created_at`,
  'notes-in-pairs': sql`select words, at from ${pairNotes} where by_id = ${me} order by at`,
  farewells: sql`select rating, private_words, testimonial, may_be_shown, shown_at, wants_another, at
    from ${farewells} where by_id = ${me} order by at`,
  'words-about-you': sql`select writer.name as by, said.testimonial, said.shown_at, said.at
    from ${farewells} said join ${mentorships} pair on pair.id = said.mentorship_id join ${members} writer on writer.id = said.by_id
    where ${me} in (pair.participant_id, pair.mentor_id) and said.by_id <> ${me} and said.may_be_shown and said.testimonial <> ''
    order by said.at`,
  blocks: sql`select other.name, kept.at from ${blocks} kept join ${members} other on other.id = kept.blocked_id
    where kept.member_id = ${me} order by kept.at`,
  'reports-by-you': sql`select kind, words, at, handled_at, outcome from ${reports} where by_id = ${me} order by at`,
})

// A pair belongs to two: it closes, and the other one keeps it without a name. What was only said by the one who goes, goes.
// What was reported about them goes with them; what they reported about somebody who stays is kept for the safety of others.
export const pairsForgotten = (me: string): SQL[] => [
  sql`delete from ${mentorshipRequests} where participant_id = ${me}`,
  sql`update ${mentorshipRequests} set question = null, reason = case when state = 'declined' then '' end,
    answer_by = case when state in ('waiting', 'asked') then now() else answer_by end where mentor_id = ${me}`,
  sql`update ${mentorships} set state = 'closed', closed_at = now(), closed_because = 'moved-on'
    where ${me} in (participant_id, mentor_id) and state <> 'closed'`,
  sql`update ${mentorships} set aim = '' where participant_id = ${me}`,
  sql`update ${circles} set name = '' where mentor_id = ${me}`,
  sql`delete from ${pairNotes} where by_id = ${me}`,
  sql`delete from ${farewells} where by_id = ${me}`,
  sql`update ${farewells} said set shown_at = null from ${mentorships} pair
    where pair.id = said.mentorship_id and ${me} in (pair.participant_id, pair.mentor_id)`,
  sql`delete from ${blocks} where ${me} in (member_id, blocked_id)`,
  sql`update ${reports} set words = '', outcome = case when outcome is not null then '' end where about_id = ${me}`,
]

import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { accounts } from '#db/schema/accounts.ts'
import { contacts, prospectMerges, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { members } from '#db/schema/people.ts'

// What a mentor noted about others is about those others, so it does not leave with the mentor's copy.
export const outreachForExport = (me: string): Record<string, Shelf<unknown>> => ({
  'noted-about-you': sql`
    select owner.name as by, noted.name, noted.email, noted.phone, noted.place, noted.young, noted.languages, noted.skill_areas,
      noted.first_assessment, noted.has_time, noted.stage, noted.consent_to, noted.consent_from, noted.consent_until,
      noted.met_on, (select json_agg(json_build_object('channel', log.channel, 'outcome', log.outcome, 'words', log.words, 'at', log.at)
        order by log.at) from ${contacts} log where log.prospect_id = noted.id) as contacts
    from ${prospects} noted join ${members} owner on owner.id = noted.owner_id
    where noted.member_id = ${me} order by noted.created_at`,
  'invitations-to-you': sql`
    select by.name as by, asked.name, asked.email, asked.guardian_email, asked.words, asked.goals, asked.state, asked.created_at,
      asked.decided_at from ${invitations} asked join ${members} by on by.id = asked.mentor_id
    where asked.member_id = ${me} order by asked.created_at`,
  'invitations-by-you': sql`select words, goals, state, created_at, decided_at from ${invitations}
    where mentor_id = ${me} order by created_at`,
  'contacts-you-made': sql`select channel, outcome, place, at from ${contacts} where by_id = ${me} order by at`,
  'offered-to-you': sql`select owner.name as by, noted.offered_at from ${prospects} noted join ${members} owner on owner.id = noted.owner_id
    where noted.offered_to_id = ${me} order by noted.offered_at`,
  'notes-you-merged': sql`select at, undone_at from ${prospectMerges} where by_id = ${me} order by at`,
})

// Before the account goes: whatever was noted under its address goes as well, whoever noted it. Only that somebody asked to
// be left alone stays with their address, so that nobody writes to them ever again.
export const outreachForgotten = (me: string): SQL[] => [
  sql`delete from ${invitations} where mentor_id = ${me} or member_id = ${me} or email = ${addressOf(me)}`,
  sql`delete from ${prospects} where left_alone_at is null and ${isNoted(me)}`,
  sql`delete from ${contacts} where prospect_id in (select id from ${prospects} where ${isNoted(me)})`,
  sql`delete from ${prospectMerges} where by_id = ${me}
    or exists (select from ${prospects} where id in (kept_id, gone_id) and ${isNoted(me)})`,
  sql`update ${prospects} set name = '', phone = null, place = '', languages = '{}', skill_areas = '{}', first_assessment = '',
    has_time = '', next_step = '', next_step_on = null, consent_to = '', consent_from = '', left_alone_because = ''
    where ${isNoted(me)}`,
  sql`update ${prospects} set offered_to_id = null, offered_at = null where offered_to_id = ${me}`,
  sql`update ${contacts} set place = '', words = '' where by_id = ${me}`,
]

const isNoted = (me: string) => sql`(owner_id = ${me} or member_id = ${me} or email = ${addressOf(me)})`

const addressOf = (me: string) => sql`(select email from ${accounts} where member_id = ${me})`

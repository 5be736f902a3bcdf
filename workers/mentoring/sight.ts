import { type SQL, sql } from 'drizzle-orm'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'

// Who may see what of a mentorship is decided here and nowhere else. The two who are in it see all of it. Those who organise
// its program see what the program promised its people: that there is a pair, how far it came, or its work too.
// `pair` is the alias under which the query knows the table mentorships.

export const isOneOf = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`${memberId}::uuid in (${column(pair, 'mentor_id')}, ${column(pair, 'participant_id')})`

export const seesContent = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`(${isOneOf(memberId, pair)} or ${organises(memberId, pair, sql`('content')`)})`

export const seesProgress = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`(${isOneOf(memberId, pair)} or ${organises(memberId, pair, sql`('progress', 'content')`)})`

export const seesPair = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`(${isOneOf(memberId, pair)} or ${organises(memberId, pair, sql`('pairs', 'progress', 'content')`)})`

const organises = (memberId: string | SQL, pair: string, sights: SQL) => sql`exists (
  select from ${programOrganisers} organiser join ${programs} program on program.id = organiser.program_id
  where organiser.program_id = ${column(pair, 'program_id')} and organiser.member_id = ${memberId}::uuid and program.sight in ${sights})`

const column = (alias: string, name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`

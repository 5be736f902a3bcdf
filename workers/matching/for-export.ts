import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { matchRuns, recommendationAnswers, recommendations, waysOfWorking } from '#db/schema/matching.ts'
import { members } from '#db/schema/people.ts'

export const matchingForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  'ways-of-working': sql`select pace, words, plan, company, understanding, meetings, aim, updated_at
    from ${waysOfWorking} where member_id = ${memberId}`,
  'looked-for-you': sql`select made_at from ${matchRuns} where member_id = ${memberId}`,
  suggestions: sql`select other.name, suggested.kind, suggested.made_at from ${recommendations} suggested
    join ${members} other on other.id = suggested.other_id where suggested.member_id = ${memberId} order by suggested.fit desc`,
  'suggestions-answered': sql`select other.name, answered.kind, answered.answer, answered.because, answered.at from ${recommendationAnswers} answered
    join ${members} other on other.id = answered.other_id where answered.member_id = ${memberId} order by answered.at`,
})

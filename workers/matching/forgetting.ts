import { type SQL, sql } from 'drizzle-orm'
import { matchRuns, recommendationAnswers, recommendations, waysOfWorking } from '#db/schema/matching.ts'

export const matchingForgotten = (memberId: string): SQL[] => [
  sql`delete from ${waysOfWorking} where member_id = ${memberId}`,
  sql`delete from ${matchRuns} where member_id = ${memberId}`,
  sql`delete from ${recommendations} where ${memberId} in (member_id, other_id)`,
  sql`delete from ${recommendationAnswers} where ${memberId} in (member_id, other_id)`,
]

import { type SQL, sql } from 'drizzle-orm'
import { waysOfWorking } from '#db/schema/matching.ts'

export const matchingForgotten = (memberId: string): SQL[] => [
  sql`delete from ${waysOfWorking} where member_id = ${memberId}`,
]

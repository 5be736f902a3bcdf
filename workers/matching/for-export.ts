import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { waysOfWorking } from '#db/schema/matching.ts'

export const matchingForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  'ways-of-working': sql`select pace, words, plan, company, understanding, meetings, aim, updated_at
    from ${waysOfWorking} where member_id = ${memberId}`,
})

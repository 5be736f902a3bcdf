import { type SQL, sql } from 'drizzle-orm'
import { sessions } from '#db/schema/sessions.ts'

// What was held stays told, by a former member; what nobody will hold is taken off the wall.
export const sessionsForgotten = (memberId: string): SQL[] => [
  sql`delete from ${sessions} where host_id = ${memberId} and starts_at > now()`,
]

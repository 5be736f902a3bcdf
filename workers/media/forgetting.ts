import { type SQL, sql } from 'drizzle-orm'
import { media, mediaShares } from '#db/schema/media.ts'

export const mediaForgotten = (memberId: string): SQL[] => [
  sql`delete from ${media} where owner_id = ${memberId}`,
  sql`delete from ${mediaShares} where member_id = ${memberId}`,
]

// What was brought, and what was drawn anew from it.
export const mediaFiles = (memberId: string): SQL => sql`
  select key as file from ${media} where owner_id = ${memberId}
  union all select variant ->> 'key' from ${media}, jsonb_array_elements(variants) variant where owner_id = ${memberId}`

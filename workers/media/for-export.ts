import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { media, mediaShares } from '#db/schema/media.ts'

export const mediaForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  files: sql`select key, name, kind, type, bytes, state, alt, created_at from ${media}
    where owner_id = ${memberId} order by created_at`,
  'room-for-files': sql`select bytes, pieces, bytes_at_most, pieces_at_most from ${mediaShares} where member_id = ${memberId}`,
})

export const mediaToTake = (memberId: string): SQL =>
  sql`select key as file from ${media} where owner_id = ${memberId} and state = 'ready'`

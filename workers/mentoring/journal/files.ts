import { sql } from 'drizzle-orm'
import { journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import type { Use } from '#workers/media/uses.ts'

// An entry is its writer's own, but for the one person it is shared with, for as long as it is.
export const journalFilesUse: Use = {
  holds: sql`exists (select from ${journalFiles} file where file.media_id = piece.id)`,
  seenBy: (memberId) => sql`exists (
    select from ${journalFiles} file join ${journalShares} share on share.entry_id = file.entry_id
    where file.media_id = piece.id and share.with_id = ${memberId}::uuid and share.taken_back_at is null and share.until > now())`,
}

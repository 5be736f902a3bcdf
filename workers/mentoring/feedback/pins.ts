import { sql } from 'drizzle-orm'
import { comments } from '#db/schema/mentoring/feedback.ts'
import type { Use } from '#workers/media/uses.ts'

// A pin points at a file of a version, and whoever sees the version sees that file anyway.
export const pinsUse: Use = {
  holds: sql`exists (select from ${comments} comment where comment.media_id = piece.id)`,
  seenBy: () => sql`false`,
}

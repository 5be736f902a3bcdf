import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { jarPicturesUse, listingFilesUse } from '#workers/marketplace/files.ts'
import { pinsUse } from '#workers/mentoring/feedback/pins.ts'
import { journalFilesUse } from '#workers/mentoring/journal/files.ts'
import { shelfPicturesUse, supplyUsePicturesUse } from '#workers/mentoring/supplies/pictures.ts'
import { submissionFilesUse, taskFilesUse } from '#workers/mentoring/tasks/files.ts'
import { postFilesUse } from '#workers/portfolios/posts/pictures.ts'
import { workFilesUse } from '#workers/projects/files.ts'

// What a piece may hang on. In both conditions the table media goes by the name `piece`.
export type Use = {
  holds: SQL
  seenBy(memberId: string): SQL
  // By everybody who comes by, and by whoever brings a secret link.
  seenByAll?: SQL
  seenWith?(linkHash: string): SQL
}

const USES: Use[] = [
  taskFilesUse,
  submissionFilesUse,
  journalFilesUse,
  shelfPicturesUse,
  supplyUsePicturesUse,
  pinsUse,
  jarPicturesUse,
  listingFilesUse,
  workFilesUse,
  postFilesUse,
]

const any = (conditions: SQL[]) => sql`(${sql.join(conditions, sql` or `)})`

export const isHeld = any(USES.map(({ holds }) => holds))

export const isSeenThroughItsUseBy = (memberId: string) => any(USES.map(({ seenBy }) => seenBy(memberId)))

export const isSeenByAll = any(USES.flatMap(({ seenByAll }) => seenByAll ?? []))

export const isSeenWith = (linkHash: string) => any(USES.flatMap(({ seenWith }) => seenWith?.(linkHash) ?? []))

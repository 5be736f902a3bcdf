import { type SQL, sql } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import { comments } from '#db/schema/mentoring/feedback.ts'
import { submissionFiles } from '#db/schema/mentoring/tasks.ts'
import type { Use } from '#workers/media/uses.ts'
import type { NewFeedback } from './inputs.ts'

// A pin points at a file of a version, and whoever sees the version sees that file anyway.
export const pinsUse: Use = {
  holds: sql`exists (select from ${comments} comment where comment.media_id = piece.id)`,
  seenBy: () => sql`false`,
}

// Every pin points at a file of the very version that is looked at: a place into a picture, a moment into sound or film.
export const pinsFit = (comments: NewFeedback['comments'], submissionId: SQL): SQL => sql`not exists (
  select from jsonb_to_recordset(${JSON.stringify(comments)}::jsonb) pin (media uuid, "atMs" int)
  where pin.media is not null and not exists (
    select from ${submissionFiles} file join ${media} piece on piece.id = file.media_id
    where file.submission_id = ${submissionId} and file.media_id = pin.media
      and piece.kind in ('audio', 'video') = (pin."atMs" is not null) and piece.kind <> 'file'))`

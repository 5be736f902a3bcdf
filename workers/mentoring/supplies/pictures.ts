import { sql } from 'drizzle-orm'
import { resources, supplyRequests, useFiles, uses } from '#db/schema/mentoring/resources.ts'
import { members } from '#db/schema/people.ts'
import type { Use } from '#workers/media/uses.ts'

// What is on the shelf is there for everybody to look at.
export const shelfPicturesUse: Use = {
  holds: sql`exists (select from ${resources} thing where thing.picture_id = piece.id)`,
  seenBy: () => sql`(select true from ${resources} thing where thing.picture_id = piece.id limit 1)`,
}

// How it was used and came back: for who had it, and for those who keep the shelf.
export const supplyUsePicturesUse: Use = {
  holds: sql`exists (select from ${useFiles} file where file.media_id = piece.id)
    or exists (select from ${uses} used where used.picture_id = piece.id)`,
  seenBy: (memberId) => sql`exists (
    select from ${useFiles} file join ${uses} used on used.id = file.use_id join ${supplyRequests} asked on asked.id = used.request_id
    where file.media_id = piece.id and (asked.member_id = ${memberId}::uuid or exists (
      select from ${members} keeper where keeper.id = ${memberId}::uuid and keeper.roles && array['organiser', 'admin'])))`,
}

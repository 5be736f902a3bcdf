import { type SQL, sql } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import { postFiles } from '#db/schema/portfolios/posts.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { Use } from '#workers/media/uses.ts'
import { picturesIn } from './picture-words.ts'

// Others see them on the site alone, among its files; here they are their owner's.
export const postFilesUse: Use = {
  holds: sql`exists (select from ${postFiles} file where file.media_id = piece.id)`,
  seenBy: () => sql`false`,
}

// What the words name and is a picture of one's own; a name that leads nowhere is only a word.
export const keepPictures =
  ({ member }: MemberCtx, words: string) =>
  (changed: SQL): SQL =>
    sql`
  insert into ${postFiles} (post_id, media_id)
  select changed.id, piece.id from ${changed}, ${media} piece
  where piece.id = any(${`{${picturesIn(words).join()}}`}::uuid[]) and piece.owner_id = ${member.id}::uuid and piece.kind = 'image'
    and piece.state in ('looking', 'ready')
  on conflict do nothing returning 1`

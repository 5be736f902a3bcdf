import { type SQL, sql } from 'drizzle-orm'
import { type Shelf, slot } from '#db/reading.ts'
import { media } from '#db/schema/media.ts'
import { postFiles, posts } from '#db/schema/portfolios/posts.ts'
import type { SitePost } from '#site/portfolio/content.ts'
import { sizesOf } from '../sizes.ts'

const MOST = 500

// The one that its writer is working on, if one is given.
const isWorkedOn = sql`coalesce(id = ${slot('post')}::uuid, false)`

// What is out, as it was published. Its writer also sees the one they are working on, as they have it now.
export const postsOnSite = (memberId: SQL): Shelf<SitePost> => sql`
  select post.slug, post.title, post.words, post.tags, post."outAt", post."changedAt", ${picturesInWords} as pictures from (
    select id, slug, coalesce(said ->> 'title', title) as title, coalesce(said ->> 'words', words) as words,
      case when said is null then tags else array(select jsonb_array_elements_text(said -> 'tags')) end as tags,
      coalesce(out_at, now()) as "outAt", coalesce((said ->> 'changedAt')::timestamptz, changed_at) as "changedAt"
    from (select *, case when not ${isWorkedOn} then shown end as said from ${posts}
      where member_id = ${memberId} and (out_at <= now() or ${isWorkedOn})) written) post
  order by post."outAt" desc, post.id desc limit ${MOST}`

const picturesInWords = sql`(
  select coalesce(json_agg(json_build_object('id', piece.id, 'alt', piece.alt, 'width', piece.width, 'height', piece.height,
    'sizes', ${sizesOf(sql`piece`)}) order by position(piece.id::text in post.words)), '[]')
  from ${postFiles} file join ${media} piece on piece.id = file.media_id and piece.state = 'ready' and piece.kind = 'image'
  where file.post_id = post.id and position(piece.id::text in post.words) > 0)`

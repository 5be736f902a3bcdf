import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { siteCopies } from '#db/schema/portfolios/copies.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { postFiles, posts, postVersions } from '#db/schema/portfolios/posts.ts'
import { siteBuilds, siteChanges, sites, siteVersions } from '#db/schema/portfolios/sites.ts'

export const sitesForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  site: sql`select design, version, state, held_why, colour, versions, created_at, opened_at, built_at from ${sites} where member_id = ${memberId}`,
  'site-versions': sql`select number, design, back_to, published_at from ${siteVersions} where member_id = ${memberId} order by number`,
  'site-build': sql`select files, changed, written, began_at, ended_at from ${siteBuilds} where member_id = ${memberId}`,
  'site-copy': sql`select state, address, bytes, asked_at, expires_at from ${siteCopies} where member_id = ${memberId}`,
  'site-changes': sql`select at from ${siteChanges} where member_id = ${memberId} order by id`,
  'letters-to-you': sql`select name, email, words, state, written_at from ${siteLetters} where member_id = ${memberId} order by written_at`,
  posts: sql`select slug, title, words, tags, out_at, shown, version, created_at, changed_at,
      (select json_agg(json_build_object('version', before.version, 'title', before.title, 'words', before.words, 'keptAt', before.kept_at)
        order by before.version) from ${postVersions} before where before.post_id = post.id) as versions,
      (select json_agg(file.media_id) from ${postFiles} file where file.post_id = post.id) as pictures
    from ${posts} post where member_id = ${memberId} order by created_at`,
})

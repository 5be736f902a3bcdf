import { type SQL, sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { siteCopies } from '#db/schema/portfolios/copies.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { siteBuilds, siteChanges, sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { folderOf, SIGNS } from './storage.ts'
import { copiesOf } from './taking-along/copies.ts'

// The sign at their address goes with the files, so that nothing is shown from then on.
export const siteFiles = (memberId: string): SQL => sql`
  select ${SIGNS} || lower(handle::text) as file from ${members} where id = ${memberId}`

// What was built, and what was packed, lies in folders of its own.
export async function builtFiles({ env }: Ctx, memberId: string): Promise<string[]> {
  const found = await Promise.all([folderOf, copiesOf].map((folder) => filesBelow(env, folder(memberId))))
  return found.flat()
}

async function filesBelow({ MEDIA }: Env, prefix: string): Promise<string[]> {
  const files: string[] = []
  let cursor: string | undefined
  do {
    const found = await MEDIA.list({ prefix, ...(cursor && { cursor }) })
    files.push(...found.objects.map(({ key }) => key))
    cursor = found.truncated ? found.cursor : undefined
  } while (cursor)
  return files
}

// That something changed goes last: posts that go still say so while the site is there.
export const sitesForgotten = (memberId: string): SQL[] =>
  [siteBuilds, siteCopies, siteLetters, posts, sites, siteVersions, siteChanges].map(
    (table) => sql`delete from ${table} where member_id = ${memberId}`,
  )

import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { type Design, designKept } from '../design.ts'
import type { VersionNumber } from '../inputs.ts'

type Found = { design: unknown; now: unknown; publishedAt: string; isShown: boolean }

export type Version = {
  number: number
  publishedAt: string
  isShown: boolean
  was: Design
  is: Design
  titles: Map<string, string>
}

// An earlier version beside what its member is working on, with the titles of works that either may name.
export async function readVersion({ db, member }: MemberCtx, { number }: VersionNumber): Promise<Version> {
  const id = sql`${member.id}::uuid`
  const { version, works } = await readTogether(db, {
    version: sql`
      select version.design, site.design as now, version.published_at as "publishedAt", site.shown_id = version.id and site.state = 'open' as "isShown"
      from ${siteVersions} version join ${sites} site on site.member_id = version.member_id
      where version.member_id = ${id} and version.number = ${number}::int` as Shelf<Found>,
    works: sql`select slug, title from ${projects} where member_id = ${id}` as Shelf<{ slug: string; title: string }>,
  })
  const { design, now, ...found } = version[0] ?? refuse(notFound('version'))
  const titles = new Map(works.map(({ slug, title }) => [slug, title]))
  return { number, ...found, was: designKept(design), is: designKept(now), titles }
}

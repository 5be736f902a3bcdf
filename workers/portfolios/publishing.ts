import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { siteBuilds, sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { arrange } from './arranging/arranging.ts'
import type { Publishing } from './inputs.ts'

type Found = { isBehind: boolean; isBuilding: boolean; done: number; total: number; seconds: number | null }

// How far the latest publishing is. How long it took is told for two minutes: later builds follow what changed by itself.
export async function readPublishing({ db, member }: MemberCtx): Promise<Publishing> {
  const { site } = await readTogether(db, {
    site: sql`
      select site.pointed < site.turn or site.build is null as "isBehind", coalesce(build.ended_at is null and build.began_at is not null, false) as "isBuilding",
        coalesce(build.written, 0) as done, coalesce(build.changed, 0) as total,
        case when shown.published_at > now() - interval '2 minutes' and site.built_at >= shown.published_at
          then round(extract(epoch from site.built_at - shown.published_at), 1)::float8 end as seconds
      from ${sites} site join ${siteVersions} shown on shown.id = site.shown_id left join ${siteBuilds} build on build.member_id = site.member_id
      where site.member_id = ${member.id}::uuid and site.state = 'open'` as Shelf<Found>,
  })
  const [found] = site
  if (!found) return { step: 'none', done: 0, total: 0, seconds: null }
  const { isBehind, isBuilding, ...far } = found
  return { ...far, step: isBehind ? (isBuilding ? 'building' : 'queued') : 'live' }
}

// Everybody who can be recognised agreed, as their member says today.
export const sayAllAgreed = (ctx: MemberCtx) => arrange(ctx, () => ({ askedOn: ctx.now.toISOString() }))

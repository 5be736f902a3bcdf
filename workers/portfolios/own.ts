import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { siteBuilds, siteChanges, sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { addressOf } from './addresses.ts'
import { designKept, PLAIN } from './design.ts'
import type { MySite } from './inputs.ts'

type Found = Pick<MySite, 'version' | 'state' | 'heldWhy' | 'openedAt' | 'builtAt' | 'isBehind' | 'progress'> & {
  design: unknown
  isShown: boolean
}

const VERSIONS = 30

// A member's own site as they work on it; before there is one, as it would begin.
export async function readMySite({ db, env, member }: MemberCtx): Promise<MySite> {
  const id = sql`${member.id}::uuid`
  const { site, versions } = await readTogether(db, { site: siteOf(id), versions: versionsOf(id) })
  const [found] = site
  const address = addressOf(env, member.handle)
  if (!found) return { ...NEW, address, versions }
  return { ...found, design: designKept(found.design), address, versions }
}

const NEW: Omit<MySite, 'address' | 'versions'> = {
  design: PLAIN,
  version: 0,
  state: 'draft',
  ...{ heldWhy: null, openedAt: null, builtAt: null, isShown: false, isBehind: false, progress: null },
}

// Behind is a site that shows something else than it will in a minute.
const siteOf = (id: SQL): Shelf<Found> => sql`
  select site.design, site.version, site.state, site.held_why as "heldWhy", site.opened_at as "openedAt", site.built_at as "builtAt",
    coalesce(site.design = shown.design, false) as "isShown",
    site.state = 'open' and (site.pointed < site.turn or site.build is null
      or exists (select from ${siteChanges} change where change.member_id = site.member_id)) as "isBehind",
    case when build.ended_at is null and build.began_at is not null
      then json_build_object('done', build.written, 'total', build.changed) end as progress
  from ${sites} site left join ${siteVersions} shown on shown.id = site.shown_id
    left join ${siteBuilds} build on build.member_id = site.member_id
  where site.member_id = ${id}`

const versionsOf = (id: SQL): Shelf<MySite['versions'][number]> => sql`
  select number, back_to as "backTo", published_at as "publishedAt", design ->> 'theme' as theme from ${siteVersions}
  where member_id = ${id} order by number desc limit ${VERSIONS}`

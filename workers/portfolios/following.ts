import { sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { siteChanges, sites } from '#db/schema/portfolios/sites.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { ownAddresses, sitesAt } from './addresses.ts'
import { buildSeveralLater } from './building.ts'

const MOST = 200
const TOGETHER = 10

// Sites of which something changed since they were built, on which a post has come out, or of which storage does not know yet
// what stands: what is sold says so within a minute, what a crash left behind goes on, and a site that moved knows where it is.
export async function buildChanged(ctx: Ctx) {
  const changed: { rows: { id: string }[] } = await ctx.db.execute(sql`
    select member_id as id from ${siteChanges}
    union select post.member_id from ${posts} post join ${sites} site on site.member_id = post.member_id
      where site.state = 'open' and post.out_at > site.built_at and post.out_at <= now()
    union select member_id from ${sites} where pointed < turn
    union select site.member_id from ${sites} site join ${members} member on member.id = site.member_id
      where site.build is not null and site.address is distinct from ${addressNow(ctx.env)}
    limit ${MOST}`)
  const ids = changed.rows.map(({ id }) => id)
  for (let n = 0; n < ids.length; n += TOGETHER) await buildSeveralLater(ctx, { ids: ids.slice(n, n + TOGETHER) })
}

const addressNow = (env: Env) => sql`
  coalesce(${JSON.stringify(ownAddresses(env))}::jsonb ->> lower(member.handle::text), ${`${sitesAt(env)}/@`} || member.handle::text)`

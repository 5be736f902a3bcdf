import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { submissions } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { RequestSearch, SupplySlug } from './inputs.ts'
import { readRequestsOf } from './requests.ts'
import { FEWEST_SHOWN, readSupply } from './supplies.ts'

type Learned = { slug: string; name: string; level: number; count: number }

// INS-1: what the figures of a thing are made of. INS-3: what was learned with it says nothing of one person.
export async function readHistory(
  ctx: MemberCtx,
  { slug }: SupplySlug,
  search: RequestSearch & { again?: 'yes' | undefined },
) {
  const [{ supply, me }, page, { learned, cost }] = await Promise.all([
    readSupply(ctx, { slug }),
    readRequestsOf(ctx, slug, search),
    readTogether(ctx.db, { learned: learnedWith(slug), cost: costOf(slug) }),
  ])
  const isMany = supply.served.people >= FEWEST_SHOWN
  return { supply, me, page, isMany, learned: isMany ? learned : [], cost }
}

const learnedWith = (slug: string): Shelf<Learned> => sql`
  select skill.slug, skill.name, claim.level, count(distinct claim.id)::int as count
  from ${supplyRequests} request join ${resources} thing on thing.id = request.resource_id and thing.slug = ${slug}
    join ${submissions} version on version.task_id = request.task_id join ${levelClaims} claim on claim.submission_id = version.id
    join ${skills} skill on skill.id = claim.skill_id
  where request.handed_over_at is not null group by skill.slug, skill.name, claim.level order by skill.name, claim.level`

const costOf = (slug: string): Shelf<{ minor: number; currency: string }> => sql`
  select sum(request.cost_minor)::bigint as minor, request.currency from ${supplyRequests} request
    join ${resources} thing on thing.id = request.resource_id and thing.slug = ${slug}
  where request.cost_minor > 0 group by request.currency order by 1 desc`

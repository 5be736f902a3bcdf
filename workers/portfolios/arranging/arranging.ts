import { eq } from 'drizzle-orm'
import { sites } from '#db/schema/portfolios/sites.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { type Design, designKept } from '../design.ts'
import type { ChangedDesign, Looks, Site } from '../inputs.ts'
import { keepDesign } from '../sites.ts'

// Changes a part of what a member is working on, and nothing else of it. Whoever says which version they saw is told when it is
// another one by now.
export async function arrange(
  ctx: MemberCtx,
  change: (design: Design) => Partial<Design>,
  seen?: number,
): Promise<Site> {
  const [site] = await ctx.db
    .select({ design: sites.design, version: sites.version })
    .from(sites)
    .where(eq(sites.memberId, ctx.member.id))
  const design = designKept(site?.design)
  return keepDesign(ctx, { design: { ...design, ...change(design) }, version: seen ?? site?.version ?? 0 })
}

export const keepLooks = (ctx: MemberCtx, { version, ...looks }: Looks) => arrange(ctx, () => looks, version)

export const keepChanged = (ctx: MemberCtx, { version, design }: ChangedDesign) => arrange(ctx, () => design, version)

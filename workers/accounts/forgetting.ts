import { lt, sql } from 'drizzle-orm'
import { signUps } from '#db/schema/accounts/joining.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { tries } from '#db/schema/accounts/tries.ts'
import type { Ctx } from '#workers/lib/context.ts'

const ago = (days: number) => sql`now() - ${days} * interval '1 day'`

// Who asked to join and never confirmed is forgotten after two days; sign-ins that are over stay half a year, so that a
// device counts as known; used links and counts go when nothing asks for them any more.
export async function forgetOldAccess(ctx: Ctx) {
  await ctx.db.delete(signUps).where(lt(signUps.requestedAt, ago(2)))
  await ctx.db.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, ago(30)))
  await ctx.db.delete(signIns).where(sql`coalesce(${signIns.endedAt}, ${signIns.endsAt}) < ${ago(180)}
    or ${signIns.endedBecause} = 'left' and ${signIns.endedAt} < ${ago(1)}`)
  await ctx.db.delete(tries).where(lt(tries.since, ago(2)))
}

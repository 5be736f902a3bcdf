import { and, eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { hashPassword, isOutdated } from './password.ts'

// Costs grow with the years: whoever signs in with a hash from before gets one of today, unless it changed meanwhile.
export async function renewHash(
  ctx: Ctx,
  { id, kept, password }: { id: string; kept: string | null; password: string },
) {
  if (!kept || !isOutdated(kept)) return
  const passwordHash = await hashPassword(password)
  await ctx.db
    .update(accounts)
    .set({ passwordHash })
    .where(and(eq(accounts.memberId, id), eq(accounts.passwordHash, kept)))
}

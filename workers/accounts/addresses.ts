import { eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import type { Ctx } from '#workers/lib/context.ts'

export async function addressOf(ctx: Ctx, memberId: string): Promise<string | undefined> {
  const [account] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.memberId, memberId))
  return account?.email
}

import { type SQL, sql } from 'drizzle-orm'
import { payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import type { Ctx } from '#workers/lib/context.ts'

// "Can we pay you?" as a condition: true of a member who said where their money goes, by hand or to an account that takes it.
export const paidIs = (memberId: SQL | string): SQL<boolean> => sql`exists (
  select from ${payoutAccounts} paid where paid.member_id = ${memberId} and paid.is_ready and not paid.is_paused)`

export async function canBePaid(ctx: Ctx, memberId: string): Promise<boolean> {
  const { rows } = await ctx.db.execute(sql`select ${paidIs(sql`${memberId}::uuid`)} as yes`)
  return rows[0].yes
}

import { isNotNull, sql } from 'drizzle-orm'
import { alerts } from '#db/schema/jobs.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { BOOKS } from '../ledger/invariants.ts'
import { SHOP } from './shop.ts'

// Every night the books and the shop are asked whether all is well with them. What is not raises an alert, once, and waits for a person;
// where it is still so after that person took note, it is raised again.
export async function auditBooks(ctx: Ctx) {
  for (const [promise, finds] of Object.entries({ ...BOOKS, ...SHOP })) {
    const { rows } = await ctx.db.execute(finds)
    if (rows.length > 0) await raise(ctx, promise, rows)
  }
}

async function raise(ctx: Ctx, promise: string, rows: unknown[]) {
  ctx.log.error('The books do not balance', { promise, found: rows.length })
  await ctx.db
    .insert(alerts)
    .values({
      subject: `books:${promise}`,
      message: `The books broke a promise: ${promise}. Found ${rows.length}, such as ${JSON.stringify(rows[0])}. Nothing was changed; please look into it before the next payout.`,
    })
    .onConflictDoUpdate({
      target: alerts.subject,
      set: { message: sql`excluded.message`, raisedAt: sql`now()`, tookNoteAt: null },
      setWhere: isNotNull(alerts.tookNoteAt),
    })
}

import { and, eq, sql } from 'drizzle-orm'
import { cronLeases } from '#db/schema/jobs.ts'
import type { Ctx } from '../context.ts'
import type { Cron } from './later.ts'

export async function runCrons(crons: Cron[], when: string, slot: Date, open: (name: string) => Ctx) {
  const due = crons.filter((cron) => cron.when === when)
  await Promise.all(due.map((cron) => runOnce(cron, slot, open(cron.name))))
}

async function runOnce(cron: Cron, slot: Date, ctx: Ctx) {
  try {
    if (!(await takeLease(ctx, cron, slot))) return
    await cron.run(ctx)
    await ctx.db
      .update(cronLeases)
      .set({ finishedAt: sql`now()`, leasedUntil: sql`now()` })
      .where(and(eq(cronLeases.name, cron.name), eq(cronLeases.slot, slot)))
  } catch (error) {
    ctx.log.error('cron failed', { cron: cron.name, error })
  }
}

// The row decides: of two that fire at once, or overlap, one works. A run that died gives way when its lease ends.
async function takeLease(ctx: Ctx, cron: Cron, slot: Date): Promise<boolean> {
  const leasedUntil = sql`now() + make_interval(secs => ${cron.leaseSeconds})`
  const taken = await ctx.db
    .insert(cronLeases)
    .values({ name: cron.name, slot, leasedUntil })
    .onConflictDoUpdate({
      target: cronLeases.name,
      set: { slot, leasedUntil, finishedAt: null },
      setWhere: sql`${cronLeases.leasedUntil} <= now() and ${cronLeases.slot} < ${slot.toISOString()}::timestamptz`,
    })
    .returning({ name: cronLeases.name })
  return taken.length > 0
}

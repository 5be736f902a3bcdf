import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { readTogether, type Shelf } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { alerts, cronLeases, deadLetters } from '#db/schema/jobs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { Envelope } from '#workers/lib/jobs/later.ts'

export const LetterId = z.strictObject({ id: z.uuid() })
export type LetterId = z.output<typeof LetterId>

export const Settled = z.strictObject({ id: z.uuid() })

export type SetAside = { id: string; job: string; message: Envelope; attempts: number; diedAt: string }
export type Round = { name: string; slot: string; finishedAt: string | null }
export type Outbox = { unsent: number; oldest: string | null }

// What an admin needs to see of the work behind the house: what failed, what runs by the clock, what waits to be told.
export const behindTheHouse = (ctx: MemberCtx) =>
  readTogether(ctx.db, { letters: openLetters(), rounds: rounds(), outbox: outbox() })

const openLetters = (): Shelf<SetAside> => sql`
  select id, coalesce(message->>'job', 'unknown') as job, message, attempts, died_at as "diedAt"
  from ${deadLetters} where settled_at is null order by id desc limit 50`

const rounds = (): Shelf<Round> => sql`select name, slot, finished_at as "finishedAt" from ${cronLeases} order by name`

const outbox = (): Shelf<Outbox> =>
  sql`select count(*)::int as unsent, min(at) as oldest from ${events} where sent_at is null`

// The message goes back to the queue as it was. Settling comes first: two people who press at once send it once.
export async function tryAgain(ctx: MemberCtx, { id }: LetterId) {
  const message = await settle(ctx, id, 'job.tried-again')
  await ctx.env.JOBS.send(message).catch(async (error: unknown) => {
    await ctx.db.update(deadLetters).set({ settledAt: null }).where(sql`id = ${id}`)
    throw error
  })
  return { id }
}

export async function setAsideForGood(ctx: MemberCtx, { id }: LetterId) {
  await settle(ctx, id, 'job.set-aside')
  return { id }
}

async function settle(ctx: MemberCtx, id: string, told: string): Promise<unknown> {
  const [letter] = await commit(
    ctx,
    ctx.db
      .update(deadLetters)
      .set({ settledAt: sql`now()` })
      .where(sql`id = ${id} and settled_at is null`)
      .returning({ id: deadLetters.id, message: deadLetters.message }),
    fact(told),
    (changed) => sql`update ${alerts} set took_note_at = now() from ${changed}
      where ${alerts.subject} = 'dead-letter:' || changed.id returning 1`,
  )
  if (!letter) throw notFound('message')
  return letter.message
}

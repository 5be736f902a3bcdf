import { sql } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import type { Ctx } from '../context.ts'
import type { Envelope, Later } from './later.ts'

export type Reactions = Record<string, { job: Later<never>['job'] }[]>

type Unsent = { id: number; name: string; subject: string; data: Record<string, unknown> }

const BATCH = 100

// The outbox. Claim, send, mark: a crash after any step leaves the facts to the next round, so each is sent at least once.
export async function announceFacts(ctx: Ctx, reactions: Reactions): Promise<number> {
  let announced = 0
  for (;;) {
    const facts = await claim(ctx)
    if (facts.length === 0) return announced
    const messages = facts.flatMap((fact) => messagesFor(fact, reactions))
    for (let n = 0; n < messages.length; n += BATCH)
      await ctx.env.JOBS.sendBatch(messages.slice(n, n + BATCH).map((body) => ({ body })))
    await markSent(ctx, facts)
    announced += facts.length
    if (facts.length < BATCH) return announced
  }
}

async function claim(ctx: Ctx): Promise<Unsent[]> {
  const { rows } = await ctx.db.execute(sql`
    update ${events} set claimed_until = now() + interval '1 minute'
    where id in (
      select id from ${events}
      where sent_at is null and (claimed_until is null or claimed_until < now())
      order by id limit ${BATCH} for update skip locked)
    returning id::int8, name, subject, data`)
  return rows.map((row: Unsent) => ({ ...row, id: Number(row.id) }))
}

const markSent = (ctx: Ctx, facts: Unsent[]) =>
  ctx.db.execute(sql`
    update ${events} set sent_at = now(), claimed_until = null
    where id = any(${sql.param(`{${facts.map((fact) => fact.id).join()}}`)}::bigint[])`)

const messagesFor = (fact: Unsent, reactions: Reactions): Envelope[] =>
  (reactions[fact.name] ?? []).map(({ job }) => ({
    job: job.name,
    input: { ...fact.data, id: fact.subject },
    fact: fact.id,
  }))

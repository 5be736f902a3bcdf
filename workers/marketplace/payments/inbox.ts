import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { alerts } from '#db/schema/jobs.ts'
import { type EventState, providerEvents } from '#db/schema/marketplace/provider-events.ts'
import { commit, fact } from '../../lib/commit.ts'
import type { Ctx } from '../../lib/context.ts'
import { storable } from '../../lib/jobs/dead-letters.ts'
import { later } from '../../lib/jobs/later.ts'
import type { ProviderName, Told } from './port.ts'
import { settlements } from './settlements.ts'

const EventId = z.object({ id: z.string() })

// One insert. What was told before is known already; what waits wakes its job by a fact.
export async function take(ctx: Ctx, provider: ProviderName, told: Told) {
  const row = { ...rowOf(provider, told), id: newId() }
  const insert = ctx.db
    .insert(providerEvents)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: providerEvents.id, state: providerEvents.state, reason: providerEvents.reason })
  const [taken] = await commit(ctx, insert, ...(row.state === 'waiting' ? [fact('provider-event.arrived')] : [raise]))
  return taken !== undefined
}

function rowOf(provider: ProviderName, { about, body, ...told }: Told) {
  const fields = { provider, ...told, body: storable(body) as Record<string, unknown> }
  if ('ignored' in about) return { ...fields, state: 'ignored' as const, reason: about.ignored }
  if ('review' in about) return { ...fields, state: 'review' as const, reason: about.review }
  return { ...fields, ...about, state: 'waiting' as const }
}

const raise = (changed: ReturnType<typeof sql>) => sql`
  insert into ${alerts} (id, subject, message)
  select ${newId()}, 'provider-event:' || id, 'A message about a payment needs somebody to look at it: ' || reason
  from ${changed} where state = 'review' on conflict (subject) do nothing`

export async function workOff(ctx: Ctx, { id }: { id: string }) {
  const [event] = await ctx.db.select().from(providerEvents).where(eq(providerEvents.id, id))
  if (event?.state !== 'waiting' || !event.kind || !event.ref) return
  const { kind, provider, ref } = event
  const outcome = await settlements[kind](ctx, { provider, ref })
  await mark(ctx, id, outcome === 'done' ? ['done'] : ['review', `Nothing here belongs to this ${kind}: ${ref}`])
}

async function mark(ctx: Ctx, id: string, [state, reason]: [EventState, string?]) {
  const change = ctx.db
    .update(providerEvents)
    .set({ state, reason, settledAt: sql`now()` })
    .where(eq(providerEvents.id, id))
    .returning({ id: providerEvents.id, state: providerEvents.state, reason: providerEvents.reason })
  await commit(ctx, change, raise)
}

export const workOffLater = later('payments.work-off', EventId, workOff)

import { and, asc, eq, lt, sql } from 'drizzle-orm'
import { providerEvents } from '#db/schema/marketplace/provider-events.ts'
import type { Ctx } from '../../lib/context.ts'
import { take, workOff } from './inbox.ts'
import { settlements, unsettled } from './settlements.ts'

const DAY_MS = 86_400_000
const WINDOW_DAYS = 30
const MOST = 100

// Stripe keeps what it told for thirty days, and so does PayPal: what did not arrive is fetched.
export async function fetchWhatWasMissed(ctx: Ctx) {
  const since = new Date(ctx.now.getTime() - WINDOW_DAYS * DAY_MS)
  for (const name of ctx.payments.offered)
    await survive(ctx, name, async () => {
      const provider = await ctx.payments.through(name)
      for (const told of await provider.untaken(since)) await take(ctx, name, told)
    })
}

// Whatever waits although its job had time enough, and whatever was begun and not finished, is looked at once more.
export async function lookAgain(ctx: Ctx) {
  for (const { id } of await waiting(ctx)) await survive(ctx, id, () => workOff(ctx, { id }))
  const open = (await Promise.all(unsettled.map((list) => list(ctx)))).flat().slice(0, MOST)
  for (const { kind, provider, ref } of open)
    if (ctx.payments.offered.includes(provider))
      await survive(ctx, ref, () => settlements[kind](ctx, { provider, ref }))
}

const waiting = (ctx: Ctx) =>
  ctx.db
    .select({ id: providerEvents.id })
    .from(providerEvents)
    .where(and(eq(providerEvents.state, 'waiting'), lt(providerEvents.arrivedAt, sql`now() - interval '10 minutes'`)))
    .orderBy(asc(providerEvents.arrivedAt))
    .limit(MOST)

// One that fails waits for the next round, and does not keep the others waiting.
async function survive(ctx: Ctx, what: string, work: () => Promise<unknown>) {
  await work().catch((error) => ctx.log.warn('payments are looked at later', { what, error }))
}

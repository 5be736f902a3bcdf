import { sql } from 'drizzle-orm'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { ACCESS_MINUTES } from './access-token.ts'

const HEARD_EVERY_MS = 10_000
const TOO_OLD_MS = 30_000
const KEPT_MS = (ACCESS_MINUTES + 1) * 60_000
// A statement tells the time at which it began, and others see it when it is done.
const OVERLAP_MS = 30_000
export const MOST_KEPT = 10_000

// An access token outlives its sign-in by some minutes. So each machine remembers which sign-ins ended lately, and hears of
// those that ended on others every ten seconds: while it answers somebody, not before. Who finds it without news for half a
// minute, as a new machine is, waits until there are some.
const ended = new Map<string, number>()
let heardAt = Number.NEGATIVE_INFINITY
let askedAt = Number.NEGATIVE_INFINITY
let endedHere = 0
let endedHereWhenHeard = 0

export async function hasEnded(ctx: Ctx, signIn: string | undefined): Promise<boolean> {
  if (!signIn) return false
  if (ended.has(signIn)) return true
  const isFresh = ctx.now.getTime() - heardAt < TOO_OLD_MS && endedHere === endedHereWhenHeard
  if (!isFresh) await hear(ctx)
  return ended.has(signIn)
}

// Known on this machine at once.
export const noteEnded = ({ now }: Ctx, ids: string[]) => remember(now.getTime(), ids)

// Sign-ins ended on this machine, and the statement that ended them did not say which: the next who comes asks.
export function noteSomeEnded() {
  endedHere++
}

export const isTimeToHear = ({ now }: Ctx) => now.getTime() - askedAt >= HEARD_EVERY_MS

// Whoever cannot hear anything goes on with what is known: what must be certain asks the database itself.
export async function hear(ctx: Ctx): Promise<void> {
  const now = ctx.now.getTime()
  const endedUntilNow = endedHere
  askedAt = now
  try {
    remember(now, await endedSince(ctx, Math.min(KEPT_MS, now - heardAt + OVERLAP_MS)))
    heardAt = Math.max(heardAt, now)
    endedHereWhenHeard = endedUntilNow
  } catch (error) {
    ctx.log.warn('nothing was heard of ended sign-ins', { error })
  }
}

export function forgetEnded() {
  ended.clear()
  heardAt = askedAt = Number.NEGATIVE_INFINITY
}

async function endedSince({ db }: Ctx, ms: number): Promise<string[]> {
  const { rows } = await db.execute(sql`
    select id from ${signIns} where ended_at > now() - ${ms} * interval '1 millisecond'
    order by ended_at desc limit ${MOST_KEPT}`)
  return (rows as { id: string }[]).map(({ id }) => id).reverse()
}

// In the order in which they ended, so that the first is the first to be forgotten.
function remember(now: number, ids: string[]) {
  for (const id of ids) if (!ended.has(id)) ended.set(id, now + KEPT_MS)
  for (const [id, until] of ended) {
    if (until > now && ended.size <= MOST_KEPT) break
    ended.delete(id)
  }
}

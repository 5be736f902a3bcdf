import type { Ctx } from '#workers/lib/context.ts'
import { sign, verify } from '#workers/lib/signed-links.ts'
import { keepCookie } from '../sign-ins/cookies.ts'
import { insistOnRoom, isCrowded, type Rank } from './gate.ts'

const KNOWN_DAYS = 365
const COMES_BACK_MS = { from: 2000, to: 60_000 }
const MOST_REMEMBERED = 10_000

// When each network was sent away last, on this machine.
const sentAway = new Map<string, number>()

// For what anybody may ask who is not signed in: whoever is sent away and comes back as told goes before those who just came.
export async function inTurn<T>(ctx: Ctx, email: string, work: (rank: Rank) => Promise<T>): Promise<T> {
  const rank = rankOf(ctx, email)
  try {
    insistOnRoom(rank)
    return await work(rank)
  } catch (error) {
    if (isCrowded(error)) rememberSentAway(ctx)
    throw error
  }
}

function rankOf(ctx: Ctx, email: string): Rank {
  if (knownBrowser(ctx, email)) return 'known'
  const ago = ctx.now.getTime() - (sentAway.get(ctx.visit.network) ?? Number.NEGATIVE_INFINITY)
  return ago >= COMES_BACK_MS.from && ago <= COMES_BACK_MS.to ? 'returning' : 'new'
}

// Set anew each time, so that the map stays in the order in which they were sent away.
function rememberSentAway({ visit, now }: Ctx) {
  sentAway.delete(visit.network)
  sentAway.set(visit.network, now.getTime())
  const [oldest] = sentAway.keys()
  if (sentAway.size > MOST_REMEMBERED && oldest !== undefined) sentAway.delete(oldest)
}

// A browser in which somebody wrote the right password keeps a mark that says so, for this address only and for a year. No
// storm and no stranger in the same network keeps its member out. It opens nothing, and says nothing about anybody.
export function markBrowser(ctx: Ctx, email: string) {
  const { env, now } = ctx
  const until = new Date(now.getTime() + KNOWN_DAYS * 86_400_000)
  const mark = sign(env.LINK_SECRET, purposeFor(email), knownBrowser(ctx, email) ?? crypto.randomUUID(), until)
  keepCookie(ctx, 'browser', mark, KNOWN_DAYS * 86_400)
}

export const knownBrowser = ({ env, visit, now }: Ctx, email: string): string | undefined =>
  visit.mark === undefined ? undefined : verify(env.LINK_SECRET, purposeFor(email), visit.mark, now)

const purposeFor = (email: string) => `browser of ${email.toLowerCase()}`

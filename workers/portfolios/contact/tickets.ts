import type { Ctx } from '#workers/lib/context.ts'
import { invalid, refuse } from '#workers/lib/errors.ts'
import { sign, verify } from '#workers/lib/signed-links.ts'

const PURPOSE = 'site-letter'
const LEAST_MS = 3_000
const MOST_HOURS = 24

// Says when the form was opened, and for whom: people take their time to write, and come back to it the same day.
export const newTicket = ({ env, now }: Ctx, memberId: string): string =>
  sign(env.LINK_SECRET, PURPOSE, `${memberId} ${now.getTime()}`, new Date(now.getTime() + MOST_HOURS * 3_600_000))

// Whoever is sent back to the form keeps the ticket they came with, as long as it holds.
export const ticketFor = (ctx: Ctx, memberId: string, brought = ''): string =>
  openedAt(ctx, memberId, brought) === undefined ? newTicket(ctx, memberId) : brought

export function insistOnTicket(ctx: Ctx, memberId: string, brought: string) {
  const opened = openedAt(ctx, memberId, brought)
  if (opened === undefined)
    refuse(again('This form was open for a long time. Nothing is lost: please send it once more.'))
  if (ctx.now.getTime() - opened < LEAST_MS)
    refuse(again('That was quicker than anybody writes. Nothing is lost: please send it once more.'))
}

const again = (message: string) => invalid([{ path: 'words', message }])

function openedAt({ env, now }: Ctx, memberId: string, ticket: string): number | undefined {
  const [id, opened] = verify(env.LINK_SECRET, PURPOSE, ticket, now)?.split(' ') ?? []
  return id === memberId && opened ? Number(opened) : undefined
}

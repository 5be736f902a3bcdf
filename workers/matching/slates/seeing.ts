import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { matchRuns } from '#db/schema/matching.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { rememberSlateLater } from './remembering.ts'

export type InBackground = (work: Promise<unknown>) => void
type Seeing = { handles: string[]; inBackground: InBackground }
type Run = { slate: string; isSeen: boolean }

export const runOf = (memberId: string): Shelf<Run> =>
  sql`select slate, seen_at is not null as "isSeen" from ${matchRuns} where member_id = ${memberId}::uuid`

// Whoever reads does not wait for it, and is shown their suggestions also where it fails.
export function noteSeen(ctx: MemberCtx, run: Run | undefined, { handles, inBackground }: Seeing) {
  if (!run || run.isSeen || handles.length === 0) return
  const seen = { id: run.slate, memberId: ctx.member.id, seenAt: ctx.now.toISOString(), handles }
  inBackground(rememberSlateLater(ctx, seen).catch((error) => ctx.log.warn('a slate was not remembered', { error })))
}

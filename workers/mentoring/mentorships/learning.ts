import { readTogether } from '#db/reading.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { circlesOf } from '../circles/circles.ts'
import { askedBy, zoneOf } from '../requests/queue.ts'
import { pairsOf } from './mentorships.ts'

// Who teaches me, and whom I asked.
export async function readLearning({ db, member: { id } }: MemberCtx) {
  const { me, pairs, closed, asked, circles } = await readTogether(db, {
    me: zoneOf(id),
    pairs: pairsOf(id, 'participant', ['active', 'paused']),
    closed: pairsOf(id, 'participant', ['closed']),
    asked: askedBy(id),
    circles: circlesOf(id),
  })
  return { me: me[0] ?? { timeZone: 'UTC' }, pairs, closed, asked, circles }
}

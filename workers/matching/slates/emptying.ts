import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { events } from '#db/schema/events.ts'
import { shownMentors } from '#db/schema/matching/learning.ts'
import { recommendations } from '#db/schema/matching.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { FEATURES, type Topic } from '../fit/features.ts'
import { SHAPE } from '../weights/in-force.ts'

const MemberId = z.object({ id: z.uuid() })

// What came of answers that a member has changed or taken back since is emptied wherever it was written down: it then reads
// as if nobody had said anything.
const emptied =
  (topic: Topic) =>
  async ({ db }: Ctx, { id }: z.output<typeof MemberId>, fact = 0) => {
    await db.execute(sql`
      with said as (select at from ${events} where id = ${fact}::bigint),
      unseen as (update ${recommendations} kept set known = ${without(topic)} from said where ${id}::uuid in (kept.member_id, kept.other_id)
        and kept.kind = 'mentor' and cardinality(kept.known) = ${FEATURES.length} and kept.made_at <= said.at)
      update ${shownMentors} kept set known = ${without(topic)} from said
      where ${id}::uuid in (kept.member_id, kept.other_id) and kept.shape = ${SHAPE} and kept.made_at <= said.at`)
  }

export const emptyWays = emptied('ways')
export const emptyWaysLater = later('matching.empty-ways', MemberId, emptyWays)
export const emptyWishesLater = later('matching.empty-wishes', MemberId, emptied('wishes'))

const NOTHING_SAID = 0.5

const without = (topic: Topic) => {
  const numbers = FEATURES.map((feature, n) =>
    feature.topic === topic ? sql`${NOTHING_SAID}::real` : sql`kept.known[${n + 1}::int]`,
  )
  return sql`array[${sql.join(numbers, sql`, `)}]`
}

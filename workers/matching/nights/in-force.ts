import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { type Leaning, memberLeanings, weightsInForce, weightVersions } from '#db/schema/matching/learning.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Head } from '../fit/heads.ts'
import type { InForce } from '../learning/judging/foreseeing.ts'
import { type Effects, nothingLearned } from '../learning/weights/learned.ts'
import { type Heads, modelOf } from '../weights/in-force.ts'

type Lean = Leaning & { id: string; side: 'asker' | 'asked' }

// What new weights have to be better than: those that were published, also while the rules alone decide.
export async function headInForce({ db }: Ctx, head: Head): Promise<InForce> {
  const { heads, leans } = await readTogether(db, { heads: headsOf, leans: leansOf(head) })
  const published = heads[0]?.heads ?? {}
  const effectsOf = (side: Lean['side']): Effects =>
    new Map(leans.filter((lean) => lean.side === side).map(({ id, effect, spread }) => [id, { effect, spread }]))
  return {
    head: {
      ...nothingLearned(modelOf(published)[head]),
      ...(published[head] && { askers: effectsOf('asker'), asked: effectsOf('asked') }),
    },
    learnedUntil: published[head]?.learnedUntil ?? 0,
  }
}

const headsOf: Shelf<{ heads: Heads }> = sql`
  select version.heads from ${weightsInForce} force join ${weightVersions} version on version.number = force.version`

const leansOf = (head: Head): Shelf<Lean> => sql`
  select lean.member_id as id, lean.side, lean.effect, lean.spread from ${memberLeanings} lean
  where lean.head = ${head} and lean.version = (select version from ${weightsInForce})`

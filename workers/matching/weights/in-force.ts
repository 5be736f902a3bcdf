import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { type LearnedHead, memberLeanings, weightsInForce, weightVersions } from '#db/schema/matching/learning.ts'
import { FEATURES } from '../fit/features.ts'
import { type Head, type Model, RULES, type Weights } from '../fit/heads.ts'
import { hashOf } from '../hashing.ts'

export type Heads = Partial<Record<Head, LearnedHead>>
export type InForce = { version: number; heads: Heads }

// None where the rules decide.
export const weightsNow: Shelf<InForce> = sql`
  select version.number as version, version.heads from ${weightsInForce} force
    join ${weightVersions} version on version.number = force.version where not force.rules_only`

export const leansOf = (memberId: SQL) => sql`(
  select coalesce(json_object_agg(lean.side || ' ' || lean.head, lean.effect), '{}') from ${memberLeanings} lean
  where lean.member_id = ${memberId} and lean.version = (select version from ${weightsInForce} where not rules_only))`

// Which numbers a row holds, and in which order: what was written down in another shape says nothing here.
export const SHAPE = hashOf(FEATURES.map(({ name }) => name).join(' ')) >>> 1

export const modelOf = (heads: Heads): Model => ({
  asks: weightsOf('asks', heads.asks),
  accepts: weightsOf('accepts', heads.accepts),
  succeeds: weightsOf('succeeds', heads.succeeds),
})

// By name, so that weights outlive a change of what is known; whatever came later is weighed as the rules do.
function weightsOf(head: Head, learned: LearnedHead | undefined): Weights {
  if (!learned) return RULES[head]
  const of = FEATURES.map(({ name }, n) => learned.of[name] ?? RULES[head].of[n] ?? 0)
  return { bias: learned.bias, of: Float64Array.from(of) }
}

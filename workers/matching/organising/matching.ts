import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import {
  type HoldOut,
  type LearnedHead,
  learningNights,
  weightsInForce,
  weightVersions,
} from '#db/schema/matching/learning.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { HEADS, type Head } from '../fit/heads.ts'
import { FEWEST } from '../learning/judging/gate.ts'
import type { Heads } from '../weights/in-force.ts'
import type { Matching } from './inputs.ts'

// INS-3: nothing is told about fewer than five.
const ENOUGH = 5
const ENOUGH_FOR_SHARES = 40

// What matching learned here so far, in figures that name nobody.
export async function readMatching({ db }: MemberCtx): Promise<Matching> {
  const { nights, versions, force, counted } = await readTogether(db, {
    nights: lastNights,
    versions: kept,
    force: decides,
    counted: ladder,
  })
  const came = counted[0]?.ladder ?? { shown: 0, asked: 0, accepted: 0, met: 0, succeeded: 0 }
  return {
    shown: fewHidden(came.shown),
    asked: fewHidden(came.asked),
    accepted: fewHidden(came.accepted),
    met: fewHidden(came.met),
    succeeded: fewHidden(came.succeeded),
    countedAt: counted[0]?.at ?? null,
    nights: HEADS.flatMap((head) => nights.filter((night) => night.head === head)),
    enough: FEWEST,
    inForce: force[0]?.version ?? null,
    rulesOnly: force[0]?.rulesOnly ?? false,
    versions: versions.map(({ heads, ...version }) => ({
      ...version,
      tried: HEADS.flatMap((head) => triedOf(head, heads[head])),
    })),
  }
}

const fewHidden = (many: number) => (many === 0 || many >= ENOUGH ? many : null)

const triedOf = (head: Head, learned: LearnedHead | undefined) =>
  learned ? [{ head, outcomes: learned.holdOut.outcomes, ...inHundreds(learned.holdOut) }] : []

const inHundreds = ({ likely: { of, learned, rules } }: HoldOut) =>
  of < ENOUGH_FOR_SHARES
    ? { learned: null, rules: null }
    : { learned: Math.round((100 * learned) / of), rules: Math.round((100 * rules) / of) }

const lastNights: Shelf<Matching['nights'][number]> = sql`
  select distinct on (head) head, night, (learned -> 'outcomes')::int as outcomes, learned -> 'holdOut' ->> 'why' as why
  from ${learningNights} order by head, night desc`

const ladder: Shelf<{ ladder: NonNullable<LearnedHead['ladder']>; at: string }> = sql`
  select learned -> 'ladder' as ladder, at from ${learningNights} where head = 'asks' order by night desc limit 1`

const kept: Shelf<{ number: number; publishedAt: string; heads: Heads }> = sql`
  select number, published_at as "publishedAt", heads from ${weightVersions} order by number desc`

const decides: Shelf<{ version: number | null; rulesOnly: boolean }> = sql`
  select version, rules_only as "rulesOnly" from ${weightsInForce}`

import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import {
  type Found,
  type LeftOut,
  type PairingRules,
  pairingBonds,
  pairingPeople,
  pairingPlaces,
  pairingRules,
  pairings,
} from '#db/schema/mentoring/pairings.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { person } from '#workers/mentoring/program-pairs/health.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { type Pair, type Pairing, type Person, RULES_AT_FIRST } from './inputs.ts'
import { learnersOf, teachersOf } from './reading.ts'
import { ownProgram } from './rules.ts'
import type { PairTold } from './telling.ts'
import { cautionIn, reasonsIn, ruleIn, whyLeftOut } from './words.ts'

type Draft = {
  id: string
  state: Pairing['state']
  run: number
  looked: number
  people: number
  found: Found | null
  asksOthers: boolean
}
type Placed = {
  participant: Person
  mentor: Person | null
  fit: number | null
  told: PairTold | null
  leftOut: LeftOut | null
  takesPart: boolean
  locked: boolean
  byHand: boolean
  outcome: Pair['outcome']
  why: string
}
type Someone = { id: string; handle: string; name: string }
type Bound = { participant: Person; mentor: Person; bond: 'must' | 'never' }

// The newest draft of a program: who would be with whom, and why; who with nobody, and what would help.
export async function readPairingPage(ctx: MemberCtx, { slug }: ProgramSlug) {
  const own = sql`(${ownProgram(slug, ctx.member.id)})`
  const newest = sql`(select id from ${pairings} where program_id = ${own} and state <> 'dropped' order by made_at desc limit 1)`
  const read = await readTogether(ctx.db, {
    program: sql`${ownProgram(slug, ctx.member.id)}` as Shelf<{ id: string }>,
    draft:
      sql`select id, state, run, looked, people, found, (rules ->> 'asksOthers')::boolean as "asksOthers" from ${pairings} where id = ${newest}` as Shelf<Draft>,
    places: placesOf(newest),
    mentors: mentorsIn(newest),
    names: namesIn(newest),
    rules: sql`select rules from ${pairingRules} where program_id = ${own}` as Shelf<{ rules: PairingRules }>,
    bonds:
      sql`select ${person('who')} as participant, ${person('mentor')} as mentor, bound.bond from ${pairingBonds} bound
      join ${members} who on who.id = bound.participant_id join ${members} mentor on mentor.id = bound.mentor_id
      where bound.program_id = ${own} order by bound.bond, who.name, mentor.name` as Shelf<Bound>,
    learners:
      sql`select who.id, who.handle, who.name from ${members} who where who.id in (${learnersOf(own)}) order by who.name` as Shelf<Someone>,
    teachers:
      sql`select who.id, who.handle, who.name, able.seats, able.takes_part as "takesPart" from (${teachersOf(own, sql`true`)}) able
      join ${members} who on who.id = able.id order by able.takes_part desc, who.name` as Shelf<
        Someone & { seats: number; takesPart: boolean }
      >,
  })
  if (!read.program[0]) throw notFound('program')
  return {
    pairing: asPairing(read),
    mentors: read.mentors,
    rules: read.rules[0]?.rules ?? RULES_AT_FIRST,
    bonds: read.bonds,
    learners: read.learners,
    teachers: read.teachers,
  }
}

export const readPairing = async (ctx: MemberCtx, program: ProgramSlug): Promise<Pairing> =>
  (await readPairingPage(ctx, program)).pairing

const placesOf = (draft: ReturnType<typeof sql>): Shelf<Placed & { skills: string[] }> => sql`
  select ${person('who')} as participant, case when mentor.id is not null then ${person('mentor')} end as mentor, placed.fit, placed.told, placed.left_out as "leftOut",
    coalesce((select takes_part from ${pairingPeople} taking where taking.pairing_id = placed.pairing_id and taking.member_id = placed.mentor_id and taking.part = 'mentor'), true) as "takesPart",
    placed.locked, placed.by_hand as "byHand", placed.outcome, placed.why,
    (select coalesce(json_agg(skill.name order by skill.name), '[]') from ${skills} skill
      where skill.slug in (select jsonb_array_elements_text(placed.told -> 'skills'))) as skills
  from ${pairingPlaces} placed join ${members} who on who.id = placed.participant_id left join ${members} mentor on mentor.id = placed.mentor_id
  where placed.pairing_id = ${draft} order by placed.fit desc nulls last, who.name`

export type Seat = Person & { seats: number; takesPart: boolean }

const mentorsIn = (draft: ReturnType<typeof sql>): Shelf<Seat> => sql`
  select mentor.handle, mentor.name, mentor.portrait, taking.seats, taking.takes_part as "takesPart" from ${pairingPeople} taking
    join ${members} mentor on mentor.id = taking.member_id
  where taking.pairing_id = ${draft} and taking.part = 'mentor' order by mentor.name`

const namesIn = (draft: ReturnType<typeof sql>): Shelf<Someone> => sql`
  select distinct who.id, who.handle, who.name from ${pairingPeople} taking join ${members} who on who.id = taking.member_id
  where taking.pairing_id = ${draft}`

type Everything = { draft: Draft[]; places: (Placed & { skills: string[] })[]; names: Someone[] }

function asPairing({ draft, places, names }: Everything): Pairing {
  const [newest] = draft
  const named = new Map(names.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => named.get(id) ?? 'somebody'
  const found = newest?.found
  return {
    ...{
      state: newest?.state ?? null,
      run: newest?.run ?? 0,
      looked: newest?.looked ?? 0,
      people: newest?.people ?? 0,
    },
    pairs: places.flatMap((one) => (one.mentor ? [asPair({ ...one, mentor: one.mentor })] : [])),
    leftOut: places
      .filter(({ mentor }) => mentor === null)
      .map(({ participant, leftOut }) => ({
        participant,
        why: leftOut ? whyLeftOut(leftOut, leftOut.seatWith && nameOf(leftOut.seatWith)) : GONE,
      })),
    helps: (found?.relaxed ?? []).map((one) => ({ says: ruleIn(one, nameOf), places: one.places })),
    stops: found?.stops ?? [],
    isProved: found?.proof?.gap === 0 && found.proof.broken === 0,
  }
}

const GONE = 'The mentor of this draft is not here any more. Pair the rest anew.'

// Chosen by eye on the demo community, until outcomes say it.
const STRONG = 0.6
const GOOD = 0.45

export const fitWord = (fit: number): Pair['fit'] => (fit >= STRONG ? 'strong' : fit >= GOOD ? 'good' : 'possible')

function asPair({ told, fit, skills: known, leftOut: _, ...one }: Placed & { mentor: Person; skills: string[] }): Pair {
  const about = {
    participant: firstName(one.participant),
    mentor: firstName(one.mentor),
    told: told ?? NOTHING,
    skills: known,
  }
  return { ...one, fit: fitWord(fit ?? 0), reasons: reasonsIn(about), caution: cautionIn(about) }
}

const NOTHING: PairTold = {
  reasons: [],
  caution: null,
  skills: [],
  hoursAWeek: null,
  chosen: { participant: null, mentor: null },
}

export const firstName = ({ name }: Pick<Person, 'name'>) => name.split(' ')[0] ?? name

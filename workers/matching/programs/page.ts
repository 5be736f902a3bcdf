import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import {
  type PairingRules,
  pairingBonds,
  pairingPeople,
  pairingPlaces,
  pairingRules,
  pairings,
} from '#db/schema/mentoring/pairings.ts'
import { programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { person } from '#workers/mentoring/program-pairs/health.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { heardOf } from './choosing/choosers.ts'
import { groupsIn, ownMentors } from './groups/reading.ts'
import { type Pairing, type Person, RULES_AT_FIRST } from './inputs.ts'
import { parityOf, type Question } from './parity.ts'
import { learnersOf, teachersOf } from './reading.ts'
import { ownProgram } from './rules.ts'
import { asAnswered, asPairing, type Draft, type Placed, type Someone } from './shown.ts'
import { talksIn, withoutTalk } from './talks/shown.ts'

type Bound = { participant: Person; mentor: Person; bond: 'must' | 'never' }

// The newest draft of a program: who would be with whom, and why; who with nobody, and what would help.
export async function readPairingPage(ctx: MemberCtx, { slug }: ProgramSlug) {
  const own = sql`(${ownProgram(slug, ctx.member.id)})`
  const asksOthers = sql`coalesce((select (rules ->> 'asksOthers')::boolean from ${pairingRules} where program_id = ${own}), true)`
  const newest = sql`(select id from ${pairings} where program_id = ${own} and state <> 'dropped' order by made_at desc limit 1)`
  const read = await readTogether(ctx.db, {
    program: sql`${ownProgram(slug, ctx.member.id)}` as Shelf<{ id: string }>,
    draft:
      sql`select id, state, run, looked, people, found, (rules ->> 'asksOthers')::boolean as "asksOthers", coalesce(rules -> 'groups', '[]') as groups from ${pairings} where id = ${newest}` as Shelf<Draft>,
    places: placesOf(newest),
    mentors: mentorsIn(newest),
    names: namesIn(newest),
    rules: sql`select rules from ${pairingRules} where program_id = ${own}` as Shelf<{ rules: PairingRules }>,
    bonds:
      sql`select ${person('who')} as participant, ${person('mentor')} as mentor, bound.bond from ${pairingBonds} bound
      join ${members} who on who.id = bound.participant_id join ${members} mentor on mentor.id = bound.mentor_id
      where bound.program_id = ${own} order by bound.bond, who.name, mentor.name` as Shelf<Bound>,
    groups: groupsIn(own),
    ownMentors: ownMentors(own),
    form: sql`select field ->> 'key' as key, field ->> 'label' as label, field ->> 'kind' as kind
      from ${programs} program, jsonb_array_elements(program.form) field where program.id = ${own}` as Shelf<Question>,
    choosing: heardOf(own),
    talks: talksIn(own),
    learners:
      sql`select who.id, who.handle, who.name from ${members} who where who.id in (${learnersOf(own)}) order by who.name` as Shelf<Someone>,
    teachers:
      sql`select who.id, who.handle, who.name, able.seats, able.takes_part as "takesPart" from (${teachersOf(own, asksOthers)}) able
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
    groups: read.groups,
    ownMentors: read.ownMentors,
    parity: parityOf(read.form, read.places.map(asAnswered)),
    learners: read.learners,
    teachers: read.teachers,
    choosing: read.choosing[0],
    talks: read.talks,
    withoutTalk: withoutTalk(read),
  }
}

export const readPairing = async (ctx: MemberCtx, program: ProgramSlug): Promise<Pairing> =>
  (await readPairingPage(ctx, program)).pairing

const placesOf = (draft: ReturnType<typeof sql>): Shelf<Placed> => sql`
  select ${person('who')} as participant, case when mentor.id is not null then ${person('mentor')} end as mentor, placed.fit, placed.told, placed.left_out as "leftOut",
    exists (select from ${programApplications} applied where applied.program_id = draft.program_id and applied.member_id = placed.mentor_id
      and applied.part = 'mentor' and applied.state = 'accepted') as "takesPart",
    coalesce((select applied.answers from ${programApplications} applied where applied.program_id = draft.program_id and applied.member_id = who.id
      and applied.part = 'participant' and applied.state = 'accepted' limit 1), '{}') as answers, placed.locked, placed.by_hand as "byHand", placed.outcome, placed.why,
    (select coalesce(json_agg(skill.name order by skill.name), '[]') from ${skills} skill
      where skill.slug in (select jsonb_array_elements_text(placed.told -> 'skills'))) as skills
  from ${pairingPlaces} placed join ${pairings} draft on draft.id = placed.pairing_id join ${members} who on who.id = placed.participant_id left join ${members} mentor on mentor.id = placed.mentor_id
  where placed.pairing_id = ${draft} order by placed.fit desc nulls last, who.name`

export type Seat = Person & { seats: number; takesPart: boolean }

const mentorsIn = (draft: ReturnType<typeof sql>): Shelf<Seat> => sql`
  select mentor.handle, mentor.name, mentor.portrait, taking.seats, taking.takes_part as "takesPart" from ${pairingPeople} taking
    join ${members} mentor on mentor.id = taking.member_id
  where taking.pairing_id = ${draft} and taking.part = 'mentor' order by mentor.name`

const namesIn = (draft: ReturnType<typeof sql>): Shelf<Someone> => sql`
  select distinct who.id, who.handle, who.name from ${pairingPeople} taking join ${members} who on who.id = taking.member_id
  where taking.pairing_id = ${draft}`

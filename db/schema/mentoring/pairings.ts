import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, bytes, createdAt, id } from '../../columns.ts'
import { memberId, members } from '../people.ts'
import { programs } from './programs.ts'

const programId = () =>
  uuid()
    .notNull()
    .references(() => programs.id, { onDelete: 'cascade' })

export const IMPORTANCES = ['must', 'strong', 'usual', 'weak', 'ignore'] as const
export type Importance = (typeof IMPORTANCES)[number]

// Whoever decides: the organisers alone, or with what those who learn, or both sides, say of each other, in the last case
// after a short talk.
// How a program pairs: how much each topic counts, what lies between "nobody would rather swap" (0) and "nobody is left
// out" (4), how many each mentor takes, and until which day people are asked whom they would like.
export const PROCESSES = ['organiser', 'choice', 'both', 'talks'] as const

export type PairingRules = {
  process: (typeof PROCESSES)[number]
  counts: Record<string, Importance>
  balance: number
  fewest: number
  most: number | null
  asksOthers: boolean
  until?: string | null
}

export const pairingRules = pgTable(
  'pairing_rules',
  {
    programId: programId().primaryKey(),
    rules: jsonb().$type<PairingRules>().notNull(),
    updatedAt: createdAt(),
    // The last day of choosing that was called to mind.
    remindedFor: date({ mode: 'string' }),
    // When talks were asked for that are not found yet.
    talksAskedAt: at(),
  },
  (row) => [index('pairing_rules_asked_for_talks').on(row.talksAskedAt).where(sql`${row.talksAskedAt} is not null`)],
)

// Two who must be together, or never.
export const pairingBonds = pgTable(
  'pairing_bonds',
  {
    programId: programId(),
    participantId: memberId(),
    mentorId: memberId(),
    bond: text({ enum: ['must', 'never'] }).notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.programId, row.participantId, row.mentorId] }),
    index('pairing_bonds_of_participants').on(row.participantId),
    index('pairing_bonds_of_mentors').on(row.mentorId),
    uniqueIndex('pairing_bonds_must_once').on(row.programId, row.participantId).where(sql`${row.bond} = 'must'`),
    check('pairing_bonds_bond', sql`${row.bond} in ('must', 'never')`),
    check('pairing_bonds_take_two', sql`${row.participantId} <> ${row.mentorId}`),
  ],
)

// Mentors of a program who take so many together, and no more.
export const pairingGroups = pgTable(
  'pairing_groups',
  { id: id(), programId: programId(), name: text().notNull(), most: smallint().notNull() },
  (row) => [
    unique('pairing_groups_in_their_program').on(row.programId, row.id),
    uniqueIndex('pairing_groups_called_once').on(row.programId, sql`lower(${row.name})`),
    check('pairing_groups_take_somebody', sql`${row.most} between 1 and 500`),
  ],
)

// Each mentor is in one of them at the most.
export const pairingGroupMentors = pgTable(
  'pairing_group_mentors',
  { programId: uuid().notNull(), mentorId: memberId(), groupId: uuid().notNull() },
  (row) => [
    primaryKey({ name: 'pairing_group_mentors_in_one', columns: [row.programId, row.mentorId] }),
    foreignKey({
      name: 'pairing_group_mentors_of_a_group',
      columns: [row.programId, row.groupId],
      foreignColumns: [pairingGroups.programId, pairingGroups.id],
    }).onDelete('cascade'),
    index('pairing_group_mentors_of_groups').on(row.groupId),
    index('pairing_group_mentors_by_member').on(row.mentorId),
  ],
)

// What one side says of the other before they are paired: a place in their list, or 0 for rather not.
export const pairingChoices = pgTable(
  'pairing_choices',
  { programId: programId(), memberId: memberId(), otherId: memberId(), place: smallint().notNull(), at: createdAt() },
  (row) => [
    primaryKey({ columns: [row.programId, row.memberId, row.otherId] }),
    index('pairing_choices_by_member').on(row.memberId),
    index('pairing_choices_about').on(row.otherId),
    check('pairing_choices_place', sql`${row.place} between 0 and 5`),
    check('pairing_choices_take_two', sql`${row.memberId} <> ${row.otherId}`),
  ],
)

// Two who are to talk before they say how it was: proposed in rounds, with the first moment both have an hour.
export const pairingTalks = pgTable(
  'pairing_talks',
  {
    programId: programId(),
    participantId: memberId(),
    mentorId: memberId(),
    round: smallint().notNull(),
    freeAt: at(),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.programId, row.participantId, row.mentorId] }),
    index('pairing_talks_of_participants').on(row.participantId),
    index('pairing_talks_of_mentors').on(row.mentorId),
    check('pairing_talks_take_two', sql`${row.participantId} <> ${row.mentorId}`),
  ],
)

// Mentors who take at most so many together; so many are with them already.
export type PairingGroup = { id: string; name: string; most: number; begun: number; mentorIds: string[] }

// What a run began with: the rules, who must be or may never be together, what people chose, what was settled by hand, and
// who takes how many together.
export type PairingInput = PairingRules & {
  bonds: { participantId: string; mentorId: string; bond: 'must' | 'never' }[]
  choices: { memberId: string; otherId: string; place: number }[]
  settled: { participantId: string; mentorId: string }[]
  groups?: PairingGroup[]
}

// What the prices prove: no other way of pairing is worth more than the dual allows.
export type Proof = { primal: number; dual: number; gap: number; broken: number; seed: number; inputHash: string }
// One stop between stable and everybody: its share of the best fits, who would rather swap where that was looked for, who is
// left out.
export type Stop = { balance: number; share: number; blocking: number | null; leftOut: number }
export type Relaxed = { rule: 'seat' | 'group' | 'never' | 'topic'; about: string; places: number }
export type Found = { proof: Proof | null; stops: Stop[]; relaxed: Relaxed[]; prices: Record<string, number> }

export const PAIRING_STATES = ['running', 'ready', 'publishing', 'published', 'dropped'] as const

// A draft of who works with whom. `run` counts how often it was paired anew, `step` how far this run is.
export const pairings = pgTable(
  'pairings',
  {
    id: id(),
    programId: programId(),
    state: text({ enum: PAIRING_STATES }).notNull().default('running'),
    rules: jsonb().$type<PairingInput>().notNull(),
    seed: integer().notNull(),
    run: integer().notNull().default(1),
    step: integer().notNull().default(0),
    // Of the participants of this run so many have been looked at.
    looked: integer().notNull().default(0),
    people: integer().notNull().default(0),
    // Where the calculation stopped, until another job goes on.
    kept: bytes(),
    found: jsonb().$type<Found>(),
    madeById: uuid().references(() => members.id, { onDelete: 'set null' }),
    madeAt: createdAt(),
    movedAt: createdAt(),
    publishedAt: at(),
  },
  (row) => [
    uniqueIndex('pairings_one_at_a_time')
      .on(row.programId)
      .where(sql`${row.state} in ('running', 'ready', 'publishing')`),
    index('pairings_of_a_program').on(row.programId, row.madeAt.desc()),
    index('pairings_under_way').on(row.movedAt).where(sql`${row.state} in ('running', 'publishing')`),
    check('pairings_state', sql`${row.state} in ('running', 'ready', 'publishing', 'published', 'dropped')`),
  ],
)

const pairingId = () =>
  uuid()
    .notNull()
    .references(() => pairings.id, { onDelete: 'cascade' })

// Who takes part, as they were when the run began, so that the proof can be checked again. Let go when it is published.
export const pairingPeople = pgTable(
  'pairing_people',
  {
    pairingId: pairingId(),
    memberId: memberId(),
    part: text({ enum: ['participant', 'mentor'] }).notNull(),
    takesPart: boolean().notNull(),
    seats: smallint().notNull(),
    told: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.pairingId, row.memberId, row.part] }),
    index('pairing_people_by_member').on(row.memberId),
    check('pairing_people_part', sql`${row.part} in ('participant', 'mentor')`),
  ],
)

// Why somebody is with nobody: so many mentors qualify, so many of them are full, and so many stand in a group that is; with
// whom, or for which group, one more seat would help.
export type LeftOut = {
  qualified: number
  full: number
  seatWith: string | null
  inFullGroups?: { name: string; most: number; mentors: number }[]
  placeFor?: string | null
}

export const pairingPlaces = pgTable(
  'pairing_places',
  {
    pairingId: pairingId(),
    participantId: memberId(),
    mentorId: uuid().references(() => members.id, { onDelete: 'set null' }),
    // A place that stays when the rest is paired anew, and whether a person chose it.
    locked: boolean().notNull().default(false),
    byHand: boolean().notNull().default(false),
    fit: doublePrecision(),
    told: jsonb().$type<Record<string, unknown>>(),
    leftOut: jsonb().$type<LeftOut>(),
    // What came of it when it was published.
    outcome: text({ enum: ['paired', 'asked', 'refused'] }),
    why: text().notNull().default(''),
  },
  (row) => [
    primaryKey({ columns: [row.pairingId, row.participantId] }),
    index('pairing_places_of_participants').on(row.participantId),
    index('pairing_places_of_mentors').on(row.mentorId),
    check('pairing_places_outcome', sql`${row.outcome} in ('paired', 'asked', 'refused')`),
  ],
)

import { z } from 'zod'
import { IMPORTANCES, PAIRING_STATES, type PairingRules, PROCESSES } from '#db/schema/mentoring/pairings.ts'
import { TOPICS, type Topic } from '../fit/features.ts'
import { CAN_BE_A_MUST } from './counting.ts'

const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false)
const nothing = z.literal('').transform(() => null)
const wholeNumber = (least: number, most: number) =>
  z.coerce.number('A whole number, please.').int('A whole number, please.').min(least).max(most)

const importance = (topic: Topic) =>
  z
    .enum(IMPORTANCES)
    .refine(
      (said) => said !== 'must' || CAN_BE_A_MUST.some((one) => one === topic),
      'This can count much, but be no must.',
    )
    .default('usual')

const counts = {
  skills: importance('skills'),
  words: importance('words'),
  time: importance('time'),
  language: importance('language'),
  ways: importance('ways'),
  experience: importance('experience'),
  answers: importance('answers'),
  wishes: importance('wishes'),
}

export const Rules = z
  .strictObject({
    process: z.enum(PROCESSES).default('organiser'),
    balance: wholeNumber(0, 4),
    fewest: wholeNumber(0, 3).default(0),
    most: z.union([z.null(), nothing, wholeNumber(1, 50)]).default(null),
    asksOthers: ticked,
    until: z.union([z.null(), nothing, z.iso.date('Please choose a day.')]).default(null),
    ...counts,
  })
  .refine(({ fewest, most }) => most === null || fewest <= most, {
    path: ['most'],
    message: 'That is fewer than each mentor takes at least.',
  })
export type Rules = z.output<typeof Rules>

export const asRules = ({ process, balance, fewest, most, asksOthers, until, ...said }: Rules): PairingRules => ({
  ...{ process, balance, fewest, most, asksOthers, until },
  counts: Object.fromEntries(TOPICS.filter((topic) => said[topic] !== 'usual').map((topic) => [topic, said[topic]])),
})

export const RULES_AT_FIRST: PairingRules = {
  ...{ process: 'organiser', balance: 4, fewest: 0, most: null, asksOthers: true, counts: {} },
}

const handle = z.string().trim().min(1, 'Please choose somebody.').max(64)

export const Bond = z.strictObject({ participant: handle, mentor: handle, bond: z.enum(['must', 'never', 'neither']) })
export type Bond = z.output<typeof Bond>

export const Placed = z.strictObject({ slug: z.string().max(80), handle })
export type Placed = z.output<typeof Placed>

// With whom somebody is to be, for good or until it is paired anew.
export const Place = z.strictObject({ mentor: handle, locked: ticked })
export type Place = z.output<typeof Place>

export const Balance = z.strictObject({ balance: wholeNumber(0, 4) })
export type Balance = z.output<typeof Balance>

export const PairingId = z.object({ id: z.uuid() })
export type PairingId = z.output<typeof PairingId>

export const PairingState = z.strictObject({
  id: z.uuid(),
  state: z.enum(PAIRING_STATES),
  run: z.int(),
  looked: z.int().describe('How many of them were looked at so far.'),
  people: z.int(),
})
export type PairingState = z.output<typeof PairingState>

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })
export type Person = z.output<typeof Person>

const Pair = z.strictObject({
  participant: Person,
  mentor: Person,
  fit: z.enum(['strong', 'good', 'possible']),
  reasons: z.array(z.string()).max(3),
  caution: z.string().nullable(),
  takesPart: z.boolean().describe('Whether the mentor said yes to the program; else they are asked first.'),
  locked: z.boolean(),
  byHand: z.boolean(),
  outcome: z.enum(['paired', 'asked', 'refused']).nullable(),
  why: z.string(),
})
export type Pair = z.output<typeof Pair>

const LeftOut = z.strictObject({ participant: Person, why: z.string() })
export type LeftOut = z.output<typeof LeftOut>

export const Pairing = z.strictObject({
  state: z.enum(PAIRING_STATES).nullable(),
  run: z.int(),
  looked: z.int(),
  people: z.int(),
  pairs: z.array(Pair),
  leftOut: z.array(LeftOut),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      most: z.int(),
      begun: z.int().describe('How many were with its mentors before this draft.'),
      taken: z.int().describe('How many are with its mentors, those of this draft among them.'),
      mentors: z.array(z.string()),
    }),
  ),
  helps: z.array(z.strictObject({ says: z.string(), places: z.int() })),
  stops: z.array(
    z.strictObject({ balance: z.int(), share: z.number(), blocking: z.int().nullable(), leftOut: z.int() }),
  ),
  isProved: z.boolean(),
  isOutOfDate: z
    .boolean()
    .describe('Whether what it was found from was let go, so that it cannot be summed up any more.'),
})
export type Pairing = z.output<typeof Pairing>

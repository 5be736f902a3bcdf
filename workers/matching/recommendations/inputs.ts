import { z } from 'zod'
import { NOT_FOR_ME, SUGGESTED } from '#db/schema/matching.ts'

export const THINGS = ['group', 'session'] as const
export const KINDS = [...SUGGESTED, ...THINGS] as const
export type Kind = (typeof KINDS)[number]

export const For = z.strictObject({ for: z.enum(KINDS) })
export type For = z.output<typeof For>

// Somebody by their handle, a program or a session by its slug.
export const Whom = z.strictObject({
  kind: z.enum(KINDS),
  name: z
    .string()
    .regex(/^[\w-]+$/)
    .max(120),
})
export type Whom = z.output<typeof Whom>

const nothing = z.literal('').transform(() => null)

export const Answer = z.strictObject({
  answer: z.enum(['saved', 'dismissed']),
  because: z.union([z.null(), nothing, z.enum(NOT_FOR_ME)]).default(null),
})
export type Answer = z.output<typeof Answer>

const Told = {
  fit: z.enum(['strong', 'good', 'possible']),
  reasons: z.array(z.string()).max(3),
  caution: z.string().nullable(),
  change: z
    .strictObject({ says: z.string(), where: z.string() })
    .nullable()
    .describe('What you could say that would move this most.'),
  saved: z.boolean(),
}

export const Suggestion = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  portrait: z.string().nullable(),
  timeZone: z.string(),
  places: z.int().nullable().describe('How many more they would take, where you may ask them.'),
  gotSomewhere: z
    .int()
    .nullable()
    .describe('Of a hundred pairs like you two, how many got somewhere; only where two hundred or more ended.'),
  thisWeek: z.boolean().describe('Whether you two are each other’s match of this week.'),
  free: z.array(z.iso.datetime()).describe('The first moments in which you both have an hour.'),
  ...Told,
})
export type Suggestion = z.output<typeof Suggestion>

export const SuggestedThing = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  program: z.strictObject({ startsOn: z.string(), endsOn: z.string(), left: z.int() }).nullable(),
  session: z
    .strictObject({
      startsAt: z.string(),
      timeZone: z.string(),
      lengthMinutes: z.int(),
      place: z.string().nullable(),
      host: z.strictObject({ handle: z.string(), name: z.string() }),
    })
    .nullable(),
  ...Told,
})
export type SuggestedThing = z.output<typeof SuggestedThing>

export const Suggestions = z.strictObject({
  suggestions: z.array(Suggestion).describe('People who may suit you.'),
  things: z.array(SuggestedThing).describe('Programs or sessions that may.'),
})
export type Suggestions = z.output<typeof Suggestions>

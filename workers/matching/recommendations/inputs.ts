import { z } from 'zod'
import { NOT_FOR_ME, SUGGESTED } from '#db/schema/matching.ts'
import { MemberHandle } from '#workers/people/profiles/inputs.ts'

export const For = z.strictObject({ for: z.enum(SUGGESTED) })
export type For = z.output<typeof For>

export const Whom = z.strictObject({ kind: z.enum(SUGGESTED), handle: MemberHandle.shape.handle })
export type Whom = z.output<typeof Whom>

const nothing = z.literal('').transform(() => null)

export const Answer = z.strictObject({
  answer: z.enum(['saved', 'dismissed']),
  because: z.union([z.null(), nothing, z.enum(NOT_FOR_ME)]).default(null),
})
export type Answer = z.output<typeof Answer>

export const Suggestion = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  portrait: z.string().nullable(),
  timeZone: z.string(),
  places: z.int().describe('How many more they would take.'),
  fit: z.enum(['strong', 'good', 'possible']),
  reasons: z.array(z.string()).max(3),
  caution: z.string().nullable(),
  change: z
    .strictObject({ says: z.string(), where: z.string() })
    .nullable()
    .describe('What you could say that would move this most.'),
  free: z.array(z.iso.datetime()).describe('The first moments in which you both have an hour.'),
  saved: z.boolean(),
})
export type Suggestion = z.output<typeof Suggestion>

export const Suggestions = z.strictObject({ suggestions: z.array(Suggestion) })
export type Suggestions = z.output<typeof Suggestions>

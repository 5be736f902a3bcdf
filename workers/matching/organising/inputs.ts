import { z } from 'zod'
import { LEARNED } from '#db/schema/matching/learning.ts'

const yes = z
  .union([z.boolean(), z.enum(['on', 'off'])])
  .default(false)
  .transform((value) => value === true || value === 'on')

// Forms send text; nothing in it stands for the rules.
const VersionNumber = z.union([
  z.null(),
  z.literal('').transform(() => null),
  z.coerce.number().int().min(1).max(1_000_000),
])

export const WhatDecides = z.strictObject({
  version: VersionNumber.describe(
    'The number of the weights that are to be in force, or null for the rules until better ones come.',
  ),
  rulesOnly: yes.describe('Whether the rules decide alone, whatever is learned.'),
})
export type WhatDecides = z.output<typeof WhatDecides>

export const Decided = z.strictObject({ version: z.int().nullable(), rulesOnly: z.boolean() })

const Few = z.int().nullable().describe('Nothing where it is fewer than five.')

const HoldOut = z.strictObject({
  head: z.enum(LEARNED),
  outcomes: z.int().describe('On how many outcomes, that nothing was learned from, it was tried.'),
  // Of a hundred thought likeliest, how many came.
  learned: z.int().nullable(),
  rules: z.int().nullable(),
})

export const Matching = z.strictObject({
  shown: Few,
  asked: Few,
  accepted: Few,
  met: Few,
  succeeded: Few,
  countedAt: z.string().nullable(),
  // How many outcomes each question had last night, and whether anything better was found.
  nights: z.array(
    z.strictObject({
      head: z.enum(LEARNED),
      night: z.string(),
      outcomes: z.int(),
      why: z.enum(['better', 'as good and truer', 'no better', 'too few']),
    }),
  ),
  enough: z.int(),
  inForce: z.int().nullable(),
  rulesOnly: z.boolean(),
  versions: z.array(z.strictObject({ number: z.int(), publishedAt: z.string(), tried: z.array(HoldOut) })),
})
export type Matching = z.output<typeof Matching>

import { z } from 'zod'

export const CRITERIA = ['clearer', 'better-made', 'closer-to-the-aim', 'more-their-own', 'braver'] as const
export type Criterion = (typeof CRITERIA)[number]

const Version = z.uuid()

// A form sends one ticked box as a text, several as a list.
const Criteria = z
  .union([z.array(z.enum(CRITERIA)).max(CRITERIA.length), z.enum(CRITERIA).transform((one) => [one])])
  .default([])
  .transform((all) => [...new Set(all)])

export const NewPreference = z
  .strictObject({
    a: Version,
    b: Version,
    choice: z.enum(['a', 'b', 'same'], 'Which of the two, or both alike?'),
    reason: z.string().trim().min(1, 'Please say why: that is what helps.').max(1000),
    criteria: Criteria,
  })
  .refine(({ a, b }) => a !== b, { path: ['b'], message: 'These are the same version.' })
export type NewPreference = z.output<typeof NewPreference>

export const Preferred = z.strictObject({ id: z.uuid() })

export const ComparedTask = z.strictObject({ id: z.uuid() })
export type ComparedTask = z.output<typeof ComparedTask>

const Ranked = z.strictObject({ version: z.int(), strength: z.number(), error: z.number() })

export const Standings = z.strictObject({
  choices: z.int(),
  raters: z.int(),
  reliability: z.number().min(0).max(1).describe('The share of the differences that is more than chance.'),
  order: z.array(Ranked),
})
export type Standings = z.output<typeof Standings>

export const Consent = z.strictObject({ agrees: z.boolean() })
export type Consent = z.output<typeof Consent>

export const ExportSearch = z.strictObject({ after: z.uuid().optional() })
export type ExportSearch = z.output<typeof ExportSearch>

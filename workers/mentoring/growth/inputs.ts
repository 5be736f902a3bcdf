import { z } from 'zod'
import { CLAIM_SOURCES } from '#db/schema/mentoring/growth.ts'
import { SkillSlug } from '#workers/people/skills/inputs.ts'

export const GrowingSkill = SkillSlug
export type GrowingSkill = z.output<typeof GrowingSkill>

const Level = z.int().min(1).max(5)

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })

const Source = z.enum(CLAIM_SOURCES)

export const Standing = z.strictObject({ source: Source, level: Level, at: z.string(), by: Person.nullable() })
export type Standing = z.output<typeof Standing>

export const Grown = z.strictObject({
  slug: z.string(),
  name: z.string(),
  bond: z.enum(['teaches', 'learns']).nullable(),
  ladder: z.array(z.string()),
  // What each side says now; never mixed into one figure.
  standings: z.array(Standing),
  pieces: z.int().describe('How many accepted pieces of work stand behind it.'),
})
export type Grown = z.output<typeof Grown>

export const Growth = z.strictObject({ skills: z.array(Grown) })
export type Growth = z.output<typeof Growth>

export const Wanted = z.strictObject({
  level: z.coerce
    .number()
    .int()
    .min(1)
    .max(5)
    .optional()
    .describe('Where one would like to get; the next rung if not said.'),
})
export type Wanted = z.output<typeof Wanted>

export const Claim = Standing.extend({
  id: z.uuid(),
  words: z.string(),
  piece: z.strictObject({ task: z.uuid(), title: z.string(), version: z.int() }).nullable(),
})
export type Claim = z.output<typeof Claim>

const Teacher = Person.extend({ craft: z.string(), level: Level.nullable() })
const OpenTask = z.strictObject({ id: z.uuid(), title: z.string(), state: z.string() })
const Test = z.strictObject({ level: Level, questions: z.int(), restsUntil: z.string().nullable() })

export const Gap = Grown.extend({
  claims: z.array(Claim),
  now: z.int().min(0).max(5).describe('The rung somebody else or a test has seen; one’s own word where nobody has.'),
  wanted: Level,
  teachers: z.array(Teacher),
  tasks: z.array(OpenTask),
  tests: z.array(Test),
})
export type Gap = z.output<typeof Gap>

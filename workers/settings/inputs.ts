import { z } from 'zod'
import { ROLES } from '#db/schema/people.ts'
import { Email } from '#workers/accounts/sign-ins/inputs.ts'
import { Category } from '#workers/people/skills/inputs.ts'
import { isReadable } from './accent.ts'

// The parts of the product that a community may do without.
export const PARTS = ['works', 'market', 'mentoring', 'sessions', 'newsletter'] as const
export const Part = z.enum(PARTS)
export type Part = z.output<typeof Part>

export const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'KES',
  'NGN',
  'ZAR',
  'INR',
  'BRL',
  'MXN',
  'CAD',
  'AUD',
  'JPY',
] as const

const Line = (most: number) => z.string().trim().max(most)

export const House = z.strictObject({
  name: Line(60).min(2, 'A community needs a name.'),
  tagline: Line(140),
  logo: z.string().max(200).nullable(),
  accent: z
    .string()
    .max(7)
    .regex(/^#[0-9a-f]{6}$/i, 'Please choose a colour like #b93c1f.')
    .refine(isReadable, 'White words on this colour would be hard to read. Please choose a darker one.'),
  languages: z.array(z.string().max(35).refine(isLanguage, 'This is not a language we know.')).min(1).max(20),
  currency: z.enum(CURRENCIES),
  off: z.array(Part).max(PARTS.length),
  packs: z.array(Category).min(1, 'Please leave at least one pack of skills on.').max(5),
  mailSender: Line(60),
  replyTo: Line(254),
  secondStepFor: z.array(z.enum(ROLES)).max(ROLES.length),
})
export type House = z.output<typeof House>

const OneLine = (most: number) => Line(most).regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'This has to fit on one line.')

// What an admin may say about it; the logo is sent by itself and named by us.
export const HouseWish = House.omit({ logo: true }).extend({
  name: OneLine(60).min(2, 'A community needs a name.'),
  tagline: OneLine(140),
  // It stands before an address, so it holds nothing that an address is made of.
  mailSender: OneLine(60).regex(
    /^(?!.*=\?)[^<>"\\@\p{Cf}]*$/u,
    'Just a name, please: without quotation marks, @, < or >.',
  ),
  replyTo: Line(254).refine((text) => text === '' || isAddress(text), 'Please write an address like rosa@example.org.'),
})
export type HouseWish = z.output<typeof HouseWish>

// The same from a form: boxes that are ticked, languages in one line.
const Ticked = z.record(z.string().max(40), z.literal('on')).default({})

export const HouseForm = z
  .strictObject({
    name: z.string(),
    tagline: z.string(),
    accent: z.string(),
    languages: z.string(),
    currency: z.string(),
    mailSender: z.string(),
    replyTo: z.string().trim(),
    on: Ticked,
    packs: Ticked,
    secondStepFor: Ticked,
  })
  .transform(({ on, packs, secondStepFor, languages, ...rest }) => ({
    ...rest,
    languages: languages.split(/[\s,]+/).filter(Boolean),
    off: PARTS.filter((part) => !on[part]),
    packs: Object.keys(packs) as z.input<typeof Category>[],
    secondStepFor: Object.keys(secondStepFor),
  }))
  .pipe(HouseWish)

export const NewHouseText = z.strictObject({
  kind: z.enum(['terms', 'privacy']),
  version: z
    .string()
    .trim()
    .max(20)
    .regex(/^[\w.-]+$/, 'A version is a short word like 2026-11.'),
  text: z.string().trim().min(40, 'That is too short to agree to.').max(40_000),
  // For members who agreed to an earlier version.
  changes: z.string().trim().max(600).default(''),
})
export type NewHouseText = z.output<typeof NewHouseText>

export const Published = z.strictObject({ kind: z.string(), version: z.string() })

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const isAddress = (text: string) => Email.safeParse(text).success

import { z } from 'zod'
import { AI_USES, LICENCES, WORK_CIRCLES, WORK_STATES } from '#db/schema/projects.ts'
import { CURRENCIES, minorOf } from '#workers/lib/money.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { FileIds, MOST_FILES, Piece } from '#workers/media/pieces.ts'
import { SkillSlug } from '#workers/people/skills/inputs.ts'
import { webAddress } from '#workers/people/web-address.ts'
import { SkillName, WorkCard } from '../inputs.ts'

export const WorkSlug = z.strictObject({
  slug: z
    .string()
    .max(90)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
})
export type WorkSlug = z.output<typeof WorkSlug>

const nothing = z.literal('').transform(() => undefined)
const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)])

const CodeLink = z
  .string()
  .trim()
  .max(500)
  .refine((text) => webAddress(text)?.startsWith('https://'), 'Write an address that begins with https://.')
  .transform((text) => webAddress(text) ?? '')

const MOST_COST_MINOR = 100_000_000

export const MOST_SKILLS = 5

export const NewWork = z
  .strictObject({
    title: z
      .string('What is it called?')
      .trim()
      .min(1, 'What is it called?')
      .max(120, 'A shorter title is remembered better.'),
    story: z.string().trim().max(20_000).default(''),
    medium: z.string().trim().max(200).default('').describe('What it is made of.'),
    lengthOfWork: z.string().trim().max(120).default('').describe('How long it took, in one’s own words.'),
    skills: z
      .array(z.union([nothing, SkillSlug.shape.slug]))
      .max(MOST_SKILLS, 'Five skills at most, please: those it shows best.')
      .default([])
      .describe('The skills it shows, the main one first.'),
    status: z.enum(WORK_STATES).default('finished'),
    finishedOn: z.union([nothing, z.iso.date('Please write a day.')]).optional(),
    licence: z.enum(LICENCES).default('reserved'),
    ai: z.enum(AI_USES).default('none'),
    aiWords: z.string().trim().max(500).default(''),
    cost: z
      .union([nothing, z.string().trim().max(20)])
      .optional()
      .describe('What the materials cost, such as 12.50.'),
    currency: z.union([nothing, z.enum(CURRENCIES)]).optional(),
    codeLink: z.union([nothing, CodeLink]).optional(),
    visibility: z.enum(WORK_CIRCLES).default('me').describe('Who may see it. What only oneself sees is a draft.'),
    task: z.union([nothing, z.uuid()]).optional().describe('The task of one’s own it grew from.'),
    showsProcess: ticked.default(false).describe('Whether the versions of that task are shown with it.'),
    files: FileIds,
    alts: z
      .array(z.strictObject({ id: z.uuid(), alt: z.string().trim().max(500) }))
      .max(MOST_FILES * 2)
      .default([])
      .describe('What is to be seen on a picture, for whoever cannot see it.'),
  })
  .superRefine(({ cost, currency, finishedOn }, check) => {
    const lacks = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    const minor = cost && currency ? minorOf(cost, currency) : 0
    if (cost && !currency) lacks('currency', 'In which currency?')
    if (minor === undefined || minor > MOST_COST_MINOR) lacks('cost', 'Please write an amount, such as 12 or 12.50.')
    if (finishedOn && (finishedOn < '1900' || finishedOn > '2200')) lacks('finishedOn', 'Please write a day.')
  })
export type NewWork = z.output<typeof NewWork>

export const WorkState = z.strictObject({ id: z.uuid(), slug: z.string(), visibility: z.enum(WORK_CIRCLES) })
export type WorkState = z.output<typeof WorkState>

export const OwnWorksSearch = z.strictObject({ after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional() })
export type OwnWorksSearch = z.output<typeof OwnWorksSearch>

export const OwnCard = WorkCard.omit({ maker: true, finishedAt: true }).extend({
  visibility: z.enum(WORK_CIRCLES),
  status: z.enum(WORK_STATES),
  isLinked: z.boolean(),
  isListed: z.boolean(),
  createdAt: z.string(),
})
export type OwnCard = z.output<typeof OwnCard>

export const OwnWorkPage = z.strictObject({ works: z.array(OwnCard), next: z.string().nullable() })
export type OwnWorkPage = z.output<typeof OwnWorkPage>

export const OwnWork = OwnCard.extend({
  skills: z.array(SkillName),
  story: z.string(),
  lengthOfWork: z.string(),
  finishedOn: z.string(),
  publishedAt: z.string().nullable(),
  licence: z.enum(LICENCES),
  ai: z.enum(AI_USES),
  aiWords: z.string(),
  costMinor: z.int().nullable(),
  costCurrency: z.string().nullable(),
  codeLink: z.string().nullable(),
  task: z.uuid().nullable(),
  showsProcess: z.boolean(),
  linkUntil: z.string().nullable(),
  files: z.array(Piece),
})
export type OwnWork = z.output<typeof OwnWork>

export const NewLink = z.strictObject({
  days: z.coerce
    .number('For how many days?')
    .int('For how many days?')
    .min(1, 'At least a day.')
    .max(365, 'A year at most.'),
})
export type NewLink = z.output<typeof NewLink>

export const WorkLink = z.strictObject({
  slug: z.string(),
  secret: z.string().describe('Shown this once. The address is /works/{slug}?with={secret}.'),
  until: z.string(),
})
export type WorkLink = z.output<typeof WorkLink>

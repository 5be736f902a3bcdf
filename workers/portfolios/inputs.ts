import { z } from 'zod'
import { SITE_STATES } from '#db/schema/portfolios/sites.ts'
import { Design, Fields, THEMES } from './design.ts'

export const ChangedDesign = z.strictObject({
  design: Design,
  version: z.int().min(0).describe('The version that was changed; 0 where there was none yet.'),
})
export type ChangedDesign = z.output<typeof ChangedDesign>

// What the first page of the editor asks for; all else stays as it is.
export const Looks = Fields.pick({
  ...{ title: true, line: true, theme: true, palette: true, language: true },
  ...{ welcome: true, about: true },
}).extend({
  version: z.coerce.number().int().min(0),
  // A box that is not ticked says nothing.
  mayTrain: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
export type Looks = z.output<typeof Looks>

export const Site = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(SITE_STATES),
  versions: z.int(),
})
export type Site = z.output<typeof Site>

const VersionOf = z.strictObject({
  number: z.int(),
  backTo: z.int().nullable(),
  publishedAt: z.string(),
  theme: z.enum(THEMES).nullable(),
})

export const MySite = z.strictObject({
  design: Design,
  version: z.int(),
  state: z.enum(SITE_STATES),
  heldWhy: z.string().nullable(),
  address: z.url(),
  openedAt: z.string().nullable(),
  builtAt: z.string().nullable(),
  isShown: z.boolean().describe('Whether others see it just as it is here.'),
  isBehind: z.boolean().describe('Whether a build is on its way.'),
  progress: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  versions: z.array(VersionOf).describe('What was published, the latest first.'),
})
export type MySite = z.output<typeof MySite>

export const VersionNumber = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) })
export type VersionNumber = z.output<typeof VersionNumber>

export const PreviewLink = z.strictObject({ link: z.string().max(200) })

// Everything a member arranges, together.
export const DESIGN_BYTES = 64 * 1024

// What a job is about: a message of a later version may have more in it.
export const SiteJob = z.object({ id: z.uuid() })
export type SiteJob = z.output<typeof SiteJob>

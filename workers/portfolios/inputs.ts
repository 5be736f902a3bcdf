import { z } from 'zod'
import { SITE_STATES } from '#db/schema/portfolios/sites.ts'
import { Design, Fields, MenuEntry, MOST_IN_MENU, MOST_NAMED, OwnPage, THEMES } from './design.ts'

// What is not named stays as it is; pages are kept one by one, because each may be long.
export const ChangedDesign = z.strictObject({
  design: Fields.omit({ pages: true }).partial(),
  version: z.int().min(0).describe('The version that was changed; 0 where there was none yet.'),
})
export type ChangedDesign = z.output<typeof ChangedDesign>

// A box that is not ticked says nothing.
const Ticked = z
  .literal('on')
  .optional()
  .transform((ticked) => ticked === 'on')

// What the first page of the editor asks for; all else stays as it is.
export const Looks = Fields.pick({
  ...{ title: true, line: true, theme: true, palette: true, language: true },
  ...{ welcome: true, about: true },
}).extend({
  version: z.coerce.number().int().min(0),
  mayTrain: Ticked,
})
export type Looks = z.output<typeof Looks>

export const PageAddress = z.strictObject({ slug: OwnPage.shape.slug })
export type PageAddress = z.output<typeof PageAddress>

export const WrittenPage = OwnPage.extend({
  was: z
    .string()
    .max(64)
    .default('')
    .describe('The mark of the page as one began to change it; empty for a new one. What comes back has its new mark.'),
})
export type WrittenPage = z.output<typeof WrittenPage>

export const NewPage = OwnPage.pick({ title: true })
export type NewPage = z.output<typeof NewPage>

// The order is told beside the entries, so that moving one changes nothing else of a form.
export const ArrangedMenu = z.strictObject({
  entries: z
    .array(z.strictObject({ to: MenuEntry.shape.to, label: MenuEntry.shape.label, shown: Ticked }))
    .max(MOST_IN_MENU),
  order: z.array(MenuEntry.shape.to).max(MOST_IN_MENU),
})
export type ArrangedMenu = z.output<typeof ArrangedMenu>

const WorkSlug = z.string().max(120)

export const ArrangedWorks = z.strictObject({
  works: z.array(z.strictObject({ slug: WorkSlug, shown: Ticked })).max(MOST_NAMED),
  order: z.array(WorkSlug).max(MOST_NAMED),
})
export type ArrangedWorks = z.output<typeof ArrangedWorks>

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

export const CHECKS = ['profile', 'words', 'private', 'people', 'pictures', 'works', 'pages'] as const
export type CheckName = (typeof CHECKS)[number]

const FindingOf = z.strictObject({
  check: z.enum(CHECKS),
  blocks: z.boolean().describe('Whether the site is not published before this is mended.'),
  says: z.string(),
  mend: z.string().describe('Where it is mended.'),
})
export type Finding = z.output<typeof FindingOf>

export const Checklist = z.strictObject({ mayPublish: z.boolean(), findings: z.array(FindingOf) })
export type Checklist = z.output<typeof Checklist>

export const Publishing = z.strictObject({
  step: z.enum(['none', 'queued', 'building', 'live']),
  done: z.int(),
  total: z.int(),
  seconds: z.number().nullable().describe('How long it took, where it was just now.'),
})
export type Publishing = z.output<typeof Publishing>

export const PreviewLink = z.strictObject({ link: z.string().max(200) })

// What a job is about: a message of a later version may have more in it.
export const SiteJob = z.object({ id: z.uuid() })
export type SiteJob = z.output<typeof SiteJob>

export const SitesJob = z.object({ ids: z.array(z.uuid()).min(1).max(25) })
export type SitesJob = z.output<typeof SitesJob>

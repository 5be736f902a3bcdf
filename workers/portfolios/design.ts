import { z } from 'zod'
import { LONGEST_TEXT } from '#workers/lib/markdown/limits.ts'

// What a member arranges about their site. Everything has a default, so a site is whole before anything was chosen.

export const THEMES = ['wall', 'editorial', 'notebook', 'terminal'] as const
export type ThemeName = (typeof THEMES)[number]

// 'works' takes the colour from what they made; the others are colours of the house.
export const PALETTES = ['works', 'ink', 'clay', 'moss', 'sea', 'plum', 'sun'] as const
export type PaletteName = (typeof PALETTES)[number]

// The pages every site has, as long as there is something on them.
export const SECTIONS = ['work', 'gallery', 'shop', 'blog', 'about', 'contact'] as const
export type Section = (typeof SECTIONS)[number]

const MOST_PAGES = 12
const MOST_NAMED = 200

const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(60, 'An address has at most 60 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An address has letters, digits and single hyphens, such as studio-notes.')

const Line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Please keep it to ${most} characters.`)
    .transform((line) => line.replace(/\s+/g, ' '))

const Words = z.string().max(LONGEST_TEXT, `Please keep it to ${LONGEST_TEXT} characters.`)

// Addresses a page of one's own cannot have: something else is there.
const TAKEN = new Set<string>([...SECTIONS, 'a', 'i', 'f', 'm', 'feed', 'index', 'sitemap', 'robots', '404', 'sw'])

export const OwnPage = z.strictObject({
  slug: Slug.refine((slug) => !TAKEN.has(slug), 'Your site has something else at this address. Please choose another.'),
  title: Line(80).refine((title) => title !== '', 'Give the page a title.'),
  words: Words.default(''),
})
export type OwnPage = z.output<typeof OwnPage>

// A section, or a page of one's own by its address with a colon before it.
const MenuEntry = z.strictObject({ to: z.string().max(62), label: Line(40).default('') })

export const Fields = z.strictObject({
  title: Line(80).default(''),
  line: Line(160).default(''),
  theme: z.enum(THEMES).default('wall'),
  palette: z.enum(PALETTES).default('works'),
  language: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose a language.')
    .default('en'),
  welcome: Words.default(''),
  about: Words.default(''),
  // Works by their addresses: first those that are named, in this order, then the others, newest first.
  first: z.array(z.string().max(120)).max(MOST_NAMED).default([]),
  leftOut: z.array(z.string().max(120)).max(MOST_NAMED).default([]),
  pages: z.array(OwnPage).max(MOST_PAGES, `Please keep it to ${MOST_PAGES} pages.`).default([]),
  // Empty: every section that has something in it.
  menu: z
    .array(MenuEntry)
    .max(SECTIONS.length + MOST_PAGES)
    .default([]),
  // Skills by their addresses; nothing is shown that the profile keeps from strangers.
  skillsLeftOut: z.array(z.string().max(80)).max(MOST_NAMED).default([]),
  maySpeak: z.boolean().default(true).describe('Whether visitors may write through a form.'),
  mayTrain: z.boolean().default(false).describe('Whether machines may learn from what is on the site.'),
})

export const Design = Fields.superRefine(({ pages }, check) => {
  pages.forEach(({ slug }, n) => {
    if (pages.findIndex((other) => other.slug === slug) < n)
      check.addIssue({ code: 'custom', path: ['pages', n, 'slug'], message: 'Two pages have this address.' })
  })
})
export type Design = z.output<typeof Design>

export const PLAIN: Design = Design.parse({})

// A design as it was kept, perhaps by an earlier Guildhall that knew less of it, or by a later one that knew more.
export const designKept = (kept: unknown): Design => Kept.parse(kept)

const Kept = z.preprocess(
  (kept) => (typeof kept === 'object' && kept !== null ? pickKnown(kept as Record<string, unknown>) : {}),
  Design,
)

const pickKnown = (kept: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(kept).filter(([name]) => name in PLAIN))

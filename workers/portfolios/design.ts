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

export const MOST_PAGES = 12
export const MOST_IN_MENU = SECTIONS.length + MOST_PAGES
export const MOST_NAMED = 200

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

const TOO_LONG = `Please keep it to ${LONGEST_TEXT} characters.`

// A form ends its lines with two signs, of which one counts.
const Words = z
  .string()
  .max(2 * LONGEST_TEXT, TOO_LONG)
  .transform((words) => words.replace(/\r\n?/g, '\n'))
  .pipe(z.string().max(LONGEST_TEXT, TOO_LONG))

// Addresses a page of one's own cannot have: something else is there.
const TAKEN = new Set<string>([...SECTIONS, 'a', 'i', 'f', 'm', 'feed', 'index', 'sitemap', 'robots', '404', 'sw'])
export const isTaken = (slug: string) => TAKEN.has(slug)

export const OwnPage = z.strictObject({
  slug: Slug.refine((slug) => !isTaken(slug), 'Your site has something else at this address. Please choose another.'),
  title: Line(80).refine((title) => title !== '', 'Give the page a title.'),
  words: Words.default(''),
})
export type OwnPage = z.output<typeof OwnPage>

// A section, or a page of one's own, by its address.
export const MenuEntry = z.strictObject({
  to: z.string().max(60),
  label: Line(40).default(''),
  hidden: z.boolean().default(false),
})
export type MenuEntry = z.output<typeof MenuEntry>

export const Fields = z.strictObject({
  title: Line(80),
  line: Line(160),
  theme: z.enum(THEMES),
  palette: z.enum(PALETTES),
  language: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose a language.'),
  welcome: Words,
  about: Words,
  // Works by their addresses: first those that are named, in this order, then the others, newest first.
  first: z.array(z.string().max(120)).max(MOST_NAMED),
  leftOut: z.array(z.string().max(120)).max(MOST_NAMED),
  pages: z.array(OwnPage).max(MOST_PAGES, `Please keep it to ${MOST_PAGES} pages.`),
  // In this order; what is not named here stands at its end.
  menu: z.array(MenuEntry).max(MOST_IN_MENU),
  // Skills by their addresses; nothing is shown that the profile keeps from strangers.
  skillsLeftOut: z.array(z.string().max(80)).max(MOST_NAMED),
  // Since when everybody who can be recognised in a picture has agreed, as far as their member says.
  askedOn: z.union([z.literal(''), z.iso.datetime().max(30)]),
  maySpeak: z.boolean().describe('Whether visitors may write through a form.'),
  mayTrain: z.boolean().describe('Whether machines may learn from what is on the site.'),
})

const Whole = Fields.superRefine(({ pages }, check) => {
  pages.forEach(({ slug }, n) => {
    if (pages.findIndex((other) => other.slug === slug) < n)
      check.addIssue({ code: 'custom', path: ['pages', n, 'slug'], message: 'Two pages have this address.' })
  })
})
export type Design = z.output<typeof Whole>

// A site before anything was chosen.
export const PLAIN: Design = {
  ...{ title: '', line: '', theme: 'wall', palette: 'works', language: 'en', welcome: '', about: '' },
  ...{ first: [], leftOut: [], pages: [], menu: [], skillsLeftOut: [], askedOn: '', maySpeak: true, mayTrain: false },
}

const orPlain = (given: unknown) => (typeof given === 'object' && given !== null ? { ...PLAIN, ...given } : PLAIN)

export const Design = z.preprocess(orPlain, Whole)

// A design as it was kept, perhaps by an earlier Guildhall that knew less of it, or by a later one that knew more.
export const designKept = (kept: unknown): Design => Whole.parse(pickKnown(orPlain(kept)))

const pickKnown = (kept: object) => Object.fromEntries(Object.entries(kept).filter(([name]) => name in PLAIN))

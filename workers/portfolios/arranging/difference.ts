import type { Design, OwnPage } from '../design.ts'
import { type Line, linesBetween } from './lines.ts'

// One thing that is different: two short texts, two long ones line by line, or that something came or went.
export type Difference = { what: string } & ({ was: string; is: string } | { lines: Line[] } | { says: string })

type Names = { themes: Record<string, string>; palettes: Record<string, string>; titles: Map<string, string> }

// What changed between two designs, as a person would tell it.
export const differences = (was: Design, is: Design, names: Names): Difference[] => [
  ...short('Its title', was.title, is.title),
  ...short('Its line', was.line, is.line),
  ...short('How it looks', names.themes[was.theme] ?? was.theme, names.themes[is.theme] ?? is.theme),
  ...short('Its colour', names.palettes[was.palette] ?? was.palette, names.palettes[is.palette] ?? is.palette),
  ...short('Its language', was.language, is.language),
  ...long('Welcome', was.welcome, is.welcome),
  ...long('About you', was.about, is.about),
  ...pages(was.pages, is.pages),
  ...short('The menu', menuOf(was), menuOf(is)),
  ...works(was, is, names.titles),
  ...yesOrNo('Machines may learn from it', was.mayTrain, is.mayTrain),
  ...yesOrNo('Visitors may write to you', was.maySpeak, is.maySpeak),
]

const short = (what: string, was: string, is: string): Difference[] => (was === is ? [] : [{ what, was, is }])

const long = (what: string, was: string, is: string): Difference[] =>
  was === is ? [] : [{ what, lines: linesBetween(was, is) }]

const yesOrNo = (what: string, was: boolean, is: boolean) => short(what, was ? 'Yes' : 'No', is ? 'Yes' : 'No')

function pages(was: OwnPage[], is: OwnPage[]): Difference[] {
  const before = new Map(was.map((page) => [page.slug, page]))
  const gone = was.filter(({ slug }) => is.every((page) => page.slug !== slug))
  return [
    ...is.flatMap((page): Difference[] => {
      const old = before.get(page.slug)
      if (!old) return [{ what: `The page “${page.title}”`, says: 'was added.' }]
      return [
        ...short(`The title of /${page.slug}`, old.title, page.title),
        ...long(`The page “${page.title}”`, old.words, page.words),
      ]
    }),
    ...gone.map(({ title }) => ({ what: `The page “${title}”`, says: 'was taken away.' })),
  ]
}

const menuOf = ({ menu, pages }: Design): string => {
  const titles = new Map(pages.map(({ slug, title }) => [slug, title]))
  const shown = menu.filter(({ hidden }) => !hidden)
  return shown
    .map(({ to, label }) => label || titles.get(to) || `${to.slice(0, 1).toUpperCase()}${to.slice(1)}`)
    .join(', ')
}

function works(was: Design, is: Design, titles: Map<string, string>): Difference[] {
  const named = (slugs: string[]) => slugs.map((slug) => titles.get(slug) ?? slug).join(', ')
  return [
    ...short('Works at the front', named(was.first), named(is.first)),
    ...short('Works left out', named(was.leftOut), named(is.leftOut)),
    ...short('Skills left out', was.skillsLeftOut.join(', '), is.skillsLeftOut.join(', ')),
  ]
}

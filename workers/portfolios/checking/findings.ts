import type { Design } from '../design.ts'
import type { Finding } from '../inputs.ts'
import { addressesIn, contactIn, sentencesOf } from './words.ts'

export type Said = { by: string; words: string }

export type Seen = {
  design: Design
  isForAll: boolean
  minor: boolean
  origin: string
  works: { slug: string; title: string; isForAll: boolean; mute: number; lastPicture: string }[]
  said: Said[]
}

// What has to be mended before a site may be for everybody, and what is worth a look.
export const findingsIn = (seen: Seen): Finding[] => [
  ...profile(seen),
  ...words(seen),
  ...privateThings(seen),
  ...people(seen),
  ...pictures(seen),
  ...worksApart(seen),
  ...emptyPages(seen),
]

const profile = ({ isForAll }: Seen): Finding[] =>
  isForAll
    ? []
    : [
        {
          check: 'profile',
          blocks: true,
          says: 'Your profile is kept among members, and a site is for everybody. Let everybody see your profile first.',
          mend: '/settings/visibility',
        },
      ]

type Text = { where: string; words: string; mend: string }

const textsOf = ({ design }: Seen): Text[] => [
  { where: 'Its title', words: design.title, mend: '/site#title' },
  { where: 'Its line', words: design.line, mend: '/site#line' },
  { where: 'Welcome', words: design.welcome, mend: '/site#welcome' },
  { where: 'About you', words: design.about, mend: '/site#about' },
  ...design.pages.map(({ slug, title, words }) => ({
    where: `“${title}”`,
    words: `${title}\n\n${words}`,
    mend: `/site/pages/${slug}`,
  })),
]

// Feedback was written for one person: whoever wrote it decides whether others read it.
function words(seen: Seen): Finding[] {
  const writers = new Map(seen.said.flatMap(({ by, words }) => sentencesOf(words).map((sentence) => [sentence, by])))
  return textsOf(seen).flatMap(({ where, words, mend }) => {
    const by = [...new Set(sentencesOf(words).flatMap((sentence) => writers.get(sentence) ?? []))]
    const says = `${where} quotes what ${by.join(' and ')} wrote to you alone. Say it in your own words, or ask for words that may be shown.`
    return by.length > 0 ? [{ check: 'words' as const, blocks: true, says, mend }] : []
  })
}

// How to reach somebody at home is for nobody to read who is a child's; others may want it so.
const privateThings = (seen: Seen): Finding[] =>
  textsOf(seen).flatMap(({ where, words, mend }) => {
    const contact = contactIn(words)
    const closed = addressesIn(words, seen.origin)
    const found: Finding[] = []
    if (contact) found.push({ check: 'private', blocks: seen.minor, says: reaching(where, contact, seen.minor), mend })
    if (closed[0])
      found.push({
        check: 'private',
        blocks: false,
        says: `${where} leads to ${closed[0]}, which is not open for everybody who reads your site.`,
        mend,
      })
    return found
  })

const reaching = (where: string, contact: string, minor: boolean) =>
  minor
    ? `${where} tells strangers how to reach you: ${contact}. Take it out before you publish.`
    : `${where} tells everybody how to reach you: ${contact}. Leave it only if you want that.`

const people = ({ design, works }: Seen): Finding[] => {
  const fresh = shownOf(works, design).filter(
    ({ lastPicture }) => Date.parse(lastPicture) > (Date.parse(design.askedOn) || 0),
  )
  if (fresh.length === 0) return []
  const says = `Can somebody be recognised in ${titlesOf(fresh)}? Everybody who can has to agree to being seen there.`
  return [{ check: 'people', blocks: false, says, mend: '/site/menu#works' }]
}

const pictures = ({ design, works }: Seen): Finding[] =>
  shownOf(works, design)
    .filter(({ mute }) => mute > 0)
    .map(({ slug, title, mute }) => ({
      check: 'pictures',
      blocks: false,
      says: `${mute === 1 ? 'A picture' : `${mute} pictures`} in “${title}” ${mute === 1 ? 'has' : 'have'} no words for whoever cannot see.`,
      mend: `/works/${slug}/edit`,
    }))

const worksApart = ({ works }: Seen): Finding[] => {
  const apart = works.filter(({ isForAll }) => !isForAll)
  if (apart.length === 0) return []
  const says = `${titlesOf(apart)} ${apart.length === 1 ? 'is' : 'are'} not shown to everybody, and so not on your site either.`
  return [
    { check: 'works', blocks: false, says, mend: apart.length === 1 ? `/works/${apart[0]?.slug}/edit` : '/works/mine' },
  ]
}

const emptyPages = ({ design: { pages, menu } }: Seen): Finding[] =>
  pages
    .filter(({ slug, words }) => words.trim() === '' && !menu.some(({ to, hidden }) => to === slug && hidden))
    .map(({ slug, title }) => ({
      check: 'pages',
      blocks: false,
      says: `“${title}” is in the menu, and nothing is written on it.`,
      mend: `/site/pages/${slug}`,
    }))

const shownOf = (works: Seen['works'], { leftOut }: Design) =>
  works.filter(({ isForAll, slug }) => isForAll && !leftOut.includes(slug))

const NAMED = 3

function titlesOf(works: { title: string }[]): string {
  const named = works.slice(0, NAMED).map(({ title }) => `“${title}”`)
  const more = works.length - named.length
  const all = more > 0 ? [...named, `${more} more`] : named
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '')
}

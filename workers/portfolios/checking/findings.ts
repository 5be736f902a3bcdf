import type { Design } from '../design.ts'
import type { Finding } from '../inputs.ts'
import { type Around, findingsInWords, type Text, textOf } from './texts.ts'

export type Seen = Around & {
  design: Design
  isForAll: boolean
  posts: { id: string; title: string; words: string }[]
  works: { slug: string; title: string; isForAll: boolean; mute: number; lastPicture: string }[]
}

// What has to be mended before a site may be for everybody, and what is worth a look.
export const findingsIn = (seen: Seen): Finding[] => [
  ...profile(seen),
  ...findingsInWords(textsOf(seen), seen),
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

const textsOf = ({ design, posts }: Seen): Text[] => [
  { where: 'Its title', words: design.title, mend: '/site#title' },
  { where: 'Its line', words: design.line, mend: '/site#line' },
  { where: 'Welcome', words: design.welcome, mend: '/site#welcome' },
  { where: 'About you', words: design.about, mend: '/site#about' },
  ...design.pages.map(({ slug, title, words }) => textOf(title, words, `/site/pages/${slug}`)),
  ...posts.map(({ id, title, words }) => textOf(title, words, `/site/posts/${id}`)),
]

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

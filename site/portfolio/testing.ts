import { Design } from '#workers/portfolios/design.ts'
import type { Content, Hanging, Offer, Picture, SitePost, SiteWork } from './content.ts'

// A site for tests: whole, and everything in it may be said otherwise.

export const aPicture = (id: string, more: Partial<Picture> = {}): Picture => ({
  alt: 'A bowl on a table',
  width: 960,
  height: 720,
  sizes: [480, 960].flatMap((width) =>
    ['avif', 'webp'].map((type) => ({ width, key: `_private/media/${id}/${width}.${type}`, type: `image/${type}` })),
  ),
  ...more,
})

export const aFile = (id: string): Hanging => ({
  ...{ kind: 'audio', id, name: 'The bowl, struck', type: 'audio/mpeg', bytes: 2048 },
  key: `_private/media/${id}/arrived`,
})

export const aSiteWork = (slug: string, more: Partial<SiteWork> = {}): SiteWork => ({
  slug,
  title: 'A quiet bowl',
  medium: 'Green ash, oiled',
  story: 'It was a *branch* in March.',
  lengthOfWork: 'two evenings',
  finishedAt: '2026-03-04T00:00:00.000Z',
  cover: aPicture(slug),
  files: [{ ...aPicture(slug), kind: 'image' }, aFile(`${slug}-sound`)],
  steps: [
    {
      version: 1,
      note: 'Roughed out.',
      at: '2026-03-01T10:00:00.000Z',
      files: [{ ...aPicture(`${slug}-1`), kind: 'image' }],
    },
  ],
  skills: [{ slug: 'woodturning', name: 'Woodturning' }],
  beside: [{ handle: 'bo', name: 'Bo', part: 'the lid' }],
  licence: 'by',
  ai: 'none',
  aiWords: '',
  codeLink: 'https://example.org/bowl',
  ...more,
})

export const anOffer = (work: string, more: Partial<Offer> = {}): Offer => ({
  slug: `${work}-for-sale`,
  work,
  ...{ kind: 'original', title: 'A quiet bowl', currency: 'EUR', priceMinor: 4_200, payMore: false, left: 1 },
  ...more,
})

export const aPost = (slug: string, more: Partial<SitePost> = {}): SitePost => ({
  slug,
  title: 'On drying wood',
  words: 'It takes a *year*.',
  tags: ['wood', 'Patience & time'],
  outAt: '2026-05-06T08:00:00.000Z',
  changedAt: '2026-05-06T08:00:00.000Z',
  pictures: [],
  ...more,
})

export const aSite = (more: Partial<Omit<Content, 'design'>> = {}, design: object = {}): Content => ({
  handle: 'anna',
  name: 'Anna Weaver',
  craft: 'Turns bowls',
  place: 'Ghent',
  story: 'I turn bowls.',
  portrait: null,
  takesLetters: true,
  design: Design.parse({ pages: [{ slug: 'studio', title: 'The studio', words: 'Come by.' }], ...design }),
  works: ['one', 'two', 'three'].map((slug) => aSiteWork(slug)),
  offers: [anOffer('one'), anOffer('two', { left: 0 })],
  posts: [aPost('drying'), aPost('oiling', { tags: ['wood'] })],
  skills: [
    {
      ...{ slug: 'woodturning', name: 'Woodturning', bond: 'teaches', level: 4, rung: 'I teach beginners.' },
      evidence: [{ title: 'My first lesson', url: 'https://example.org/lesson' }],
    },
  ],
  said: [
    {
      words: 'She listens to wood.',
      at: '2026-01-01T00:00:00.000Z',
      skill: 'Woodturning',
      by: { handle: 'bo', name: 'Bo', craft: 'Carver' },
    },
  ],
  links: [{ title: 'My letters', url: 'https://example.org/letters' }],
  ...more,
})

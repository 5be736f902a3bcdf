import type { AiUse, Licence } from '#db/schema/projects.ts'

// How works are told beyond their picture.
export type SeedStanding = {
  work: string
  licence?: Licence
  ai?: AiUse
  aiWords?: string
  cost?: [minor: number, currency: string]
  codeLink?: string
}

export const standings: SeedStanding[] = [
  { work: 'five-jugs', cost: [3800, 'EUR'] },
  { work: 'polar-night-stairwell', cost: [21_000, 'NOK'] },
  { work: 'hand-and-eye', licence: 'by', cost: [900, 'EUR'] },
  { work: 'curlew-low-tide', licence: 'by-nc', cost: [1450, 'EUR'] },
  { work: 'hedge-nine-times', licence: 'by-nc' },
  { work: 'log-basket-first-level-one', cost: [0, 'EUR'] },
  { work: 'the-forty-first-quilt', licence: 'by-nc-sa' },
  {
    work: 'monsoon-seed-seven',
    licence: 'by-sa',
    codeLink: 'https://example.org/monsoon',
    ai: 'assisted',
    aiWords: 'It explained a noise function to me, twice. The seed and the bending are mine.',
  },
  { work: 'forty-four-years-of-rain', licence: 'by-sa', codeLink: 'https://example.org/forty-four-years' },
  { work: 'hills-with-weather', licence: 'cc0', codeLink: 'https://example.org/hills' },
]

// Whoever made it with them, and agreed to be named.
export const together: { work: string; member: string; part: string }[] = [
  {
    work: 'polar-night-stairwell',
    member: 'malik',
    part: 'Held the drawing to the light and found where the eye gets stuck',
  },
  { work: 'the-dog-goes-to-work', member: 'yeison', part: 'The sound of its nails on the stairs' },
]

export const picked = [
  'polar-night-stairwell',
  'five-jugs',
  'the-forty-first-quilt',
  'late-snare',
  'route-eleven-last-stop',
  'hand-and-eye',
  'pot-for-beans',
]

type SeedComment = { work: string; by: string; words: string; daysAgo: number }

export const comments: SeedComment[] = [
  {
    work: 'five-jugs',
    by: 'eufemia',
    words:
      'The cream one stands as if it had been asked to. Was it really the middle of the kiln, or only the middle of the shelf?',
    daysAgo: 2,
  },
  { work: 'five-jugs', by: 'idrissa', words: 'I would like to hear the amber one pour.', daysAgo: 2 },
  {
    work: 'five-jugs',
    by: 'despina',
    words: 'It pours like somebody who has thought about it first. Come on a Thursday.',
    daysAgo: 1,
  },
  {
    work: 'polar-night-stairwell',
    by: 'rosa',
    words:
      'I stood before it longer than the lamp behind it was on. The lead around the sun is the part I keep going back to.',
    daysAgo: 1,
  },
  {
    work: 'polar-night-stairwell',
    by: 'linh',
    words: 'One hundred and seventeen pieces, and none of them is in a hurry.',
    daysAgo: 1,
  },
  {
    work: 'hand-and-eye',
    by: 'imke',
    words: 'The black sits a hair too far to the right, and that is exactly why it bites.',
    daysAgo: 60,
  },
  {
    work: 'hand-and-eye',
    by: 'naim',
    words: 'An alphabet that admits what it lacks. I will lend you a Q.',
    daysAgo: 58,
  },
  {
    work: 'the-forty-first-quilt',
    by: 'farida',
    words: 'Turn it over for us one day. The back of a kantha tells who was talking.',
    daysAgo: 6,
  },
  { work: 'pot-for-beans', by: 'despina', words: 'I asked for that side first, and I would ask again.', daysAgo: 9 },
  {
    work: 'log-basket-first-level-one',
    by: 'tama',
    words: 'Level! I put a marble in mine and it found the door.',
    daysAgo: 8,
  },
  { work: 'curlew-low-tide', by: 'padma', words: 'How did you leave the water alone? I never can.', daysAgo: 20 },
  { work: 'the-dog-goes-to-work', by: 'wanjiru', words: 'Frame nine. He knows something.', daysAgo: 11 },
  { work: 'late-snare', by: 'seun', words: 'It is late by as much as I am on Mondays. Leave it.', daysAgo: 5 },
]

type SeedCollection = { by: string; title: string; words: string; works: string[]; daysAgo: number }

export const collections: SeedCollection[] = [
  {
    by: 'imke',
    title: 'Salt and tide',
    words: 'Things that were made with wet feet, or look as if they had been.',
    works: [
      'curlew-low-tide',
      'kelp-castlecliff',
      'reef-flat-with-two-walkers',
      'quay-in-drizzle',
      'water-up-the-stairs',
    ],
    daysAgo: 14,
  },
  {
    by: 'rosa',
    title: 'Letters that stand up',
    words: 'For whoever says that type is only there to be read.',
    works: ['hand-and-eye', 'waw-and-its-children', 'the-late-bus', 'what-the-edge-does'],
    daysAgo: 30,
  },
  {
    by: 'despina',
    title: 'Things that hold',
    words: 'Water, beans, logs, a year of school. In the order of how much they weigh when full.',
    works: [
      'bag-for-one-school-year',
      'jar-joined-at-the-middle',
      'five-jugs',
      'log-basket-first-level-one',
      'pot-for-beans',
    ],
    daysAgo: 4,
  },
  {
    by: 'idrissa',
    title: 'Corners I look at before I saw',
    words: '',
    works: ['the-teaching-box', 'tray-of-twelve-points', 'gate-for-one-pony'],
    daysAgo: 9,
  },
]

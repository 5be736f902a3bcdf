import type { HandedInName } from '../art/handed-in/index.ts'

// What makers of the demo sold in the last months, the oldest first: what, how many days ago, for how much.
export type SeedSale = {
  who: string
  what: string
  daysAgo: number
  grossMinor: number
  provider?: 'stripe' | 'paypal'
  currency?: string
}

export const sales: SeedSale[] = [
  { who: 'idrissa', what: 'Bread board with one straight edge', daysAgo: 206, grossMinor: 4_200 },
  { who: 'idrissa', what: 'Dovetailed pencil box', daysAgo: 171, grossMinor: 6_800 },
  { who: 'idrissa', what: 'Bread board with one straight edge', daysAgo: 163, grossMinor: 4_200 },
  { who: 'idrissa', what: 'Three-legged stool', daysAgo: 128, grossMinor: 14_500 },
  { who: 'idrissa', what: 'Dovetailed pencil box', daysAgo: 97, grossMinor: 6_800 },
  { who: 'idrissa', what: 'Tea box in olive ash', daysAgo: 88, grossMinor: 11_000 },
  { who: 'idrissa', what: 'Dovetailed pencil box', daysAgo: 61, grossMinor: 7_200 },
  { who: 'idrissa', what: 'Three-legged stool', daysAgo: 47, grossMinor: 15_500 },
  { who: 'idrissa', what: 'Bread board with one straight edge', daysAgo: 26, grossMinor: 4_600 },
  { who: 'idrissa', what: 'Tea box in olive ash', daysAgo: 4, grossMinor: 11_800 },
  { who: 'despina', what: 'Jug with a long neck', daysAgo: 139, grossMinor: 5_400, provider: 'paypal' },
  { who: 'despina', what: 'Two cups that stack', daysAgo: 74, grossMinor: 3_800, provider: 'paypal' },
  { who: 'despina', what: 'Jug with a long neck', daysAgo: 19, grossMinor: 5_600, provider: 'paypal' },
  { who: 'hanta', what: 'Bag for one school year', daysAgo: 92, grossMinor: 4_600 },
  { who: 'hanta', what: 'Bag for one school year', daysAgo: 51, grossMinor: 4_600 },
  { who: 'hanta', what: 'Pencil roll, nine pockets', daysAgo: 33, grossMinor: 2_300 },
  { who: 'malik', what: 'End wall, a print of it', daysAgo: 66, grossMinor: 3_500, currency: 'USD' },
  { who: 'malik', what: 'End wall, a print of it', daysAgo: 22, grossMinor: 3_500, currency: 'USD' },
]

export type SeedJar = {
  who: string
  name: string
  targetMinor?: number
  dueInDays?: number
  share: number
  madeDaysAgo: number
  // The title of a goal of theirs.
  goal?: string
  picture?: HandedInName
}

export const jars: SeedJar[] = [
  {
    who: 'idrissa',
    name: 'Six bench chisels',
    targetMinor: 24_000,
    dueInDays: 130,
    share: 2_500,
    madeDaysAgo: 220,
    goal: 'Twelve corners that close on both sides',
  },
  { who: 'idrissa', name: 'A bench of my own', targetMinor: 90_000, dueInDays: 400, share: 1_500, madeDaysAgo: 220 },
  { who: 'idrissa', name: 'Wood for the next piece', share: 1_000, madeDaysAgo: 100, picture: 'boards-put-by' },
]

type SeedPayout = {
  who: string
  daysAgo: number
  minor: number
  // Nobody did yet where it is left out.
  handedBy?: string
  note?: string
}

export const payouts: SeedPayout[] = [
  { who: 'idrissa', daysAgo: 80, minor: 12_000, handedBy: 'rosa', note: 'In the workshop, on Friday.' },
  { who: 'hanta', daysAgo: 3, minor: 6_000 },
]

export const corrections = [
  {
    who: 'hanta',
    by: 'rosa',
    minor: 69,
    daysAgo: 32,
    reason: 'The pencil roll was sold on market day, when the house keeps nothing.',
  },
]

// What makers of the demo sold in the last months, the oldest first: what, how many days ago, for how much.
export const sales: { who: string; what: string; daysAgo: number; grossMinor: number }[] = [
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
]

export type SeedJar = {
  who: string
  name: string
  targetMinor?: number
  dueInDays?: number
  share: number
  madeDaysAgo: number
}

export const jars: SeedJar[] = [
  { who: 'idrissa', name: 'Six bench chisels', targetMinor: 24_000, dueInDays: 130, share: 2_500, madeDaysAgo: 220 },
  { who: 'idrissa', name: 'A bench of my own', targetMinor: 90_000, dueInDays: 400, share: 1_500, madeDaysAgo: 220 },
  { who: 'idrissa', name: 'Wood for the next piece', share: 1_000, madeDaysAgo: 100 },
]

export const payouts = [
  { who: 'idrissa', daysAgo: 80, minor: 12_000, handedBy: 'rosa', note: 'In the workshop, on Friday.' },
]

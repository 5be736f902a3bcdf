import type { PairingRules } from '#db/schema/mentoring/pairings.ts'

// A place in somebody's list, or how a talk was: 1 very gladly, 3 could, 0 rather not.
export type SeedChoices = { who: string; hoursAgo: number; of: Record<string, number> }

export type SeedChoosing = {
  process: PairingRules['process']
  askedDaysAgo: number
  daysLeft: number
  choices: SeedChoices[]
  // With whom each who learns is to talk.
  talks?: Record<string, string[]>
}

// How far the people of a program are with saying whom they would like.
export const choosing: Record<string, SeedChoosing> = {
  'a-wall-waits': {
    process: 'both',
    askedDaysAgo: 4,
    daysLeft: 9,
    choices: [
      { who: 'nolwenn', hoursAgo: 87, of: { teodora: 1, naim: 2 } },
      { who: 'wanjiru', hoursAgo: 64, of: { imke: 1, bea: 2, teodora: 3 } },
      { who: 'daon', hoursAgo: 41, of: { imke: 1, bea: 2 } },
      { who: 'wren', hoursAgo: 41, of: { bea: 1 } },
      { who: 'teodora', hoursAgo: 64, of: { nolwenn: 1, linh: 2 } },
      { who: 'bea', hoursAgo: 18, of: { wren: 1, linh: 2, daon: 3 } },
    ],
  },
  'the-other-half': {
    process: 'talks',
    askedDaysAgo: 1,
    daysLeft: 6,
    talks: {
      hasmik: ['niamh', 'rosa', 'seun'],
      gethin: ['niamh', 'rosa', 'malik'],
      idrissa: ['niamh', 'rosa', 'seun'],
      fah: ['seun', 'niamh', 'malik'],
      noor: ['seun', 'malik', 'niamh'],
      losa: ['malik', 'rosa', 'niamh'],
    },
    choices: [
      { who: 'hasmik', hoursAgo: 20, of: { niamh: 1, seun: 3 } },
      { who: 'gethin', hoursAgo: 19, of: { niamh: 1, rosa: 3, malik: 3 } },
      { who: 'fah', hoursAgo: 16, of: { seun: 1 } },
      { who: 'noor', hoursAgo: 15, of: { seun: 1, malik: 0 } },
      { who: 'idrissa', hoursAgo: 13, of: { niamh: 1 } },
      { who: 'niamh', hoursAgo: 9, of: { hasmik: 1, idrissa: 1, gethin: 3 } },
      { who: 'seun', hoursAgo: 7, of: { fah: 1, noor: 3 } },
      { who: 'rosa', hoursAgo: 4, of: { gethin: 3 } },
    ],
  },
}

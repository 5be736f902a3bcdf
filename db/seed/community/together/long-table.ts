import type { SeedPair } from './pair.ts'

export const longTable: SeedPair[] = [
  {
    who: ['wanjiru', 'ritu'],
    on: 'Forty-four years of rain, one month at a time',
    sinceDaysAgo: 300,
    said: [
      {
        by: 'ritu',
        of: 'wanjiru',
        skill: 'data-visualisation',
        words: 'She asked one question, why are the years straight, and went to make tea.',
        daysAgo: 25,
      },
      {
        by: 'wanjiru',
        of: 'ritu',
        skill: 'data-visualisation',
        words: 'Typed all of it by hand before drawing any of it. You can see that in the rings.',
        daysAgo: 6,
      },
      {
        by: 'wanjiru',
        of: 'ritu',
        skill: 'creative-coding',
        words: 'Five hundred runs and she could say why she kept number seven.',
        daysAgo: 28,
      },
    ],
  },
  {
    who: ['otieno', 'akinyi'],
    on: 'Saturday club, third laptop from the door',
    sinceDaysAgo: 158,
    said: [
      {
        by: 'otieno',
        of: 'akinyi',
        skill: 'game-development',
        words: 'She left the bug in, on purpose, and could defend it. I had no further questions.',
        daysAgo: 12,
      },
      {
        by: 'akinyi',
        of: 'otieno',
        skill: 'workshop-teaching',
        words: 'When I was the computer he typed a wrong thing so that I could refuse.',
        daysAgo: 11,
      },
    ],
  },
  {
    who: ['thandi', 'rosa'],
    on: 'The spring matching, with biscuits',
    sinceDaysAgo: 610,
    said: [
      {
        by: 'rosa',
        of: 'thandi',
        skill: 'mediation',
        words: 'Two people who would not share a kiln shelf now share a car.',
        daysAgo: 100,
      },
      {
        by: 'thandi',
        of: 'rosa',
        skill: 'editing',
        words: 'She takes out my second sentence every time. She is right every second time.',
        daysAgo: 99,
      },
    ],
  },
  {
    who: ['thandi', 'malik'],
    on: 'The worst neighbour, role-played four times',
    sinceDaysAgo: 480,
    said: [
      {
        by: 'malik',
        of: 'thandi',
        skill: 'facilitation',
        words: 'Meeting ended at nine. It said nine on the sheet. I have kept the sheet.',
        daysAgo: 130,
      },
      {
        by: 'thandi',
        of: 'malik',
        skill: 'community-organising',
        words: 'He brings the objection to the table before the objector does, and gives it a chair.',
        daysAgo: 77,
      },
    ],
  },
  {
    who: ['malik', 'losa'],
    on: 'A grant for shade',
    sinceDaysAgo: 230,
    said: [
      {
        by: 'losa',
        of: 'malik',
        skill: 'grant-writing',
        words: 'He crossed out “vulnerable” eleven times and we got the money.',
        daysAgo: 58,
      },
    ],
  },
  {
    who: ['chiyo', 'akinyi'],
    on: 'A staircase, sixteen by sixteen',
    sinceDaysAgo: 90,
    said: [
      {
        by: 'chiyo',
        of: 'akinyi',
        skill: 'pixel-art',
        words: 'Her stairs are tired at the top. That is correct.',
        daysAgo: 19,
      },
    ],
  },
  {
    who: ['nolwenn', 'hanta'],
    on: 'A letter to a shop, without the jokes',
    sinceDaysAgo: 82,
    said: [
      {
        by: 'hanta',
        of: 'nolwenn',
        skill: 'plain-writing',
        words: 'Elle a enlevé la moitié. The shop answered the same day.',
        daysAgo: 29,
      },
      {
        by: 'nolwenn',
        of: 'hanta',
        skill: 'plain-writing',
        words: 'Her first English letter had five sentences and every one of them did some work.',
        daysAgo: 29,
      },
    ],
  },
  {
    who: ['nolwenn', 'andrei'],
    on: 'A tax form, heard aloud',
    sinceDaysAgo: 205,
    said: [
      {
        by: 'andrei',
        of: 'nolwenn',
        skill: 'plain-writing',
        words: 'She removed one word and my screen reader stopped sighing.',
        daysAgo: 65,
      },
    ],
  },
  {
    who: ['niamh', 'hasmik'],
    on: 'Winter without the bank: five envelopes, two kitchens',
    sinceDaysAgo: 110,
    said: [
      {
        by: 'niamh',
        of: 'hasmik',
        skill: 'sourdough-baking',
        words: 'I sent her a recording of my dough. She said: ten more minutes. Ten.',
        daysAgo: 24,
      },
    ],
  },
  {
    who: ['dmytro', 'sam'],
    on: 'Tests for a charity’s address book',
    sinceDaysAgo: 140,
    said: [
      {
        by: 'sam',
        of: 'dmytro',
        skill: 'automated-testing',
        words: 'One works, one reads the plan. Nothing was lost.',
        daysAgo: 53,
      },
    ],
  },
  {
    who: ['wanjiru', 'togoldor'],
    on: 'Counting goats by hand, then not',
    sinceDaysAgo: 125,
    said: [
      {
        by: 'wanjiru',
        of: 'togoldor',
        skill: 'python',
        words: 'He published the mistakes next to the counts. Uncle included.',
        daysAgo: 26,
      },
    ],
  },
]

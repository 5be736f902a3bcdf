import type { SeedPair } from './pair.ts'

export const bench: SeedPair[] = [
  {
    who: ['kwame', 'idrissa'],
    on: 'Thirty-one dovetails over video',
    sinceDaysAgo: 371,
    said: [
      {
        by: 'kwame',
        of: 'idrissa',
        skill: 'hand-joinery',
        words:
          'He stopped asking whether a joint is good and started asking where it is tight. That is the whole second year.',
        daysAgo: 40,
      },
      {
        by: 'idrissa',
        of: 'kwame',
        skill: 'hand-joinery',
        words: 'Il regarde le coin, pas moi. He looks at the corner, not at me, and so I was never ashamed.',
        daysAgo: 90,
      },
      {
        by: 'idrissa',
        of: 'kwame',
        skill: 'marquetry',
        words: 'He told me I had one kind of wood with six names. I turned every piece.',
        daysAgo: 60,
      },
    ],
  },
  {
    who: ['kwame', 'soledad'],
    on: 'A case for the greenhouse box, by post',
    sinceDaysAgo: 330,
    said: [
      {
        by: 'soledad',
        of: 'kwame',
        skill: 'hand-joinery',
        words: 'It came from Kumasi to 3,800 metres and the lid still slides.',
        daysAgo: 210,
      },
    ],
  },
  {
    who: ['noor', 'curtis'],
    on: 'Same strap, Fès and Tennessee',
    sinceDaysAgo: 40,
    said: [
      {
        by: 'noor',
        of: 'curtis',
        skill: 'leatherwork',
        words: 'His edge shines like a date. He sent me the wax recipe and did not make me ask twice.',
        daysAgo: 8,
      },
      {
        by: 'curtis',
        of: 'noor',
        skill: 'leatherwork',
        words: 'Marks her stitches with a kitchen fork and they are straighter than mine.',
        daysAgo: 8,
      },
    ],
  },
  {
    who: ['gethin', 'wagiman'],
    on: 'Knife three: forge and fan, before breakfast',
    sinceDaysAgo: 45,
    said: [
      {
        by: 'gethin',
        of: 'wagiman',
        skill: 'blacksmithing',
        words: 'Forty-four years of watching puddles of steel. I only had to tell him to hit less.',
        daysAgo: 7,
      },
    ],
  },
]

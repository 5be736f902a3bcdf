import type { SeedPair } from './pair.ts'

export const ink: SeedPair[] = [
  {
    who: ['ritu', 'chiyo'],
    on: 'Sundays: JavaScript one way, windows the other',
    sinceDaysAgo: 240,
    said: [
      {
        by: 'chiyo',
        of: 'ritu',
        skill: 'javascript',
        words: 'ありがとう。She explains a loop as a bus route, with me as the driver.',
        daysAgo: 33,
      },
      {
        by: 'ritu',
        of: 'chiyo',
        skill: 'pixel-art',
        words: 'I draw forty windows. She draws three and the street has forty.',
        daysAgo: 50,
      },
    ],
  },
  {
    who: ['naim', 'rosa'],
    on: 'An alphabet, by Easter',
    sinceDaysAgo: 420,
    said: [
      {
        by: 'rosa',
        of: 'naim',
        skill: 'calligraphy',
        words: 'Four months of angle and pressure before a single letter. On the fifth the letter was simply there.',
        daysAgo: 70,
      },
      {
        by: 'naim',
        of: 'rosa',
        skill: 'bookbinding',
        words: 'She bound my forty-one mornings. It opens flat, and it closes with a sound like a good door.',
        daysAgo: 55,
      },
    ],
  },
  {
    who: ['imke', 'rosa'],
    on: 'The spoon-printing night in the loft',
    sinceDaysAgo: 900,
    said: [
      {
        by: 'rosa',
        of: 'imke',
        skill: 'linocut',
        words: 'Strict about blades, easy about people. Nobody has bled in her room in four years.',
        daysAgo: 200,
      },
      {
        by: 'imke',
        of: 'rosa',
        skill: 'bookbinding',
        words: 'Made me wait overnight. The spine is still straight.',
        daysAgo: 180,
      },
    ],
  },
  {
    who: ['imke', 'sam'],
    on: 'A tide clock in Rust, in text only',
    sinceDaysAgo: 130,
    said: [
      {
        by: 'imke',
        of: 'sam',
        skill: 'rust',
        words: 'We read one message of the compiler for fifty minutes, including the part in grey. It was right.',
        daysAgo: 21,
      },
      {
        by: 'sam',
        of: 'imke',
        skill: 'giving-feedback',
        words: 'Says what the tool did before she says what you did. I have copied it.',
        daysAgo: 20,
      },
    ],
  },
  {
    who: ['bea', 'elio'],
    on: 'Page four, redrawn without a speech bubble',
    sinceDaysAgo: 58,
    said: [
      {
        by: 'bea',
        of: 'elio',
        skill: 'comics',
        words: 'He cut the joke he was proudest of, and the page began to laugh.',
        daysAgo: 16,
      },
    ],
  },
  {
    who: ['consuelo', 'tama'],
    on: 'Three old deckhands, nine seconds each',
    sinceDaysAgo: 75,
    said: [
      {
        by: 'tama',
        of: 'consuelo',
        skill: 'oral-history',
        words: 'She told me to shut up for nine seconds. At eight the bosun started crying.',
        daysAgo: 17,
      },
      {
        by: 'consuelo',
        of: 'tama',
        skill: 'oral-history',
        words: 'He asked what was in the pockets. I have nothing to add.',
        daysAgo: 16,
      },
    ],
  },
  {
    who: ['teodora', 'naim'],
    on: 'Spacing, two scripts, one evening',
    sinceDaysAgo: 310,
    said: [
      {
        by: 'naim',
        of: 'teodora',
        skill: 'typography',
        words: 'She moved one letter by the thickness of a cigarette paper, and I saw my own language again.',
        daysAgo: 88,
      },
      {
        by: 'teodora',
        of: 'naim',
        skill: 'calligraphy',
        words: 'He looks at the white. Most people look at the black and complain about the white.',
        daysAgo: 87,
      },
    ],
  },
]

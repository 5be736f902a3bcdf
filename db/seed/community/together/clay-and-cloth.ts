import type { SeedPair } from './pair.ts'

export const clayAndCloth: SeedPair[] = [
  {
    who: ['leszek', 'aigerim'],
    on: 'The robe warp, two winters',
    sinceDaysAgo: 690,
    said: [
      {
        by: 'aigerim',
        of: 'leszek',
        skill: 'weaving',
        words:
          'He asked how I had carried the warp to the loom. In a bag. He said nothing at all, for a long time, and I understood everything.',
        daysAgo: 120,
      },
      {
        by: 'leszek',
        of: 'aigerim',
        skill: 'weaving',
        words: 'A designer who unweaves without being told. I have met two in my life.',
        daysAgo: 18,
      },
    ],
  },
  {
    who: ['leszek', 'niamh'],
    on: 'Seven baskets, six of which rocked',
    sinceDaysAgo: 160,
    said: [
      { by: 'leszek', of: 'niamh', skill: 'basketry', words: 'She kneads less now. Number seven stands.', daysAgo: 10 },
      {
        by: 'niamh',
        of: 'leszek',
        skill: 'basketry',
        words: 'Can tell from a phone screen which hand I am leaning on.',
        daysAgo: 9,
      },
    ],
  },
  {
    who: ['malik', 'maren'],
    on: 'Eleven panels held up to the light',
    sinceDaysAgo: 288,
    said: [
      {
        by: 'maren',
        of: 'malik',
        skill: 'stained-glass',
        words: 'He films his hands and waits for me to look up. By spring he had learned the sign for “lead”.',
        daysAgo: 30,
      },
      {
        by: 'malik',
        of: 'maren',
        skill: 'stained-glass',
        words: 'Kept four out of eleven. Most people keep eleven.',
        daysAgo: 3,
      },
    ],
  },
  {
    who: ['farida', 'tama'],
    on: 'One stitch a row, from Hamburg to Cook Strait',
    sinceDaysAgo: 210,
    said: [
      {
        by: 'farida',
        of: 'tama',
        skill: 'embroidery',
        words: 'Row three leans with the ship, and I forbade him to unpick it.',
        daysAgo: 4,
      },
      {
        by: 'tama',
        of: 'farida',
        skill: 'embroidery',
        words: 'She can see a loose satin stitch from sixteen time zones off.',
        daysAgo: 5,
      },
    ],
  },
  {
    who: ['despina', 'eufemia'],
    on: 'Two kilns compared, shelf by shelf',
    sinceDaysAgo: 150,
    said: [
      {
        by: 'despina',
        of: 'eufemia',
        skill: 'hand-building',
        words:
          'She coils a pot of thirty litres without a wheel, without a ruler and while telling a story. I have forty notebooks and cannot do it.',
        daysAgo: 14,
      },
      {
        by: 'eufemia',
        of: 'despina',
        skill: 'glazing',
        words:
          'Nos contó la verdad de su horno. She told us the truth about her kiln; since then we tell it about ours.',
        daysAgo: 44,
      },
    ],
  },
  {
    who: ['shirin', 'aigerim'],
    on: 'Madder, three times, in two kitchens',
    sinceDaysAgo: 260,
    said: [
      {
        by: 'aigerim',
        of: 'shirin',
        skill: 'natural-dyeing',
        words: 'My red was brown because of our pipes. She worked it out from a photograph of the kettle.',
        daysAgo: 61,
      },
    ],
  },
  {
    who: ['tamar', 'despina'],
    on: 'A lid for jug nineteen, in silver',
    sinceDaysAgo: 280,
    said: [
      {
        by: 'despina',
        of: 'tamar',
        skill: 'silversmithing',
        words: 'She measured my rim in hundredths. I had never been so flattered or so wrong.',
        daysAgo: 92,
      },
      {
        by: 'tamar',
        of: 'despina',
        skill: 'wheel-throwing',
        words: 'The jug pours. I tested it on a white coat.',
        daysAgo: 91,
      },
    ],
  },
  {
    who: ['thorri', 'leszek'],
    on: 'A loom for a cabin, sketched on a chart',
    sinceDaysAgo: 200,
    said: [
      {
        by: 'leszek',
        of: 'thorri',
        skill: 'knitting',
        words: 'A stripe for a broken pump. This is how cloth should be read.',
        daysAgo: 27,
      },
    ],
  },
  {
    who: ['nodira', 'despina'],
    on: 'Number 208, discussed over five nights',
    sinceDaysAgo: 180,
    said: [
      {
        by: 'despina',
        of: 'nodira',
        skill: 'glazing',
        words: 'Three hundred and twelve tiles with a reason on the back of each.',
        daysAgo: 31,
      },
    ],
  },
]

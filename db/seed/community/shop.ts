import type { ListingKind } from '#db/schema/marketplace/listings.ts'

export type SeedListing = {
  work: string
  // Where a work is offered in more than one way.
  slug?: string
  kind: ListingKind
  price: number
  currency?: string
  title?: string
  words: string
  copies?: number
  payMore?: boolean
  readyInDays?: number
  lengthMinutes?: number
  // Of a lesson that is on a day.
  startsInDays?: number
  place?: string
  pickup?: string
  // Country or 'world', what the way costs, and days.
  zones?: [zone: string, price: number, days: number][]
  returns?: 'none' | 'exchange' | '14-days' | '30-days'
  returnsWords?: string
  listedDaysAgo: number
}

// What makers of the demo offer, as they would say it over the counter.
export const shop: SeedListing[] = [
  {
    work: 'curlew-low-tide',
    kind: 'edition',
    price: 85,
    copies: 24,
    words:
      'Printed by hand from two blocks, one for the mud and one for the bird. Numbered and signed in pencil, on cotton rag with a deckle edge, 30 by 40 cm. I send it flat between two boards, never rolled.',
    zones: [
      ['DE', 6.5, 3],
      ['NL', 9, 4],
      ['world', 18, 12],
    ],
    listedDaysAgo: 2,
  },
  {
    work: 'tray-of-twelve-points',
    kind: 'original',
    price: 240,
    words:
      'The second of two, and the better one. Oiled three times, and safe with a hot pot. Forty centimetres across. A ring of light runs round it when you carry it to the window.',
    pickup: 'College workshop, Lyon, Thursday afternoons',
    zones: [
      ['FR', 12, 3],
      ['world', 34, 10],
    ],
    listedDaysAgo: 5,
  },
  {
    work: 'tray-of-twelve-points',
    slug: 'tray-of-twelve-points-small',
    kind: 'made-to-order',
    price: 68,
    copies: 3,
    readyInDays: 18,
    title: 'A small tray of one star',
    words:
      'One star instead of the whole sky: eighteen centimetres, for pens, keys or a cup. Tell me pale or dark and I choose the veneers. I make them on Saturdays, so three at a time.',
    zones: [
      ['FR', 6, 3],
      ['DE', 8.5, 4],
      ['world', 19, 10],
    ],
    listedDaysAgo: 40,
  },
  {
    work: 'hedge-nine-times',
    kind: 'edition',
    price: 45,
    copies: 60,
    words:
      'One small square of linoleum, turned nine ways. 25 by 25 cm, unframed. Each sheet differs a little; say if you like yours dark.',
    zones: [
      ['DE', 4.5, 3],
      ['world', 12, 12],
    ],
    listedDaysAgo: 9,
  },
  {
    work: 'five-jugs',
    kind: 'original',
    price: 320,
    title: 'Five jugs, one shelf: the whole shelf',
    words:
      'They go together or not at all; they have been through one fire. The tallest holds a litre. All five pour without a drip, I tried each of them with oil.',
    zones: [
      ['GR', 14, 3],
      ['world', 48, 9],
    ],
    listedDaysAgo: 12,
  },
  {
    work: 'monsoon-seed-seven',
    kind: 'digital',
    price: 8,
    payMore: true,
    title: 'Monsoon, to print yourself',
    words: 'A file in full size, for one wall at home. What you give beyond the price buys ink for the class in Pune.',
    returns: 'none',
    listedDaysAgo: 3,
  },
  {
    work: 'bag-for-one-school-year',
    kind: 'made-to-order',
    price: 64,
    copies: 3,
    readyInDays: 21,
    words:
      'I crochet it when you order it, in the length of your arm. Three on my hook at once, no more; then please wait a little.',
    zones: [['world', 16, 14]],
    returns: 'exchange',
    returnsWords: 'If the strap is too long or too short I change it for nothing.',
    listedDaysAgo: 6,
  },
  {
    work: 'festa-da-rua',
    kind: 'edition',
    price: 22,
    copies: 150,
    words:
      'Red, blue and the yellow that fades first. A3, numbered on the back. I still have most of them under my bed.',
    zones: [
      ['PT', 4, 2],
      ['world', 9, 10],
    ],
    listedDaysAgo: 15,
  },
  {
    work: 'log-basket-first-level-one',
    kind: 'original',
    price: 95,
    words:
      'It stands level. That took eleven baskets before it. Willow from the bog field, for logs, wool or a small dog.',
    pickup: 'The pier shed, any dry morning',
    zones: [['IE', 11, 3]],
    listedDaysAgo: 18,
  },
  {
    work: 'mill-yard-throw',
    kind: 'made-to-order',
    price: 190,
    copies: 2,
    readyInDays: 35,
    words:
      'Wool from two farms I can see from the loom. 130 by 180 cm. Tell me which of the three greys you would like, in a message on the order.',
    zones: [
      ['PL', 8, 3],
      ['world', 27, 12],
    ],
    listedDaysAgo: 22,
  },
  {
    work: 'the-middle-voice',
    kind: 'lesson',
    price: 28,
    copies: 6,
    lengthMinutes: 50,
    place: 'By video',
    title: 'The middle voice: sing it with me',
    words:
      'We sing the song slowly until you hold the middle against me. No notes needed. By video, in English, Georgian or Russian.',
    returns: 'exchange',
    returnsWords: 'Another day if you tell me the evening before.',
    listedDaysAgo: 8,
  },
  {
    work: 'the-middle-voice',
    slug: 'three-voices-one-evening',
    kind: 'lesson',
    price: 16,
    copies: 8,
    lengthMinutes: 90,
    startsInDays: 19,
    place: 'By video',
    title: 'Three voices, one evening',
    words: 'Eight of us, three parts, one song until it stands. Come with water and a door that closes.',
    returns: 'exchange',
    returnsWords: 'Give your place to a friend, and tell me their name.',
    listedDaysAgo: 3,
  },
  {
    work: 'one-frond-and-what-it-was',
    kind: 'original',
    price: 140,
    words: 'The drawing itself, in sepia ink that will outlive us. 21 by 30 cm, in a folder of acid-free card.',
    zones: [['world', 15, 12]],
    listedDaysAgo: 26,
  },
  {
    work: 'third-bridge-five-am',
    kind: 'digital',
    price: 6,
    payMore: true,
    title: 'Third Bridge, 5 a.m.: all eleven',
    words: 'Eleven tracks as they left the desk, and the sleeve to print. Use them under your films, only say my name.',
    returns: 'none',
    listedDaysAgo: 11,
  },
  {
    work: 'reef-flat-with-two-walkers',
    kind: 'original',
    price: 180,
    words: 'Painted on the reef between two tides; there is a little salt in the paper. 28 by 38 cm, unframed.',
    zones: [['world', 22, 14]],
    listedDaysAgo: 30,
  },
  {
    work: 'sheet-with-half-a-kidney',
    kind: 'edition',
    price: 18,
    copies: 12,
    title: 'Letter paper with half a kidney, ten sheets',
    words: 'Recycled at our kitchen table from bills and egg boxes. Takes ink well, does not take a printer at all.',
    zones: [['world', 8, 14]],
    listedDaysAgo: 20,
  },
  {
    work: 'kelp-castlecliff',
    kind: 'edition',
    price: 55,
    copies: 8,
    words:
      'Each printed by the sun on another day, so no blue is like the next. 20 by 25 cm. Keep it out of the light it came from.',
    zones: [
      ['NZ', 5, 2],
      ['world', 14, 12],
    ],
    listedDaysAgo: 17,
  },
  {
    work: 'hand-and-eye',
    kind: 'edition',
    price: 35,
    copies: 80,
    words:
      'Wood type as old as my grandmother on paper as damp as she liked it. A2, folded once and never again: I send it in a tube.',
    zones: [['world', 11, 10]],
    listedDaysAgo: 33,
  },
  {
    work: 'escarpment-in-four-browns',
    kind: 'edition',
    price: 60,
    copies: 10,
    words:
      'Drawn again for you by the machine, with the same seed and another pot of tea. 70 by 30 cm on heavy cotton paper. Ten, and then I change the seed.',
    zones: [['world', 21, 12]],
    listedDaysAgo: 44,
  },
  {
    work: 'island-jugs',
    kind: 'made-to-order',
    price: 58,
    copies: 4,
    readyInDays: 40,
    title: 'One white jug, as on the island',
    words:
      'A litre and a half, white with the iron sand from my aunt’s beach. I fire when the kiln is full, so please be patient with its third element.',
    zones: [
      ['GR', 9, 3],
      ['world', 26, 9],
    ],
    listedDaysAgo: 52,
  },
  {
    work: 'twenty-four-bowls',
    kind: 'edition',
    price: 75,
    copies: 40,
    words:
      'Printed from the sheet in two inks, the gold by hand. 40 by 40 cm. The edge has a little honey on it, I believe, but nobody else can find it.',
    zones: [['world', 17, 12]],
    listedDaysAgo: 61,
  },
  {
    work: 'le-sac-de-la-maree',
    kind: 'made-to-order',
    price: 72,
    copies: 3,
    readyInDays: 24,
    words:
      'Deux bleus, trois bains. Dites-nous la longueur de votre bras. We crochet it when you order it, three at once and no more.',
    zones: [['world', 16, 14]],
    returns: 'exchange',
    returnsWords: 'Too long or too short? We make the handle again for nothing.',
    listedDaysAgo: 38,
  },
  {
    work: 'le-sac-de-la-veranda',
    kind: 'original',
    price: 110,
    words:
      'Sept mains, un seul sac. There is only this one, with the row of Voahangy that lets the light in. Thirty-eight centimetres across.',
    zones: [['world', 16, 14]],
    listedDaysAgo: 47,
  },
  {
    work: 'herring-if-you-squint',
    kind: 'made-to-order',
    price: 210,
    copies: 2,
    readyInDays: 60,
    title: 'A jumper from your own log',
    words:
      'Send me sixty lines, one a day: weather, mood, whatever you count. I choose the wool of as many sheep as it takes. Ready when the ship is back.',
    zones: [
      ['IS', 10, 3],
      ['world', 28, 12],
    ],
    listedDaysAgo: 70,
  },
  {
    work: 'westerly-seed-thirty-one',
    kind: 'digital',
    price: 8,
    payMore: true,
    title: 'Westerly, to print yourself',
    words: 'A file in full size, white on night blue. It eats ink; print it small, or on a friend’s machine.',
    returns: 'none',
    listedDaysAgo: 55,
  },
  {
    work: 'pond-in-may',
    kind: 'lesson',
    price: 24,
    copies: 6,
    lengthMinutes: 60,
    place: 'By telephone',
    title: 'Listening, without a microphone',
    words:
      'You sit outdoors, I sit indoors, and we say nothing for a third of the time. By telephone, since video only distracts. In Romanian, English or French.',
    returns: 'exchange',
    returnsWords: 'Another evening if you tell me before noon. Rain is no reason.',
    listedDaysAgo: 66,
  },
]

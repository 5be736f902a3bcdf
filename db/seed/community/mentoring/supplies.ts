import type { HandedInName } from '../../art/handed-in/index.ts'

export type SeedSupply = {
  name: string
  kind: 'supply' | 'tool' | 'kit'
  about: string
  unit?: string
  place: string
  // How many were bought, and how many days ago.
  bought?: [count: number, daysAgo: number][]
  lowAt?: number
  cost?: number
  parts?: [name: string, count: number][]
  picture?: HandedInName
}

const STORE = 'the store behind the kiln room'
const DESK = 'Thandi’s desk, Wednesdays'
const PRINT = 'the print room, second drawer'

export const supplies: SeedSupply[] = [
  {
    name: 'Ash offcuts',
    picture: 'ash-boards',
    kind: 'supply',
    unit: 'piece',
    about:
      'Straight-grained ash from the stair-maker, 40 cm and longer, planed on two sides. Made for **practice joints**.',
    place: STORE,
    bought: [
      [30, 170],
      [24, 60],
    ],
    lowAt: 6,
    cost: 180,
  },
  {
    name: 'Linden board',
    kind: 'supply',
    unit: 'board',
    about: 'Soft and even, for carving and for everybody’s first relief. 30 × 40 cm, 2 cm thick.',
    place: STORE,
    bought: [[18, 150]],
    lowAt: 4,
    cost: 640,
  },
  {
    name: 'Lino block',
    picture: 'lino-blocks',
    kind: 'supply',
    unit: 'block',
    about: 'Grey lino on a wooden back, A5. Warm it on the radiator for five minutes and it cuts like butter.',
    place: PRINT,
    bought: [
      [40, 165],
      [25, 44],
    ],
    lowAt: 10,
    cost: 320,
  },
  {
    name: 'Black oil ink',
    kind: 'supply',
    unit: 'tube',
    about: 'Relief ink on linseed oil, 60 ml. Washes off with kitchen oil and a rag, no spirit needed.',
    place: PRINT,
    bought: [[14, 165]],
    lowAt: 8,
    cost: 790,
  },
  {
    name: 'Cotton paper',
    kind: 'supply',
    unit: 'sheet',
    about: 'Handmade, 200 g, deckle edges: Linh makes it from shirts that nobody wears any more.',
    place: PRINT,
    bought: [
      [120, 160],
      [80, 30],
    ],
    lowAt: 30,
    cost: 95,
  },
  {
    name: 'Linen warp',
    kind: 'supply',
    unit: 'cone',
    about: 'Unbleached 16/2 linen. One cone warps a metre of cloth on the table loom, with some to spare.',
    place: 'the weaving loft',
    bought: [[12, 140]],
    lowAt: 3,
    cost: 1450,
  },
  {
    name: 'Shellac flakes',
    kind: 'supply',
    unit: 'bag',
    about: 'Blonde, dewaxed. A bag of 50 g makes a jar that seals a small cabinet twice.',
    place: STORE,
    bought: [[10, 120]],
    lowAt: 2,
    cost: 560,
  },
  {
    name: 'Stoneware clay',
    kind: 'supply',
    unit: 'bag',
    about: 'Buff stoneware with fine grog, 10 kg, wedged once. Fires between 1200 and 1260 °C.',
    place: STORE,
    bought: [[20, 155]],
    lowAt: 5,
    cost: 1120,
  },
  {
    name: 'Lino gouges',
    kind: 'tool',
    about: 'Five gouges in a roll, sharpened by Imke on the first of each month. Bring them back dull and say so.',
    place: PRINT,
    bought: [[3, 165]],
  },
  {
    name: 'Dovetail saw',
    picture: 'dovetail-saw',
    kind: 'tool',
    about: 'Fifteen points, filed for ripping. It follows the line you look at, so look at the right one.',
    place: STORE,
    bought: [[2, 170]],
  },
  {
    name: 'Marking gauge',
    kind: 'tool',
    about: 'A wheel instead of a pin: a line like a hair, along and across the grain.',
    place: STORE,
    bought: [[3, 170]],
  },
  {
    name: 'Proofing press',
    kind: 'tool',
    about: 'A table press for blocks up to A3. Forty kilos: two people carry it, and a car is a good idea.',
    place: DESK,
    bought: [[1, 160]],
  },
  {
    name: 'Field recorder',
    kind: 'tool',
    about:
      'Stereo, with a furry coat against wind and four batteries. The card is empty when you get it; empty it before you bring it back.',
    place: DESK,
    bought: [[2, 130]],
  },
  {
    name: 'Book cradle and camera lamp',
    kind: 'tool',
    about: 'For photographing pages and flat work evenly: cradle, two lamps, a grey card.',
    place: DESK,
    bought: [[1, 110]],
  },
  {
    name: 'First linocut kit',
    kind: 'kit',
    about: 'Everything for the first print at a kitchen table. What you cut is yours; the gouges come back.',
    place: PRINT,
    parts: [
      ['Lino block', 1],
      ['Black oil ink', 1],
      ['Cotton paper', 5],
      ['Lino gouges', 1],
    ],
  },
  {
    name: 'Dovetail practice kit',
    kind: 'kit',
    about: 'Four pieces of ash, a saw and a gauge. Enough for six corners if the first two are honest.',
    place: STORE,
    parts: [
      ['Ash offcuts', 4],
      ['Dovetail saw', 1],
      ['Marking gauge', 1],
    ],
  },
]

export type SeedLoan = {
  supply: string
  who: string
  count?: number
  approved?: number
  askedDaysAgo: number
  // From and until, in days from today; materials have none.
  days?: [from: number, until: number]
  state: 'asked' | 'approved' | 'part-approved' | 'handed-over' | 'returned' | 'used-up' | 'refused'
  task?: string
  words?: string
  answer?: string
  uses?: [daysAgo: number, words: string, count?: number, picture?: HandedInName][]
  condition?: 'as-good' | 'worn' | 'broken'
}

export const loans: SeedLoan[] = [
  {
    supply: 'Ash offcuts',
    who: 'idrissa',
    count: 6,
    askedDaysAgo: 137,
    state: 'used-up',
    task: 'The same corner in ash',
    uses: [
      [118, 'Two corners. The worse one is on my shelf, dated.', 4],
      [101, 'The second tail split, so once more.', 2],
    ],
  },
  {
    supply: 'Dovetail saw',
    who: 'idrissa',
    askedDaysAgo: 136,
    days: [-135, -95],
    state: 'returned',
    task: 'The same corner in ash',
    uses: [[118, 'It does not wander. I do.', 0, 'straight-saw']],
    condition: 'as-good',
  },
  {
    supply: 'Ash offcuts',
    who: 'idrissa',
    count: 12,
    approved: 10,
    askedDaysAgo: 66,
    state: 'handed-over',
    task: 'A carcass whose four corners agree',
    answer: 'Ten now. Take the two with the brown streak for the back.',
    uses: [
      [34, 'Top, bottom and both sides of the carcass.', 6, 'frame-of-six'],
      [12, 'The shelf, and one piece to learn on.', 2],
    ],
  },
  {
    supply: 'Marking gauge',
    who: 'idrissa',
    askedDaysAgo: 15,
    days: [-14, 9],
    state: 'handed-over',
    task: 'A carcass whose four corners agree',
    uses: [[12, 'One line around the whole carcass, and it met itself.']],
  },
  {
    supply: 'Lino block',
    who: 'idrissa',
    count: 2,
    askedDaysAgo: 24,
    state: 'handed-over',
    task: 'A mark of two centimetres that prints on oak',
    uses: [[9, 'First mark: the I and the B have become one letter.', 1]],
  },
  {
    supply: 'Lino gouges',
    who: 'idrissa',
    askedDaysAgo: 24,
    days: [-23, 2],
    state: 'handed-over',
    task: 'A mark of two centimetres that prints on oak',
  },
  {
    supply: 'Shellac flakes',
    who: 'idrissa',
    count: 1,
    askedDaysAgo: 2,
    state: 'asked',
    words: 'To seal the oak before the next print of my mark, as Imke said. One bag is more than enough.',
  },
  {
    supply: 'First linocut kit',
    who: 'ritu',
    askedDaysAgo: 20,
    days: [-18, -4],
    state: 'returned',
    uses: [[6, 'Rings of 1987, the size of a plate. My thumb is fine.']],
    condition: 'worn',
  },
  {
    supply: 'Proofing press',
    who: 'imke',
    askedDaysAgo: 40,
    days: [-30, -26],
    state: 'returned',
    condition: 'as-good',
  },
  {
    supply: 'Proofing press',
    who: 'rosa',
    askedDaysAgo: 9,
    days: [5, 9],
    state: 'approved',
    words: 'For the herders’ letter: two evenings of printing, one of cleaning.',
  },
  { supply: 'Proofing press', who: 'imke', askedDaysAgo: 3, days: [14, 16], state: 'approved' },
  {
    supply: 'Field recorder',
    who: 'malik',
    askedDaysAgo: 12,
    days: [-9, -1],
    state: 'handed-over',
    words: 'Rain on six kinds of roof.',
    uses: [[5, 'Tin, thatch and the bus shelter.']],
  },
  {
    supply: 'Field recorder',
    who: 'akinyi',
    askedDaysAgo: 6,
    days: [3, 10],
    state: 'approved',
    words: 'The club makes the sounds for the rain game.',
  },
  {
    supply: 'Cotton paper',
    who: 'rosa',
    count: 60,
    askedDaysAgo: 120,
    state: 'used-up',
    uses: [[100, 'An edition of forty, and what it cost to get there.', 60]],
  },
  {
    supply: 'Cotton paper',
    who: 'imke',
    count: 40,
    askedDaysAgo: 70,
    state: 'used-up',
    uses: [[58, 'Papercuts for the lamp window.', 40]],
  },
  { supply: 'Black oil ink', who: 'imke', count: 3, askedDaysAgo: 88, state: 'used-up' },
  { supply: 'Black oil ink', who: 'rosa', count: 2, askedDaysAgo: 50, state: 'used-up' },
  {
    supply: 'Lino block',
    who: 'rosa',
    count: 12,
    askedDaysAgo: 95,
    state: 'used-up',
    uses: [[90, 'Twelve beginners on one afternoon. No plasters.', 12]],
  },
  {
    supply: 'Linden board',
    who: 'bosse',
    count: 4,
    askedDaysAgo: 62,
    state: 'used-up',
    uses: [[40, 'Four spoons and a very small door.', 4]],
  },
  { supply: 'Linen warp', who: 'noor', count: 3, askedDaysAgo: 77, state: 'used-up' },
  {
    supply: 'Stoneware clay',
    who: 'chiyo',
    count: 6,
    askedDaysAgo: 54,
    state: 'used-up',
    uses: [[31, 'Twenty cups. Eleven live.', 6]],
  },
  {
    supply: 'Stoneware clay',
    who: 'wanjiru',
    count: 14,
    askedDaysAgo: 4,
    state: 'asked',
    words: 'A wall of tiles for the library, sixty of them. I can fetch the clay with the cart.',
  },
  {
    supply: 'Linden board',
    who: 'soledad',
    count: 2,
    askedDaysAgo: 1,
    state: 'asked',
    words: 'A first relief with the children of the afternoon group.',
  },
  {
    supply: 'Book cradle and camera lamp',
    who: 'linh',
    askedDaysAgo: 33,
    days: [-28, -21],
    state: 'returned',
    condition: 'as-good',
  },
]

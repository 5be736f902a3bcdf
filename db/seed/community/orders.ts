type Buyer = { member: string } | { name: string; email: string }

export type SeedOrder = {
  work: string
  buyer: Buyer
  quantity?: number
  daysAgo: number
  state: 'paid' | 'on-its-way' | 'arrived'
  carrier?: string
  tracking?: string
  address: { lines: string[]; postcode: string; city: string; country: string }
  // What the buyer says of it in the market, and what its maker answers.
  review?: { stars: number; words: string; reply?: string }
  says?: [from: 'buyer' | 'seller', words: string, daysLater?: number][]
  // The buyer asked their bank for the money back, and nobody answered yet.
  dispute?: { daysAgo: number; reason: string; dueInDays: number }
}

// What was bought in the demo lately, the oldest first: three shelves away, or on the other side of the sea.
export const bought: SeedOrder[] = [
  {
    work: 'curlew-low-tide',
    buyer: { name: 'Ottoline Mertens', email: 'ottoline@post.example' },
    daysAgo: 24,
    state: 'arrived',
    carrier: 'PostNL',
    tracking: '3SABCD0012345',
    address: { lines: ['Prinsengracht 41'], postcode: '1015 DK', city: 'Amsterdam', country: 'NL' },
    says: [
      ['buyer', 'Is the orange as loud as on my screen?'],
      ['seller', 'A little quieter, and rougher: you see the grain of the lino in it. I picked a calm one for you.'],
      ['buyer', 'It hangs. My father, who was a birdwatcher, says the legs are right.', 9],
    ],
    review: {
      stars: 5,
      words:
        'Packed like an egg. The orange is quieter than on the screen, and better for it: you see where the gouge ran.',
      reply: 'Greetings to your father. The legs took me four blocks.',
    },
  },
  {
    work: 'curlew-low-tide',
    buyer: { name: 'Hendrik Lomax', email: 'hendrik@attic.example' },
    daysAgo: 17,
    state: 'on-its-way',
    carrier: 'PostNL',
    tracking: '3SABCD0012461',
    address: { lines: ['Oude Delft 112, attic'], postcode: '2611 CG', city: 'Delft', country: 'NL' },
    says: [
      ['buyer', 'The app of the post says it was handed to a neighbour, but nobody here has a curlew.', 6],
      ['seller', 'Number 110 signed for it, says the post. Would you ring there once? I ask the post as well.', 6],
    ],
    dispute: { daysAgo: 2, reason: 'product_not_received', dueInDays: 7 },
  },
  {
    work: 'hedge-nine-times',
    buyer: { member: 'idrissa' },
    daysAgo: 6,
    state: 'on-its-way',
    carrier: 'La Poste',
    tracking: '8R 4420 1187',
    address: { lines: ['12 rue des Tables Claudiennes'], postcode: '69001', city: 'Lyon', country: 'FR' },
  },
  {
    work: 'curlew-low-tide',
    buyer: { name: 'Ruairi Mac Aodha', email: 'ruairi@lighthouse.example' },
    quantity: 2,
    daysAgo: 1,
    state: 'paid',
    address: { lines: ['The Keeper’s House', 'Blacksod'], postcode: 'F26 X2P1', city: 'Belmullet', country: 'IE' },
    says: [
      ['buyer', 'One is for the lamp room and one for my sister. If you can, two numbers that follow each other.'],
    ],
  },
  {
    work: 'tray-of-twelve-points-small',
    buyer: { name: 'Céline Aubry', email: 'celine@papeterie.example' },
    daysAgo: 26,
    state: 'arrived',
    address: { lines: ['4 quai de la Pêcherie'], postcode: '69001', city: 'Lyon', country: 'FR' },
    carrier: 'Brought by bicycle',
    says: [['buyer', 'The star turns when I walk past it. My fountain pens have moved in.', 22]],
    review: { stars: 5, words: 'Three weeks, as he said. One corner was re-oiled after a photo, without a question.' },
  },
  {
    work: 'tray-of-twelve-points-small',
    buyer: { member: 'imke' },
    daysAgo: 4,
    state: 'paid',
    address: { lines: ['Hafenstraße 9'], postcode: '26723', city: 'Emden', country: 'DE' },
    says: [['buyer', 'No hurry, Idrissa: after your exam is soon enough. Could the veneer be the pale one?']],
  },
]

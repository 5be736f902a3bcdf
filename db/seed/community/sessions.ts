export type SeedSession = {
  slug: string
  title: string
  host: string
  skill: string
  summary: string
  startsInDays: number
  atLocalTime: string
  timeZone: string
  lengthMinutes: number
  seats: number
  place: string
}

export const sessions: SeedSession[] = [
  {
    slug: 'bring-your-ugliest-print',
    title: 'Bring your ugliest print',
    host: 'imke',
    skill: 'linocut',
    summary:
      'We put failed prints under the camera one by one and work out what the lino, the ink and the hand were each doing. You leave with one thing to change.',
    startsInDays: 2,
    atLocalTime: '10:30',
    timeZone: 'Europe/Amsterdam',
    lengthMinutes: 75,
    seats: 12,
    place: 'online',
  },
  {
    slug: 'five-envelopes',
    title: 'Five envelopes: books for people who make things',
    host: 'niamh',
    skill: 'bookkeeping',
    summary:
      'Bring one month of receipts in whatever state they are. By the end they are sorted, added up and no longer frightening. Biscuits are your own responsibility.',
    startsInDays: 3,
    atLocalTime: '19:00',
    timeZone: 'Europe/Dublin',
    lengthMinutes: 90,
    seats: 20,
    place: 'online',
  },
  {
    slug: 'one-long-bow',
    title: 'One long bow: a first hour with the cello',
    host: 'marguerite',
    skill: 'cello',
    summary:
      'For adults who are sure it is too late. How to sit, how to hold the bow, and one open string until it rings. Three instruments are there to borrow.',
    startsInDays: 4,
    atLocalTime: '14:00',
    timeZone: 'America/Moncton',
    lengthMinutes: 60,
    seats: 3,
    place: 'Community hall, Weldon Street, Moncton',
  },
  {
    slug: 'from-loop-to-landscape',
    title: 'From a loop to a landscape',
    host: 'wanjiru',
    skill: 'pen-plotting',
    summary:
      'Write forty lines of code together and end with a range of hills you can plot, print or trace by hand. No machine needed; a window will do.',
    startsInDays: 6,
    atLocalTime: '18:00',
    timeZone: 'Africa/Nairobi',
    lengthMinutes: 120,
    seats: 24,
    place: 'online',
  },
  {
    slug: 'warping-without-tears',
    title: 'Warping without tears',
    host: 'leszek',
    skill: 'weaving',
    summary:
      'Counting, winding, the cross, and how to keep it. We dress one loom from start to finish and everyone threads a hundred ends.',
    startsInDays: 8,
    atLocalTime: '09:00',
    timeZone: 'Europe/Madrid',
    lengthMinutes: 240,
    seats: 8,
    place: 'The sail loft, Harbour Street, A Coruña',
  },
  {
    slug: 'row-three-must-hear',
    title: 'Row three must hear every word',
    host: 'seun',
    skill: 'mixing',
    summary:
      'A vocal, a kick drum and a bass that all want the same place. We balance one song with faders alone, then allow ourselves a single equaliser.',
    startsInDays: 9,
    atLocalTime: '20:30',
    timeZone: 'Africa/Lagos',
    lengthMinutes: 90,
    seats: 16,
    place: 'online',
  },
  {
    slug: 'shut-your-eyes-and-shop',
    title: 'Shut your eyes and buy a train ticket',
    host: 'andrei',
    skill: 'web-accessibility',
    summary:
      'Andrei shares his screen reader and his opinions. Bring a page you built; hear it as he hears it, then fix the first three things together.',
    startsInDays: 11,
    atLocalTime: '17:00',
    timeZone: 'Europe/Bucharest',
    lengthMinutes: 75,
    seats: 30,
    place: 'online',
  },
  {
    slug: 'corners-one-to-one',
    title: 'Corners, one to one',
    host: 'kwame',
    skill: 'hand-joinery',
    summary:
      'Twenty-five minutes on a single joint of yours. Send four photographs the day before, with a torch shining into the corner.',
    startsInDays: 12,
    atLocalTime: '16:00',
    timeZone: 'Africa/Accra',
    lengthMinutes: 25,
    seats: 1,
    place: 'online',
  },
  {
    slug: 'blue-on-the-beach',
    title: 'Blue on the beach',
    host: 'tama',
    skill: 'cyanotype',
    summary:
      'Coated paper, wet kelp, a sheet of glass and whatever sun we get. Exposure strips first, then one large print each, rinsed in the creek and dried in the van.',
    startsInDays: 16,
    atLocalTime: '10:00',
    timeZone: 'Pacific/Auckland',
    lengthMinutes: 180,
    seats: 10,
    place: 'Castlecliff Beach, Whanganui',
  },
  {
    slug: 'knock-before-you-paint',
    title: 'Knock before you paint',
    host: 'malik',
    skill: 'mural-painting',
    summary:
      'How to show a sketch to people who did not ask for one, hear no, and come back with something better. Role-play included, plus a list of primers.',
    startsInDays: 20,
    atLocalTime: '12:00',
    timeZone: 'America/Detroit',
    lengthMinutes: 90,
    seats: 25,
    place: 'online',
  },
]

import type { SeedProspect } from './prospect.ts'

const INVITED = 'Being invited once there is room'
const WRITTEN = 'Being written to about learning here'

export const prospectsOfRosa: SeedProspect[] = [
  {
    owner: 'rosa',
    name: 'Uxía Lema',
    place: 'Betanzos',
    stage: 'invited',
    young: 'adult',
    speaks: ['Galician', 'Spanish'],
    areas: ['Bookbinding'],
    impression: 'Mends nets, so she can sew anything. Has never owned a book that was not borrowed.',
    hasTime: 'When the boats cannot go out',
    email: 'uxia.lema@mar.example',
    agreed: { to: INVITED, how: 'at the lending desk', inDays: 340 },
    contacts: [
      {
        daysAgo: 58,
        how: 'in-person',
        outcome: 'interested',
        place: 'The library',
        words: 'Brought back a book she had mended, with a knot I did not know. I asked her to show me.',
      },
      {
        daysAgo: 17,
        how: 'in-person',
        outcome: 'agreed',
        place: 'The library',
        words: 'She would like to make the book she keeps the catch in.',
      },
    ],
  },
  {
    owner: 'rosa',
    name: 'Anxo Rial',
    place: 'A Coruña',
    stage: 'talking',
    young: 'adult',
    speaks: ['Galician', 'Spanish'],
    areas: ['Letterpress', 'setting type'],
    impression: 'Sorted a whole case in an afternoon, by ear: he hears a worn e when it falls.',
    hasTime: 'Tuesdays and Thursdays after six',
    phone: '+34 981 555 209',
    agreed: { to: WRITTEN, how: 'by phone', inDays: 160 },
    next: { step: 'Show him the small press, with the door closed against the noise', inDays: 0 },
    contacts: [
      {
        daysAgo: 203,
        how: 'phone',
        outcome: 'unsure',
        words: 'Blind since birth. Asked whether that was a reason. I said I did not know yet.',
      },
      {
        daysAgo: 160,
        how: 'in-person',
        outcome: 'interested',
        place: 'The cellar of the library',
        words: 'It is not a reason. He read the case with his thumbs faster than I read it with glasses.',
      },
      {
        daysAgo: 19,
        how: 'in-person',
        outcome: 'interested',
        place: 'The cellar',
        words: 'Set four lines of his own. No mistake in them.',
      },
    ],
  },
  {
    owner: 'rosa',
    name: 'Catarina Sousa',
    place: 'Porto',
    stage: 'met',
    young: 'adult',
    speaks: ['Portuguese'],
    areas: ['Paper making', 'Bookbinding'],
    next: { step: 'Send her the dates of the winter workshop', inDays: 6 },
    email: 'catarina.sousa@papel.example',
    agreed: { to: WRITTEN, how: 'wrote it on her card', inDays: 350 },
    contacts: [
      {
        daysAgo: 9,
        how: 'event',
        outcome: 'interested',
        place: 'Book fair, Porto',
        words: 'Makes paper from vine cuttings and has nobody to bind it.',
      },
    ],
  },
  {
    owner: 'rosa',
    name: 'Breixo',
    place: 'A Coruña',
    stage: 'met',
    young: 'minor',
    speaks: ['Galician'],
    areas: ['comics'],
    impression:
      'Thirteen, perhaps. Staples his own comics and leaves them between our books. Let his father know first.',
    contacts: [
      {
        daysAgo: 25,
        how: 'in-person',
        outcome: 'unsure',
        place: 'The library, between B and C',
        words: 'Denied everything, then showed me number nine.',
      },
    ],
  },
  {
    owner: 'rosa',
    name: 'Manuela Otero',
    place: 'Ferrol',
    stage: 'not-now',
    young: 'adult',
    speaks: ['Spanish'],
    areas: ['Calligraphy'],
    agreed: { to: 'Being asked again later', how: 'by phone', inDays: 90 },
    next: { step: 'Ask again after the harvest', inDays: 40 },
    contacts: [
      {
        daysAgo: 131,
        how: 'phone',
        outcome: 'interested',
        words: 'Her grandmother wrote letters for the whole street. She has the pens.',
      },
      {
        daysAgo: 70,
        how: 'phone',
        outcome: 'not-now',
        words: 'Chestnuts first, then her mother’s hip. In January, she says.',
      },
    ],
  },
]

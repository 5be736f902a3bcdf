import type { SeedProfiles } from './profile.ts'

export const kitchen: SeedProfiles = {
  niamh: {
    experience: 'professional',
    interests: ['rising', 'five envelopes', 'the quay in weather', 'a boat that orders brown'],
    goals: 'To draw a person before they move. And a basket with a lid.',
    offers: 'One month of your receipts, in whatever bag they are in.',
    evidence: [
      ['urban-sketching', 'The quay, in what passes for dry', '/works/quay-in-drizzle'],
      ['basketry', 'First basket that stands level', '/works/log-basket-first-level-one'],
    ],
    entries: [
      { kind: 'work', title: 'Baker', by: 'Own oven; four cafés and a boat', since: '2018-11-01' },
      { kind: 'achievement', title: 'Eighty-one makers no longer afraid of March', since: '2026-03-31' },
    ],
  },
  hasmik: {
    experience: 'professional',
    interests: ['what dough says', 'windows as shops', 'coins on spoons'],
    goals: 'A picture of a cake that looks like a cake. A winter without the bank.',
    offers: 'Send me a recording of your dough. I am quite serious.',
    words: { teaches: ['wedding cakes for three hundred'], learns: ['pictures by a window'] },
    evidence: [['sourdough-baking', 'Three tiers, July', 'https://example.org/hasmik/july']],
    entries: [{ kind: 'work', title: 'Baker', by: 'My kitchen window', since: '2008-05-01' }],
  },
  senait: {
    experience: 'practised',
    interests: ['ቡና', 'sacks', 'four names on a bag', 'the professor upstairs'],
    goals: 'A price that pays all five of us, and a barcode.',
    offers: 'Tasting by telephone. You drink, I ask.',
    words: { learns: ['barcodes and labels'] },
    evidence: [['pricing-work', 'One kilo, taken apart', 'https://example.org/senait/kilo']],
    entries: [{ kind: 'achievement', title: 'As far as the corner: first café', since: '2026-09-11' }],
    visibility: { place: 'members' },
  },
  elio: {
    experience: 'learning',
    interests: ['lamination', 'trains', 'not saying butter'],
    goals: 'Thirty pages, and a croissant with eleven layers I can count.',
    offers: 'I read comics in Italian and say where I got lost.',
    evidence: [['comics', 'Senza burro, page four', 'https://example.org/elio/pagina-4']],
    entries: [{ kind: 'work', title: 'Apprentice', by: 'A pastry kitchen', since: '2025-09-15' }],
    visibility: { place: 'members', work: 'mentors', availability: 'mentors' },
  },
}

import type { Sight, programs as table } from '#db/schema/mentoring/programs.ts'

export type SeedProgram = {
  slug: string
  name: string
  summary: string
  description: string
  state: (typeof table.$inferSelect)['state']
  sight: Sight
  consent: string
  organiser: string
  days: [begins: number, ends: number]
  seats: number
  skills: string[]
  pairs: [mentor: string, participant: string][]
}

export const programs: SeedProgram[] = [
  {
    slug: 'winter-bench',
    name: 'Winter bench',
    summary: 'Six months with one mentor and one piece that is finished before the swallows are back.',
    description:
      'Everybody brings one thing they have put off: a window, a game, a book. Your mentor looks at it at least once a fortnight, in pictures or in words, whatever suits the two of you.\n\nIn the last week all of us show what became of it, also when it broke.',
    state: 'running',
    sight: 'progress',
    consent:
      'I see that you two work together, when something last moved and how many tasks are done, so that I can help when it goes quiet. I never read what you write to each other.',
    organiser: 'thandi',
    days: [-118, 62],
    seats: 8,
    skills: ['paper-cutting', 'javascript', 'bookbinding'],
    pairs: [
      ['imke', 'maren'],
      ['otieno', 'akinyi'],
      ['rosa', 'hanta'],
    ],
  },
  {
    slug: 'print-shop-spring',
    name: 'Print shop spring',
    summary: 'Ten weeks from a first block to an edition of twelve that you swap with the others.',
    description:
      'For people who have never held a gouge, and for those who have and stopped. Lino, ink and a spoon are enough; the shelf lends the rest.\n\nEach of you has a mentor for the ten weeks. At the end everybody sends eleven prints and gets eleven back.',
    state: 'open',
    sight: 'pairs',
    consent: 'I see who works with whom, and nothing else. Ask me whenever something is not as it was meant to be.',
    organiser: 'thandi',
    days: [45, 115],
    seats: 12,
    skills: ['linocut'],
    pairs: [],
  },
  {
    slug: 'one-season',
    name: 'One season beside somebody',
    summary: 'Three months in which one person looks at what you make, and at nothing else of you.',
    description:
      'Every corridor of the guild lends a mentor or two: clay, comics, beats, baskets, watercolour, and what to ask for a chair. You bring one thing you want to be able to do when the season ends.\n\nWho is with whom I work out with all your applications on the table at once, so that nobody gets the last mentor because they wrote on a Sunday.',
    state: 'open',
    sight: 'progress',
    consent:
      'I see that you two work together and when something last moved, so that I can help when it goes quiet. What you write to each other stays yours.',
    organiser: 'thandi',
    days: [18, 108],
    seats: 14,
    skills: ['glazing', 'pricing-work', 'comics', 'beat-making', 'watercolour', 'basketry'],
    pairs: [],
  },
  {
    slug: 'a-wall-waits',
    name: 'A wall waits',
    summary:
      'Eight weeks for one sheet that hangs on a real wall at the end, with somebody beside you who knows the knife.',
    description:
      'Lino, lead type, a reed, coloured paper, two drums of ink: how it comes onto the sheet you decide together. The walls are found already. One is a school, one a bus shelter, one my own kitchen.\n\nBefore we begin, all of you say whom you would like, those who learn and those who teach. I read it only of the pairs that come of it. If you say nothing, I take that for a yes to everybody.',
    state: 'open',
    sight: 'progress',
    consent:
      'I see that you two work together and when something last moved. What you say of each other before that I read of your own pair only, and never with whom you would rather not be.',
    organiser: 'thandi',
    days: [24, 80],
    seats: 8,
    skills: ['linocut', 'letterpress', 'calligraphy', 'paper-cutting', 'risograph-printing'],
    pairs: [],
  },
  {
    slug: 'the-other-half',
    name: 'The other half',
    summary: 'Numbers, letters and agreements, for people who would rather be at the bench.',
    description:
      'Making the thing is one half. The other lies in a shoe box: what it cost, who owes you, what you signed. Bring the shoe box.\n\nMoney is a private matter, so you meet before anything is settled. Each of you talks with three people for twenty minutes, and afterwards both say how it was. Tea is not provided, but I recommend it.',
    state: 'open',
    sight: 'pairs',
    consent:
      'I see who talks with whom and who works with whom, and no figure of yours. What the two of you say of your talk I read only if you become a pair.',
    organiser: 'thandi',
    days: [16, 86],
    seats: 8,
    skills: ['bookkeeping', 'contracts', 'grant-writing', 'plain-writing'],
    pairs: [],
  },
]

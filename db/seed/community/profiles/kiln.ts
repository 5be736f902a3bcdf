import type { SeedProfiles } from './profile.ts'

export const kiln: SeedProfiles = {
  despina: {
    experience: 'professional',
    interests: ['jugs', 'element number three', 'notebooks', 'coffee at four'],
    goals: 'To photograph a glaze so that it is the same colour in the picture as in my kitchen.',
    offers: 'I weigh your pot before I look at it. Bring three; we break one.',
    words: { teaches: ['reading an uneven kiln'] },
    evidence: [
      ['wheel-throwing', 'Five jugs, one shelf', '/works/five-jugs'],
      ['wheel-throwing', 'Jar, joined at the middle', '/works/jar-joined-at-the-middle'],
    ],
    entries: [
      { kind: 'work', title: 'Potter', by: 'Own workshop, Thessaloniki', since: '2001-03-01' },
      {
        kind: 'work',
        title: 'Court stenographer',
        since: '1988-10-01',
        until: '2001-02-28',
        text: 'I am fast and I listen.',
      },
      { kind: 'achievement', title: 'Forty notebooks of one kiln', since: '2026-10-30' },
    ],
  },
  maren: {
    experience: 'learning',
    interests: ['plankton', 'lamps', 'low sun', 'captions'],
    goals: 'A window for the institute’s canteen. Nine panels of the sea at different depths.',
    offers: 'Norwegian Sign Language in exchange for anything. Also I know a great deal about copepods.',
    words: { teaches: ['norsk tegnspråk'], learns: ['kiln-formed glass'] },
    evidence: [['stained-glass', 'Polar night, for a stairwell', '/works/polar-night-stairwell']],
    entries: [
      { kind: 'work', title: 'Marine biologist', by: 'An institute on the harbour', since: '2013-08-01' },
      {
        kind: 'certification',
        title: 'PhD, winter ecology of zooplankton',
        since: '2013-05-24',
        url: 'https://example.org/proof/maren-thesis',
      },
    ],
    visibility: { availability: 'mentors' },
  },
  eufemia: {
    experience: 'professional',
    interests: ['percentages', 'bed sheets as backdrops', 'beans', 'reading letters out loud'],
    goals: 'One price list that all fourteen of us understand, and that does not make us sad.',
    offers: 'Coiling, scraping, burnishing with a river stone. I show it, then I sit on my hands.',
    words: { teaches: ['burnishing with a stone'], learns: ['export papers'] },
    evidence: [
      ['hand-building', 'Pot for beans', '/works/pot-for-beans'],
      ['pricing-work', 'From thirty to one hundred and ten, with reasons', 'https://example.org/catorce-ollas/precios'],
    ],
    entries: [
      {
        kind: 'work',
        title: 'Treasurer',
        by: 'Cooperativa Catorce Ollas',
        since: '2021-01-15',
        text: 'Two kilns, one account, one telephone.',
      },
      { kind: 'achievement', title: 'First order answered in English by ourselves', since: '2026-09-04' },
      { kind: 'link', title: 'Our pots, on my mother’s sheet', url: 'https://example.org/catorce-ollas' },
    ],
  },
  nodira: {
    experience: 'practised',
    interests: ['saltbush', 'a balance honest to a tenth of a gram', 'my aunt’s bowl'],
    goals: 'Number 208, twice.',
    offers: 'Glaze arithmetic for people who left school early or angrily. We count atoms like apples.',
    words: { teaches: ['glaze calculation'], learns: ['plant ash glazes'] },
    evidence: [
      ['glazing', 'Tile two hundred and eight, and the others', '/works/tile-two-hundred-and-eight'],
      ['data-analysis', 'The table of 312 firings', 'https://example.org/nodira/firings'],
    ],
    entries: [
      { kind: 'work', title: 'Chemistry teacher, two shifts', since: '2004-09-02' },
      {
        kind: 'certification',
        title: 'Teacher of the highest category',
        since: '2019-08-25',
        url: 'https://example.org/proof/nodira-category',
      },
    ],
    visibility: { certifications: 'members' },
  },
  morag: {
    experience: 'learning',
    interests: ['wind speeds', 'gulls', 'backs of roofers', 'kettles'],
    goals: 'A head that looks like somebody. Anybody.',
    offers: 'Rigging, lifting, moving anything heavy anywhere.',
    evidence: [['clay-sculpture', 'Gull, one foot', 'https://example.org/morag/gull']],
    entries: [
      { kind: 'work', title: 'Tower-crane operator', since: '2006-04-03' },
      {
        kind: 'certification',
        title: 'Tower crane, saddle jib',
        since: '2006-03-20',
        url: 'https://example.org/proof/morag-jib',
      },
    ],
    visibility: { work: 'everyone', links: 'me' },
  },
}

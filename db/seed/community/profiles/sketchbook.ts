import type { SeedProfiles } from './profile.ts'

export const sketchbook: SeedProfiles = {
  malik: {
    experience: 'professional',
    interests: ['primer', 'ladders', 'block clubs', 'losing a vote gracefully'],
    goals: 'To run a meeting that ends when it says. Also a loaf that does not fight back.',
    offers: 'Role-play of the worst neighbour you will meet. I have met him; he brought me lemonade later.',
    words: { teaches: ['numbering a window before you take it out'] },
    evidence: [['mural-painting', 'End wall, Joy Road', '/works/joy-road-end-wall']],
    entries: [
      { kind: 'work', title: 'Muralist', by: 'Nineteen walls, one at a time', since: '2008-05-01' },
      {
        kind: 'work',
        title: 'Window crew',
        by: 'A closed church, then four open ones',
        since: '1999-06-01',
        until: '2008-04-30',
      },
      { kind: 'achievement', title: 'Forty-one signatures and one excellent objection', since: '2026-06-15' },
      {
        kind: 'certification',
        title: 'Lead-safe work on old buildings',
        since: '2025-01-20',
        url: 'https://example.org/proof/malik-lead',
      },
    ],
  },
  padma: {
    experience: 'professional',
    interests: ['hibiscus', 'dividers', 'what to leave out', 'colonels'],
    goals: 'Etching: to let acid do what my pen has always done, and forgive it.',
    offers: 'Three ticks and one question, every Sunday, for as long as you send drawings.',
    evidence: [
      ['botanical-illustration', 'Poppy, three ages', '/works/poppy-three-ages'],
      ['watercolour', 'One frond and what it was', '/works/one-frond-and-what-it-was'],
    ],
    entries: [
      {
        kind: 'work',
        title: 'Biology teacher',
        by: 'A girls’ higher secondary school, Chennai',
        since: '1991-06-01',
        until: '2023-04-30',
      },
      { kind: 'achievement', title: 'Sixty-four leaflets measured, none equal', since: '2026-06-01' },
    ],
  },
  daon: {
    experience: 'learning',
    interests: ['roofs', 'five rows of hills', 'desks of forty by sixty'],
    goals: 'A cutting table, and a school certificate, in whichever order they come.',
    offers: '저는 아직 배우는 중이에요. I am still learning, but I can tell you which market knives are worth it.',
    words: { learns: ['layered light boxes'] },
    evidence: [
      ['paper-cutting', 'Five ridges from our roof', '/works/five-ridges-from-the-roof'],
      ['3d-modelling', 'Room with a larger desk', '/works/room-with-a-larger-desk'],
    ],
    entries: [{ kind: 'work', title: 'Fish market, four to ten', since: '2024-03-01' }],
    visibility: { work: 'me', goals: 'mentors', experience: 'members' },
  },
  tama: {
    experience: 'practised',
    interests: ['kelp', 'ferry timetables', 'laundry light', 'knots'],
    goals: 'To record the old hands on board before they retire, without sounding like an interview.',
    offers: 'Exposure strips and honesty. Your negative is too thin, mate, and so was mine.',
    words: { teaches: ['coating paper in a laundry'] },
    evidence: [
      ['cyanotype', 'Kelp, after the southerly', '/works/kelp-castlecliff'],
      ['embroidery', 'Sampler for a long crossing', '/works/sampler-for-a-long-crossing'],
    ],
    entries: [
      { kind: 'work', title: 'Deckhand', by: 'The ferry, ten on, ten off', since: '2014-01-10' },
      {
        kind: 'achievement',
        title: 'Darkroom club for teenagers',
        since: '2017-02-01',
        until: '2022-12-15',
        text: 'Until the building went.',
      },
    ],
  },
  pemba: {
    experience: 'learning',
    interests: ['faces above the tree line', 'order slips', 'dal', 'pockets'],
    goals: 'Hands. Also to draw somebody who is moving.',
    offers: 'How to draw a stranger in the time it takes lentils to boil over.',
    words: { learns: ['drawing in firelight'] },
    evidence: [['life-drawing', 'Twelve guests and what they ate', 'https://example.org/pemba/slips']],
    entries: [
      {
        kind: 'work',
        title: 'Cook',
        by: 'A lodge nine hours from the road',
        since: '2015-03-01',
        text: 'Ninety people a day in October, two yaks in January.',
      },
    ],
    visibility: { availability: 'mentors' },
  },
  gus: {
    experience: 'learning',
    interests: ['boats I have known', 'tide rips', 'not standing in the kitchen'],
    goals: 'Water that looks wet. Forty years on top of it and I cannot paint it.',
    offers: 'I’ll tell you if your boat would float.',
    evidence: [['oil-painting', 'The one with the bad pump', 'https://example.org/penney/bad-pump']],
    entries: [
      { kind: 'work', title: 'Fisherman', since: '1965-05-01', until: '1992-07-02', text: 'Till they closed it.' },
      { kind: 'work', title: 'School bus', since: '1994-09-01', until: '2014-06-20' },
    ],
    visibility: { place: 'members', availability: 'me' },
  },
  fah: {
    experience: 'practised',
    interests: ['dogs with jobs', 'twelve frames a second', 'thick or thin'],
    goals: 'Ninety-four seconds become three minutes. A contract I can read before I sign it, not after.',
    offers: 'Walk cycles. I have looked at feet for nine hours a day since I was fourteen.',
    words: { teaches: ['walk cycles'], learns: ['sound for animation'] },
    evidence: [['hand-drawn-animation', 'The dog goes to work', '/works/the-dog-goes-to-work']],
    entries: [
      {
        kind: 'work',
        title: 'ร้านก๋วยเตี๋ยว',
        by: 'The family',
        since: '2009-04-01',
        text: 'Under the stairs. Six until three.',
      },
      { kind: 'link', title: 'Frames, one a day', url: 'https://example.org/fah/frames' },
    ],
  },
}

import type { SeedProfiles } from './profile.ts'

export const bench: SeedProfiles = {
  kwame: {
    experience: 'professional',
    interests: ['failed joints with dates', 'radio cabinets', 'torches in corners'],
    goals: 'A photograph in which odum looks like odum and not like tea.',
    offers: 'Twenty-five minutes on one corner. Four pictures the day before, torch shining in.',
    evidence: [['hand-joinery', 'The teaching box', '/works/the-teaching-box']],
    entries: [
      { kind: 'work', title: 'Joiner', by: 'Own bench, Kumasi', since: '2006-01-01' },
      { kind: 'work', title: 'Radio repair', by: 'The same bench', since: '1993-08-01', until: '2005-12-31' },
      { kind: 'achievement', title: 'Fourteen apprentices, nine with their own bench', since: '2026-01-01' },
    ],
  },
  idrissa: {
    experience: 'learning',
    interests: ['veneer other people throw away', 'planes', 'my little brother’s boxes'],
    goals: 'My own set of planes before the diploma. The jar says sixty-one per cent.',
    offers: 'I show beginners my thirty-one failed joints. It helps more than a good one.',
    words: { learns: ['sharpening on glass'] },
    evidence: [
      ['marquetry', 'Tray of twelve points', '/works/tray-of-twelve-points'],
      ['hand-joinery', 'Joint thirty-one, and what was wrong with it', 'https://example.org/idrissa/31'],
    ],
    entries: [
      { kind: 'work', title: 'Apprentice cabinetmaker', by: 'A workshop in Lyon', since: '2025-09-01' },
      { kind: 'achievement', title: 'Sold two trays', since: '2026-04-18' },
    ],
    visibility: { goals: 'members', work: 'members' },
  },
  wagiman: {
    experience: 'learning',
    interests: ['car springs', 'fans from buses', 'things that go on a table'],
    goals: 'A knife my wife would show to her sister.',
    offers: 'Forty-four years of welding. Ask about any seam.',
    words: { teaches: ['welding upright and overhead'], learns: ['heat treatment in a small fire'] },
    evidence: [['blacksmithing', 'Knife number two', 'https://example.org/wagiman/2']],
    entries: [
      { kind: 'work', title: 'Welder', by: 'Shipyard, Surabaya', since: '1976-02-01', until: '2020-02-01' },
      {
        kind: 'certification',
        title: 'Welder 6G, all positions',
        since: '1989-05-10',
        url: 'https://example.org/proof/wagiman-6g',
      },
    ],
  },
  bosse: {
    experience: 'professional',
    interests: ['björk', 'boats', 'quiet'],
    goals: 'One tune on the accordion, all of it.',
    offers: 'I look at your spoon. I say yes or no.',
    entries: [
      { kind: 'work', title: 'Boatbuilder', since: '1962-06-01', until: '2012-06-01' },
      {
        kind: 'certification',
        title: 'Gesällbrev',
        since: '1967-05-20',
        url: 'https://example.org/proof/bosse-gesallbrev',
      },
    ],
  },
  noor: {
    experience: 'practised',
    interests: ['mopeds', 'tanners’ offcuts', 'asking the horse'],
    goals: 'A saddle on which somebody rides home.',
    offers: 'Engines, seats, and how to be asked for your father and stay polite.',
    words: { teaches: ['small engines'] },
    evidence: [['leatherwork', 'Second saddle (now a stool)', 'https://example.org/noor/saddle-2']],
    entries: [{ kind: 'work', title: 'Mechanic and owner', by: 'The garage', since: '2022-06-01' }],
    visibility: { story: 'everyone', links: 'members' },
  },
  tamar: {
    experience: 'professional',
    interests: ['seams', 'broken spoons', 'the quiet half minute', 'opinions that are tied back'],
    goals: 'To forge a hammer for my own silver. And three chords.',
    offers: 'I read solder seams from photographs, at midnight if need be.',
    words: { teaches: ['lost-wax casting at home'] },
    evidence: [['silversmithing', 'Ring from a ladle, in nine pictures', 'https://example.org/azoulay/ladle']],
    entries: [
      { kind: 'work', title: 'Dental technician', since: '1999-10-01' },
      {
        kind: 'certification',
        title: 'Licensed dental technician',
        since: '1999-09-01',
        url: 'https://example.org/proof/tamar-licence',
      },
      { kind: 'achievement', title: 'First ring somebody got married with', since: '2025-06-06' },
    ],
  },
  gethin: {
    experience: 'professional',
    interests: ['heat by colour', 'ponies', 'gates', 'a choir short of basses'],
    goals: 'Send invoices in the same month as the work.',
    offers: 'Hitting less. Also shoeing, if you have a horse and are near.',
    evidence: [['blacksmithing', 'Gate for one pony', '/works/gate-for-one-pony']],
    entries: [
      { kind: 'work', title: 'Farrier', by: 'Four valleys', since: '1995-04-01' },
      {
        kind: 'certification',
        title: 'Registered farrier',
        since: '1995-03-01',
        url: 'https://example.org/proof/gethin-register',
      },
    ],
  },
  curtis: {
    experience: 'practised',
    interests: ['a clean cut', 'edge finish', 'carports'],
    goals: 'Ten belts sold to people who are not related to me.',
    offers: 'Edges. I can make an edge you want to run your thumb on.',
    evidence: [['leatherwork', 'Strap, before and after burnishing', 'https://example.org/bellamy/strap']],
    entries: [
      {
        kind: 'certification',
        title: 'Leatherwork, 600 hours',
        since: '2022-08-12',
        url: 'https://example.org/proof/curtis-hours',
      },
    ],
    visibility: { profile: 'members', story: 'members', certifications: 'members', goals: 'mentors' },
  },
}

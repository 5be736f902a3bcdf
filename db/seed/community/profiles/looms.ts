import type { SeedProfiles } from './profile.ts'

export const looms: SeedProfiles = {
  leszek: {
    experience: 'professional',
    interests: ['what a loom sounds like before it stops', 'willow', 'radio plays'],
    goals: 'A table of yarns that adds itself up. My daughter says this is called a spreadsheet.',
    offers: 'One warp, from counting to the first row, without tears. I bring the cross, you bring the patience.',
    words: { teaches: ['repairing old looms by ear'] },
    evidence: [['weaving', 'Mill yard throw', '/works/mill-yard-throw']],
    entries: [
      {
        kind: 'work',
        title: 'Mill mechanic',
        by: 'Three mills in Łódź, in the order they closed',
        since: '1974-09-01',
        until: '2002-11-30',
      },
      {
        kind: 'achievement',
        title: 'Unwove forty-one centimetres in public',
        since: '2026-09-01',
        text: 'On video. Eleven people watched to the end.',
      },
    ],
  },
  aigerim: {
    experience: 'practised',
    interests: ['registration desks', 'soft edges', 'my grandmother’s robe', 'saying less'],
    goals: 'One warp dyed, tied, carried and woven without the help of luck.',
    offers: 'Forty minutes on one screen of yours. We watch somebody use it, and neither of us speaks.',
    words: { learns: ['warp ikat'] },
    evidence: [
      ['interface-design', 'Waiting room', '/works/waiting-room'],
      ['weaving', 'What the edge does', '/works/what-the-edge-does'],
    ],
    entries: [
      { kind: 'work', title: 'Interface designer', by: 'Software for clinics', since: '2017-02-01' },
      { kind: 'achievement', title: 'Registration in ninety seconds, down from four minutes', since: '2025-10-01' },
    ],
  },
  farida: {
    experience: 'professional',
    interests: ['bridges', 'office shirts', 'the two millimetres', 'trains'],
    goals: 'To ask for a fee without explaining why it is reasonable.',
    offers: 'Send me the corner that does not meet. I find the two millimetres; you find out why.',
    evidence: [
      ['quilting', 'Load path', '/works/load-path'],
      ['quilting', 'Twelve collars', '/works/twelve-collars'],
    ],
    entries: [
      { kind: 'work', title: 'Structural engineer', by: 'An office in Hamburg', since: '2001-10-01' },
      {
        kind: 'certification',
        title: 'Chartered engineer',
        since: '2006-03-01',
        url: 'https://example.org/proof/farida-chamber',
      },
    ],
    visibility: { work: 'members' },
  },
  hanta: {
    experience: 'professional',
    interests: ['raffia', 'six sisters-in-law', 'school fees in stitches'],
    goals: 'Écrire en anglais à une boutique sans mon neveu. To write to a shop without my nephew.',
    offers: 'Crochet without a pattern. You tell me what must fit in the bag.',
    words: { teaches: ['raffia from leaf to thread'], learns: ['letters to shops'] },
    evidence: [['crochet', 'Bag for one school year', '/works/bag-for-one-school-year']],
    entries: [{ kind: 'achievement', title: 'Seven women, one veranda, no roof lost since', since: '2025-02-20' }],
  },
  shirin: {
    experience: 'professional',
    interests: ['walnut husks', 'thermometers', 'doubt', 'a cello I do not own yet'],
    goals: 'To weave what I have dyed, instead of posting it to people who can.',
    offers: 'Send me your failed skein and the truth about your water.',
    words: { teaches: ['madder on a hotplate', 'keeping dye cards'] },
    evidence: [['natural-dyeing', 'A card for every pot', '/works/a-card-for-every-pot']],
    entries: [
      { kind: 'work', title: 'Test engineer', by: 'Hospital software', since: '2010-05-01' },
      {
        kind: 'certification',
        title: 'Software tester, advanced',
        since: '2015-11-02',
        url: 'https://example.org/proof/shirin-tester',
      },
    ],
    visibility: { place: 'me', work: 'mentors', certifications: 'mentors', availability: 'members' },
  },
  thorri: {
    experience: 'practised',
    interests: ['logbooks', 'yokes', 'engine noise as a metronome'],
    goals: 'A jumper of a whole year at sea, and a loom small enough for a cabin.',
    offers: 'Sleeves. Any sleeve.',
    evidence: [['knitting', 'Barents Sea jumper', '/works/barents-sea-jumper']],
    entries: [
      { kind: 'work', title: 'Second engineer', by: 'Trawler', since: '1998-01-05' },
      { kind: 'achievement', title: 'Four secret knitters on one shift', since: '2026-03-12' },
    ],
  },
  mitali: {
    experience: 'learning',
    interests: ['কাঁথা', 'the edge of an old sari', 'babies (other people’s)'],
    goals: 'To sell the forty-first quilt, and to know what to say when somebody asks the price.',
    offers: 'I can teach running stitch to anyone who can sit.',
    evidence: [['quilting', 'The forty-first quilt', '/works/the-forty-first-quilt']],
    visibility: { experience: 'members', availability: 'mentors' },
  },
}

import { ask, type SeedApplication, type SeedIntake } from './intake.ts'

type Coming = [who: string, daysAgo: number, answers: SeedApplication['answers'], reach?: string]

const comesIn =
  (part: NonNullable<SeedApplication['part']>) =>
  ([who, daysAgo, answers, reach]: Coming): SeedApplication => ({
    ...{ who, part, daysAgo, answers, state: 'accepted', answeredDaysAgo: daysAgo - 2 },
    ...(reach && { reach }),
  })

// Two programs that ask their people, one before they know each other and one after a talk.
export const intakesWhereTheyChoose: Record<string, SeedIntake> = {
  'a-wall-waits': {
    form: [
      ask('sheet', 'What is on the sheet, as far as you can see it today?', 'text', { help: 'It may still change.' }),
      ask('wall', 'Do you have a wall?', 'yes-no', { required: false }),
    ],
    steps: [],
    rounds: [],
    applications: [
      ...(
        [
          ['imke', 22, { sheet: 'One person. Lino or paper, and blunt tools stay at home.' }],
          ['teodora', 21, { sheet: 'Words, large, in lead. Two people, because there are two sticks.', wall: true }],
          ['naim', 20, { sheet: 'Any letter of any script. On Fridays I have the whole afternoon.' }],
          ['bea', 19, { sheet: 'Two colours that make a third. My pupils will watch and comment.', wall: true }],
        ] satisfies Coming[]
      ).map(comesIn('mentor')),
      ...(
        [
          [
            'nolwenn',
            18,
            { sheet: 'The four sentences that our office of housing should have written. In lead, so they stay.' },
          ],
          [
            'wanjiru',
            17,
            { sheet: 'A year of leaking pipes as one black line. My machine draws it; I want to cut it.', wall: true },
          ],
          ['daon', 17, { sheet: 'The five rows of hills, and this time the third is right.' }],
          ['wren', 15, { sheet: 'Bad colour separations, mine, hung so that nobody can avoid them.', wall: true }],
          [
            'idrissa',
            13,
            { sheet: 'All thirty-one failed joints on one sheet, dated, as other people show butterflies.' },
          ],
          [
            'linh',
            12,
            { sheet: 'I bring the paper. Half a kidney may be in it. Somebody must tell me what it wants.' },
          ],
        ] satisfies Coming[]
      ).map(comesIn('participant')),
    ],
  },
  'the-other-half': {
    form: [
      ask('box', 'What is in your shoe box?', 'text'),
      ask('afraid', 'Which of these do you put off longest?', 'choice', {
        options: ['Adding it up', 'Asking for money', 'Signing something'],
      }),
    ],
    steps: [],
    rounds: [],
    applications: [
      ...(
        [
          [
            'niamh',
            20,
            { box: 'Five envelopes and a biscuit. I have spare envelopes.', afraid: 'Asking for money' },
            'niamh@guildhall.example. After ten in the morning, never on a market day.',
          ],
          [
            'rosa',
            19,
            { box: 'Thirty years of letters to offices. Some were answered.', afraid: 'Adding it up' },
            'The reading room, by video: rosa@guildhall.example. Do ask, nobody minds.',
          ],
          [
            'seun',
            18,
            { box: 'One contract that cost me a summer. I read it aloud.', afraid: 'Signing something' },
            'seun@guildhall.example, after ten at night in Lagos. Speak softly, the twins.',
          ],
          ['malik', 17, { box: 'Eleven refusals and one yes with a stamp on it.', afraid: 'Asking for money' }],
        ] satisfies Coming[]
      ).map(comesIn('mentor')),
      ...(
        [
          [
            'hasmik',
            16,
            { box: 'Coins, on a spoon. And three letters from the bank.', afraid: 'Adding it up' },
            'hasmik@guildhall.example. Write first, then call: the dough decides.',
          ],
          [
            'gethin',
            15,
            { box: 'Receipts with hoof prints. I can read most of them.', afraid: 'Adding it up' },
            'gethin@guildhall.example. If you ring, speak up.',
          ],
          [
            'idrissa',
            13,
            { box: 'Two trays sold, one jar called “planes”, and nothing written down.', afraid: 'Adding it up' },
            'idrissa@guildhall.example, or by video from the bench. Not on Thursdays.',
          ],
          [
            'fah',
            12,
            {
              box: 'An offer for the dog who goes to work. Four pages, all about rights.',
              afraid: 'Signing something',
            },
            'fah@guildhall.example. Before six I can talk, after six I serve.',
          ],
          [
            'noor',
            11,
            { box: 'A list of who promised to pay on Friday. It is long.', afraid: 'Asking for money' },
            'noor@guildhall.example, en français s’il vous plaît.',
          ],
          ['losa', 10, { box: 'A shade map, and a fund that closes in spring.', afraid: 'Asking for money' }],
        ] satisfies Coming[]
      ).map(comesIn('participant')),
    ],
  },
}

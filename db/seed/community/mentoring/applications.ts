import type { FormField, programApplications, RequiredStep } from '#db/schema/mentoring/programs.ts'

type Row = typeof programApplications.$inferSelect

export type SeedApplication = {
  who: string
  daysAgo: number
  answers: Row['answers']
  part?: Row['part']
  round?: string
  state?: Row['state']
  words?: string
  answeredDaysAgo?: number
  stepsDone?: string[]
}

export type SeedIntake = {
  form: FormField[]
  steps: RequiredStep[]
  // Rounds beside the first one.
  rounds: { name: string; days: [begins: number, ends: number]; seats: number }[]
  applications: SeedApplication[]
}

const ask = (key: string, label: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  label,
  kind,
  help: '',
  options: [],
  required: true,
  ...more,
})

const TUESDAYS = 'Tuesday evenings'

export const intakes: Record<string, SeedIntake> = {
  'winter-bench': {
    form: [
      ask('put-off', 'What have you put off?', 'text', { help: 'A window, a game, a book. One thing.' }),
      ask('hours', 'How many hours a week are yours?', 'number'),
    ],
    steps: [],
    rounds: [],
    applications: [
      { who: 'imke', part: 'mentor', daysAgo: 140, state: 'accepted', answeredDaysAgo: 139, answers: {} },
      { who: 'otieno', part: 'mentor', daysAgo: 138, state: 'accepted', answeredDaysAgo: 136, answers: {} },
      { who: 'rosa', part: 'mentor', daysAgo: 137, state: 'accepted', answeredDaysAgo: 136, answers: {} },
      {
        who: 'maren',
        daysAgo: 136,
        state: 'accepted',
        answeredDaysAgo: 133,
        words: 'A fjord in paper, finally. Imke is looking forward to it.',
        answers: { 'put-off': 'The view from my grandmother’s window, cut in five layers.', hours: 4 },
      },
      {
        who: 'akinyi',
        daysAgo: 134,
        state: 'accepted',
        answeredDaysAgo: 133,
        words: 'Welcome. Your mother wrote to us as well, so nothing is in the way.',
        answers: { 'put-off': 'A game about our goats that my little brother can play.', hours: 3 },
      },
      {
        who: 'hanta',
        daysAgo: 130,
        state: 'accepted',
        answeredDaysAgo: 128,
        answers: { 'put-off': 'Binding the letters my parents wrote to each other.', hours: 5 },
      },
    ],
  },
  'print-shop-spring': {
    form: [
      ask('why', 'Why prints, and why now?', 'text', { help: 'A few sentences are plenty.' }),
      ask('before', 'Have you cut a block before?', 'choice', {
        options: ['Never', 'Once or twice', 'Long ago, and stopped'],
      }),
      ask('tools', 'What do you have at home?', 'choices', {
        options: ['A gouge', 'Ink', 'A press', 'A spoon'],
        required: false,
      }),
      ask('twelve', 'Could you print twelve of the same in April?', 'yes-no'),
    ],
    steps: [
      { key: 'cut', title: 'Cut one line', help: 'In anything: a potato, an eraser. Just to feel it.' },
      { key: 'address', title: 'Say where your eleven prints go', help: 'An address that is good in June.' },
    ],
    rounds: [{ name: TUESDAYS, days: [52, 122], seats: 4 }],
    applications: [
      {
        who: 'pilar',
        daysAgo: 9,
        state: 'accepted',
        answeredDaysAgo: 7,
        words: 'Oh yes. Bring the spoon.',
        stepsDone: ['cut', 'address'],
        answers: {
          why: 'For forty years I put calls through and kept nothing of them. I would like to hold twelve of something in my hands.',
          before: 'Once or twice',
          tools: ['A gouge', 'A spoon'],
          twelve: true,
        },
      },
      {
        who: 'gus',
        daysAgo: 8,
        round: TUESDAYS,
        state: 'accepted',
        answeredDaysAgo: 7,
        stepsDone: ['cut'],
        answers: {
          why: 'I paint boats, one at a time, and people keep asking for a picture of theirs. A block would let me say yes.',
          before: 'Never',
          tools: ['Ink', 'A press'],
          twelve: true,
        },
      },
      {
        who: 'dmytro',
        daysAgo: 8,
        state: 'declined',
        answeredDaysAgo: 6,
        words:
          'You would be on the tram on all of our evenings, as you say yourself. There is another shop in autumn, and I keep your words until then.',
        answers: {
          why: 'My hands would like something without wires. In spring I repair the late shift, though.',
          before: 'Never',
          twelve: false,
        },
      },
      {
        who: 'rosa',
        daysAgo: 6,
        part: 'mentor',
        answers: {
          why: 'I would gladly look at blocks again. Two people, not more, so that I have time for their corners.',
          before: 'Long ago, and stopped',
          twelve: true,
        },
      },
      {
        who: 'nodira',
        daysAgo: 4,
        round: TUESDAYS,
        answers: {
          why: 'I am after one particular turquoise. I have not found it in glaze, so perhaps it waits in ink.',
          before: 'Never',
          tools: ['A spoon'],
          twelve: true,
        },
      },
      {
        who: 'idrissa',
        daysAgo: 2,
        stepsDone: ['cut'],
        answers: {
          why: 'A label for what leaves my bench: a small heron, cut once, printed for every drawer.',
          before: 'Never',
          tools: ['A gouge'],
          twelve: true,
        },
      },
    ],
  },
  'one-season': {
    form: [
      ask('able', 'What do you want to be able to do when the season ends?', 'text', {
        help: 'One thing. Small is fine.',
      }),
      ask('hours', 'How many hours a week are yours?', 'number', { required: false }),
      ask('first', 'Have you had a mentor before?', 'choice', { options: ['Yes', 'No', 'I am not sure it counted'] }),
    ],
    steps: [],
    rounds: [],
    applications: [
      {
        who: 'despina',
        part: 'mentor',
        daysAgo: 24,
        state: 'accepted',
        answeredDaysAgo: 21,
        answers: { able: 'Two or three, and they may break things. I did.', first: 'Yes' },
      },
      {
        who: 'kwame',
        part: 'mentor',
        daysAgo: 23,
        state: 'accepted',
        answeredDaysAgo: 20,
        answers: { able: 'I have a long bench and a short summer. Two people.', first: 'Yes' },
      },
      {
        who: 'padma',
        part: 'mentor',
        daysAgo: 22,
        state: 'accepted',
        answeredDaysAgo: 19,
        answers: { able: 'Bring a leaf, not a photograph of a leaf.', first: 'Yes' },
      },
      {
        who: 'bea',
        part: 'mentor',
        daysAgo: 21,
        state: 'accepted',
        answeredDaysAgo: 18,
        answers: { able: 'Comics, collage, anything that folds. After half past four.', first: 'Yes' },
      },
      {
        who: 'seun',
        part: 'mentor',
        daysAgo: 20,
        state: 'accepted',
        answeredDaysAgo: 17,
        answers: { able: 'Late at night is when I listen best.', first: 'Yes' },
      },
      {
        who: 'leszek',
        part: 'mentor',
        daysAgo: 19,
        state: 'accepted',
        answeredDaysAgo: 16,
        answers: { able: 'Mornings. Willow is patient, I try to be.', first: 'Yes' },
      },
      {
        who: 'nodira',
        daysAgo: 17,
        state: 'accepted',
        answeredDaysAgo: 14,
        answers: {
          able: 'The turquoise of my grandmother’s bowl, on a bowl that I threw myself.',
          hours: 4,
          first: 'No',
        },
      },
      {
        who: 'morag',
        daysAgo: 17,
        state: 'accepted',
        answeredDaysAgo: 14,
        answers: { able: 'A head in clay that does not look surprised.', hours: 3, first: 'No' },
      },
      {
        who: 'elio',
        daysAgo: 16,
        state: 'accepted',
        answeredDaysAgo: 13,
        answers: {
          able: 'Twelve pages about the bakery at four in the morning, finished.',
          hours: 5,
          first: 'I am not sure it counted',
        },
      },
      {
        who: 'yeison',
        daysAgo: 16,
        state: 'accepted',
        answeredDaysAgo: 13,
        answers: {
          able: 'A beat that my cousin cannot guess the ending of, and a contract I understand.',
          hours: 6,
          first: 'Yes',
        },
      },
      {
        who: 'daon',
        daysAgo: 15,
        state: 'accepted',
        answeredDaysAgo: 12,
        answers: { able: 'What to ask for a paper lamp, so that I can say it aloud.', hours: 3, first: 'No' },
      },
      {
        who: 'senait',
        daysAgo: 15,
        state: 'accepted',
        answeredDaysAgo: 12,
        answers: { able: 'The same: a price, and how to keep it when somebody smiles.', hours: 2, first: 'No' },
      },
      {
        who: 'curtis',
        daysAgo: 14,
        state: 'accepted',
        answeredDaysAgo: 11,
        answers: { able: 'To sell a belt for what the leather and the day cost me.', hours: 8, first: 'No' },
      },
      {
        who: 'pemba',
        daysAgo: 14,
        state: 'accepted',
        answeredDaysAgo: 11,
        answers: { able: 'One peak in watercolour at the hour when it is pink.', hours: 3, first: 'Yes' },
      },
      {
        who: 'gus',
        daysAgo: 13,
        state: 'accepted',
        answeredDaysAgo: 10,
        answers: { able: 'The sea behind a boat, before I get to the boat.', hours: 4, first: 'No' },
      },
      {
        who: 'linh',
        daysAgo: 12,
        state: 'accepted',
        answeredDaysAgo: 9,
        answers: {
          able: 'Paper from the banana plants behind our kitchen, thin enough to paint on.',
          hours: 4,
          first: 'I am not sure it counted',
        },
      },
      {
        who: 'wagiman',
        daysAgo: 11,
        state: 'accepted',
        answeredDaysAgo: 8,
        answers: {
          able: 'Photographs of knives in which one sees the edge. And what to ask for one.',
          hours: 5,
          first: 'No',
        },
      },
      {
        who: 'hanta',
        daysAgo: 10,
        state: 'accepted',
        answeredDaysAgo: 7,
        answers: { able: 'A basket with a lid that closes.', hours: 3, first: 'Yes' },
      },
      {
        who: 'thorri',
        daysAgo: 9,
        state: 'accepted',
        answeredDaysAgo: 6,
        answers: { able: 'To weave as slowly as I knit.', hours: 4, first: 'Yes' },
      },
      {
        who: 'mitali',
        daysAgo: 8,
        state: 'accepted',
        answeredDaysAgo: 5,
        answers: { able: 'A stall at the winter market with quilts that nobody haggles over.', hours: 6, first: 'No' },
      },
    ],
  },
}

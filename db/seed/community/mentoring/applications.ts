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
}

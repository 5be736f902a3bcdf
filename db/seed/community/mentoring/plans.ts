import type { Question } from '#db/schema/mentoring/programs.ts'
import type { TaskState } from '#db/schema/mentoring/tasks.ts'

type Answers = Record<string, string | number | boolean>

export type SeedPlanItem = {
  kind: 'task' | 'milestone' | 'survey'
  title: string
  text?: string
  afterDays: number
  questions?: Question[]
  // It was changed after the pairs began, and nobody said yes to that yet.
  changedSince?: true
  addedSince?: true
  // How far each learner is with it, by name; who is not named has not begun.
  states?: Record<string, TaskState>
  reached?: string[]
  asked?: { daysAgo: number; openForDays: number; answers: Record<string, Answers> }
}

const questions: Question[] = [
  { key: 'q1', label: 'How are the two of you getting on?', kind: 'rating' },
  { key: 'q2', label: 'Is the pace right?', kind: 'yes-no' },
  { key: 'q3', label: 'What would help?', kind: 'text' },
]

export const plans: Record<string, SeedPlanItem[]> = {
  'winter-bench': [
    {
      kind: 'task',
      title: 'Show what you have put off',
      text: 'One picture and three sentences: what it is, since when it has waited, and what you are afraid of.',
      afterDays: 3,
      states: { maren: 'done', akinyi: 'done', hanta: 'done' },
    },
    {
      kind: 'milestone',
      title: 'The first cut is made',
      text: 'From here on it is no longer a plan.',
      afterDays: 14,
      reached: ['maren', 'akinyi', 'hanta'],
    },
    {
      kind: 'survey',
      title: 'The first month',
      text: 'Three questions and two minutes.',
      afterDays: 28,
      questions,
      asked: {
        daysAgo: 35,
        openForDays: 21,
        answers: {
          maren: { q1: 5, q2: true, q3: 'A second lamp. My kitchen is dark by four.' },
          imke: { q1: 4, q2: true, q3: 'Pictures with a ruler in them.' },
          akinyi: { q1: 4, q2: true, q3: 'More evenings that are not before a test at school.' },
          otieno: { q1: 5, q2: true },
          hanta: { q1: 3, q2: false, q3: 'Slower. My paper comes by boat.' },
          rosa: { q1: 4, q2: true, q3: 'Somebody nearby who can lend her a press.' },
        },
      },
    },
    {
      kind: 'task',
      title: 'Half of it, in pictures',
      text: 'Lay out everything you have, also what went wrong, and photograph it from above by daylight.',
      afterDays: 80,
      changedSince: true,
      states: { akinyi: 'accepted' },
    },
    {
      kind: 'survey',
      title: 'Half way',
      text: 'The same three questions, so that we can see what changed.',
      afterDays: 60,
      questions,
      asked: {
        daysAgo: 3,
        openForDays: 21,
        answers: { otieno: { q1: 5, q2: true }, maren: { q1: 5, q2: true, q3: 'The lamp helped.' } },
      },
    },
    {
      kind: 'task',
      title: 'Lend your hands to another pair',
      text: 'Look at one piece of somebody else in the program and write down what you would steal from it.',
      afterDays: 100,
      addedSince: true,
    },
    {
      kind: 'milestone',
      title: 'It is whole for the first time',
      text: 'It may still be ugly. It has all its parts.',
      afterDays: 130,
    },
    {
      kind: 'task',
      title: 'Say what broke',
      text: 'For the last week: one thing that broke, and what you know now that you did not know then.',
      afterDays: 165,
    },
  ],
  'print-shop-spring': [
    {
      kind: 'task',
      title: 'Ink one flat block and print it three times',
      afterDays: 4,
      text: 'Too much, too little, just right.',
    },
    { kind: 'milestone', title: 'A block that prints clean edges', afterDays: 21 },
    { kind: 'survey', title: 'In the middle', afterDays: 35, questions },
    { kind: 'task', title: 'The edition: twelve, numbered and signed', afterDays: 63 },
  ],
}

import type { Impact, PlanItem } from '#workers/mentoring/plan/inputs.ts'

export const KIND: Record<
  PlanItem['kind'],
  { label: string; adds: string; title: string; help: string; text: string }
> = {
  task: {
    label: 'Task',
    adds: 'A task',
    title: 'What is to be made or tried',
    help: 'Each pair gets a task of its own, set in the name of the mentor.',
    text: 'What it is about',
  },
  milestone: {
    label: 'Milestone',
    adds: 'A milestone',
    title: 'What is reached by then',
    help: 'It stands among the goals of whoever learns, with its day.',
    text: 'Why it matters',
  },
  survey: {
    label: 'Survey',
    adds: 'A survey',
    title: 'What it is called',
    help: 'Both of a pair are asked on that day, and have three weeks to answer.',
    text: 'A word before the questions',
  },
}

export const QUESTION = { rating: 'One to five', 'yes-no': 'Yes or no', text: 'In their own words' } as const

// "Day 0", "Day 13", "Week 3"
export const dayOf = (afterDays: number) =>
  afterDays > 0 && afterDays % 7 === 0 ? `Week ${afterDays / 7}` : `Day ${afterDays}`

export const pairs = (count: number) => (count === 1 ? 'one pair' : `${count} pairs`)

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

const due = ({ firstDue, lastDue }: Impact) => {
  if (!firstDue || !lastDue) return ''
  const days = DAY.formatRange(new Date(firstDue), new Date(lastDue))
  return firstDue === lastDue ? `, due on ${days}` : `, due ${days}`
}

const some = (count: number, one: string, many: string) => (count === 0 ? [] : [count === 1 ? one : `${count} ${many}`])

// What would happen to each of them, in whole sentences.
export function whatHappens(it: Impact): string[] {
  if (it.kind === 'survey')
    return [
      ...some(it.fresh, 'One pair is asked when its day has come.', 'pairs are asked when their day has come.'),
      ...some(
        it.kept,
        'One pair was asked already, and keeps what it was asked.',
        'pairs were asked already, and keep what they were asked.',
      ),
    ]
  return [
    ...some(it.fresh, `One pair gets it${due(it)}.`, `pairs get it${due(it)}.`),
    ...some(
      it.changed,
      'One pair has not begun it and gets the change.',
      'pairs have not begun it and get the change.',
    ),
    ...some(
      it.gone,
      'One pair has not begun it; it is taken off their table.',
      'pairs have not begun it; it is taken off their tables.',
    ),
    ...some(it.kept, 'One pair is at work on it and keeps theirs.', 'pairs are at work on it and keep theirs.'),
    ...some(it.done, 'One pair is done with it.', 'pairs are done with it.'),
  ]
}

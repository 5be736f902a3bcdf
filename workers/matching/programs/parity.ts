// How many of those who answered alike have a mentor, and how many of them one that fits well.
export type Group = { answer: string | null; people: number; placed: number; well: number }
export type Asked = { question: string; groups: Group[] }

export type Answered = { answers: Record<string, unknown>; isPlaced: boolean; fitsWell: boolean }
export type Question = { key: string; label: string; kind: string }

// Fewer could be recognised.
const FEWEST = 5

// Over groups that people chose themselves, in questions with a few answers. null is everybody whose group is too small to be
// told apart; where that would still be few, the next smallest group goes with them, or one could subtract.
export function parityOf(questions: Question[], all: Answered[]): Asked[] {
  return questions
    .filter(({ kind }) => kind === 'choice' || kind === 'yes-no')
    .map(({ key, label }) => ({ question: label, groups: told([...groupsBy(key, all)]) }))
    .filter(({ groups }) => groups.length > 1)
}

function groupsBy(key: string, all: Answered[]): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const { answers, isPlaced, fitsWell } of all) {
    const answer = wordOf(answers[key])
    const group = groups.get(answer) ?? { answer, people: 0, placed: 0, well: 0 }
    group.people++
    if (isPlaced) group.placed++
    if (fitsWell) group.well++
    groups.set(answer, group)
  }
  return groups.values()
}

const wordOf = (answer: unknown) =>
  answer === true ? 'Yes' : answer === false ? 'No' : typeof answer === 'string' && answer ? answer : 'No answer'

function told(groups: Group[]): Group[] {
  const bySize = groups.toSorted(
    (one, other) => other.people - one.people || (`${one.answer}` < `${other.answer}` ? -1 : 1),
  )
  const shown = bySize.filter(({ people }) => people >= FEWEST)
  const others: Group = { answer: null, people: 0, placed: 0, well: 0 }
  for (const group of bySize.filter(({ people }) => people < FEWEST)) add(others, group)
  while (others.people > 0 && others.people < FEWEST && shown.length > 0) add(others, shown.pop())
  return others.people >= FEWEST ? [...shown, others] : shown
}

function add(to: Group, group: Group | undefined) {
  to.people += group?.people ?? 0
  to.placed += group?.placed ?? 0
  to.well += group?.well ?? 0
}

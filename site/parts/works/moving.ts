import type { NewWork } from '#workers/projects/own/inputs.ts'

// Without a script a button sends the form and says what goes one earlier or later.
export function movedBy(move: string | undefined, work: NewWork): NewWork {
  return { ...work, files: movedIn(work.files, move) }
}

export function movedIn(list: string[], move: string | undefined): string[] {
  const [one = '', way] = (move ?? '').split(':')
  const from = list.indexOf(one)
  const to = from + (way === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, one)
}

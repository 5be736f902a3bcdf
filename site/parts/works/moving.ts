import type { NewWork } from '#workers/projects/own/inputs.ts'

// Without a script a button sends the form and says which piece goes one earlier or later.
export function movedBy(move: string | undefined, work: NewWork): NewWork {
  const [id = '', way] = (move ?? '').split(':')
  const from = work.files.indexOf(id)
  const to = from + (way === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= work.files.length) return work
  const files = work.files.toSpliced(from, 1)
  return { ...work, files: files.toSpliced(to, 0, id) }
}

import type { Version } from '#workers/mentoring/tasks/versions.ts'

type Comment = Version['feedback'][number]['comments'][number]
export type Pinned = { n: number; id: string; words: string; pin: NonNullable<Comment['pin']> }

// The comments of a version that point somewhere, counted from one as they are read.
export const pinnedOn = ({ feedback }: Pick<Version, 'feedback'>): Pinned[] =>
  feedback
    .flatMap(({ comments }) => comments)
    .flatMap(({ id, words, pin }) => (pin ? [{ id, words, pin }] : []))
    .map((pinned, at) => ({ n: at + 1, ...pinned }))

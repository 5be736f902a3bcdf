import type { CommentKind } from '#db/schema/mentoring/feedback.ts'
import type { HandedInName } from '../../art/handed-in/index.ts'

type SeedComment = [kind: CommentKind, words: string, answer?: 'keep' | 'change' | 'next-task']

export type SeedVersion = {
  daysAgo: number
  note: string
  links?: string[]
  pictures?: HandedInName[]
  look?: {
    daysAgo: number
    words: string
    comments?: SeedComment[]
    // Which comments of the version before this one acted on, counted from nought.
    next?: string
    rewrite?: string
    level?: number
  }
  actedOn?: number[]
}

// A task of a pair, named by its two people, with all its versions; one that was accepted is done.
export type SeedTask = {
  pair: [mentor: string, participant: string]
  title: string
  description: string
  skill: string
  setDaysAgo: number
  dueInDays?: number
  steps?: string[]
  // What its mentor shows: how it may look.
  pictures?: HandedInName[]
  ticked?: number
  versions: SeedVersion[]
  state: 'set' | 'accepted' | 'handed-in' | 'again' | 'done'
}

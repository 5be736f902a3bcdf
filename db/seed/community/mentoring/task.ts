import type { CommentKind } from '#db/schema/mentoring/feedback.ts'
import type { HandedInName } from '../../art/handed-in/index.ts'

// Which picture of the version, and where in it.
type SeedPin = [picture: number, x: number, y: number]
export type SeedComment = [
  kind: CommentKind,
  words: string,
  answer?: 'keep' | 'change' | 'next-task' | undefined,
  pin?: SeedPin,
]
// The level reached for each criterion of the rubric, in its order; 0 where nobody could tell.
export type SeedScores = number[]

// A look before the mentor's: without a name it is one's own.
export type SeedFirstLook = {
  by?: string
  daysAgo: number
  words: string
  comments?: SeedComment[]
  scores?: SeedScores
  next?: string
  helped?: number
}

export type SeedVersion = {
  daysAgo: number
  note: string
  links?: string[]
  pictures?: HandedInName[]
  first?: SeedFirstLook[]
  // A peer's look that nobody has taken yet.
  asksPeer?: true
  look?: {
    daysAgo: number
    words: string
    comments?: SeedComment[]
    // Which comments of the version before this one acted on, counted from nought.
    next?: string
    rewrite?: string
    level?: number
    scores?: SeedScores
    helped?: number
  }
  actedOn?: number[]
  // So many days ago its maker showed it to the circle of the pair.
  shownDaysAgo?: number
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
  // By its title, in the version that was the newest then.
  rubric?: [title: string, version: number]
  looksFirst?: ('self' | 'peer')[]
  // Set together with others of the same name for those in the circle.
  together?: true
  versions: SeedVersion[]
  state: 'set' | 'accepted' | 'handed-in' | 'again' | 'done'
}

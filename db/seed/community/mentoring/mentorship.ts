import type { Format } from '#db/schema/mentoring/programs.ts'

type Note = { by: string; words: string; daysAgo: number }

// Two who work together: for what, since when, what they wrote to each other, and how it ended if it did.
export type SeedMentorship = {
  mentor: string
  participant: string
  skill: string
  format?: Format
  // What its mentor calls the circle it belongs to.
  circle?: string
  aim: string
  asked: string
  startedDaysAgo: number
  pausedForDays?: number
  notes: Note[]
  ended?: {
    daysAgo: number
    by: string
    because: 'goal-reached' | 'time-is-up' | 'no-time'
    rating: number
    testimonial: string
    // Whom it is about has not said yet whether it may hang.
    onlyOffered?: true
  }
}

export type SeedRequest = {
  mentor: string
  participant: string
  skill: string
  words: string
  hoursAgo: number
  question?: string
}

import type { Role, Standing } from '#db/schema/people.ts'

// The rung of a skill's ladder somebody sees themselves on; null where they have not said.
export type Rungs = Record<string, 1 | 2 | 3 | 4 | 5 | null>

export type SeedMember = {
  handle: string
  name: string
  craft: string
  place: string
  timeZone: string
  languages: string[]
  story: string
  roles: Role[]
  teaches: Rungs
  learns: Rungs
  joinedDaysAgo: number
  quote?: string
  standing?: Standing
  // How far they came in the four steps of arriving, where they have not finished.
  arrival?: number
}

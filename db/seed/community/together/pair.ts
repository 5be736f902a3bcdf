type Said = { by: string; of: string; skill: string; words: string; daysAgo: number }

// Two people, what they did together, and what they said about each other afterwards.
export type SeedPair = {
  who: [string, string]
  on: string
  sinceDaysAgo: number
  said: Said[]
}

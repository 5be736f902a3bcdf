import { asBytes, emptyVector } from '../vectors/vectors.ts'
import type { Weeks } from '../weeks.ts'

export type Held = { skill: string; level: number | null }

// What matching knows of a member. Everything but the id may be missing.
export type Person = {
  id: string
  teaches: readonly Held[]
  learns: readonly Held[]
  // What they bring and what they look for, in bytes; and what they wrote about both, by words.
  offer: Int8Array
  need: Int8Array
  offerWords: ReadonlyMap<string, number>
  needWords: ReadonlyMap<string, number>
  languages: readonly string[]
  // From curious to professional, 0 to 3.
  experience: number | null
  // How they like to work: each answer from -1 to 1, or null where they gave none.
  ways: readonly (number | null)[]
  weeks: Weeks | null
  // As a mentor: how many they take and have, and how they answered so far.
  seats: number
  taken: number
  asked: number
  accepted: number
  hoursToAnswer: number | null
  // How much they did lately, where half of it is forgotten every three weeks; and meetings they did not come to.
  activity: number
  missed: number
  wishes: readonly Wish[]
  // What was learned about them beyond all this, in log-odds, by side and question.
  leans?: Leans
}

export type Leans = Partial<Record<`${'asker' | 'asked'} ${'asks' | 'accepts' | 'succeeds'}`, number>>

// What a member asks of the other. Nobody else reads it.
export type Wish = {
  strength: 'must' | 'nice' | 'never'
  about: 'language' | 'skill' | 'member' | 'experience'
  is: string
}

// What is known of all members together.
export type Known = { rarenessOf: (skill: string) => number }

export const stranger = (id: string): Person => ({
  id,
  ...{ teaches: [], learns: [], languages: [], ways: [], wishes: [] },
  ...{ offer: asBytes(emptyVector()), need: asBytes(emptyVector()), offerWords: new Map(), needWords: new Map() },
  ...{ experience: null, weeks: null, hoursToAnswer: null },
  ...{ seats: 0, taken: 0, asked: 0, accepted: 0, activity: 0, missed: 0 },
})

import { log } from '../../exact.ts'
import { FEATURES, type FeatureName, featuresOf } from '../../fit/features.ts'
import { chanceOf, HEADS, leaning, leaningBehind, RULES } from '../../fit/heads.ts'
import type { Known, Person } from '../../fit/person.ts'
import { dice, hashOf } from '../../hashing.ts'
import { knownOf, type Thoughts } from '../market/knowing.ts'
import type { People } from '../market/people.ts'
import type { Ran } from '../market/rounds.ts'

// What a way says of each pair, row behind row: the higher, the further up.
export type Scores = Float64Array

export function scoresOf(
  { mentees, mentors }: Pick<People, 'mentees' | 'mentors'>,
  score: (seeker: Person, mentor: Person, at: number) => number,
): Scores {
  const scores = new Float64Array(mentees.length * mentors.length)
  mentees.forEach(({ shown: seeker }, mentee) => {
    mentors.forEach(({ shown: mentor }, at) => {
      scores[mentee * mentors.length + at] = score(seeker, mentor, at)
    })
  })
  return scores
}

export function byChance(people: People, seed: number): Scores {
  const chance = dice(hashOf('random', seed))
  return scoresOf(people, chance)
}

export const byPopularity = (people: People, { asked }: Ran): Scores => scoresOf(people, (_, __, at) => asked[at] ?? 0)

// |wanted and taught| / |wanted or taught|
export function byJaccard(people: People): Scores {
  return scoresOf(people, ({ learns }, { teaches }) => {
    const taught = new Set(teaches.map(({ skill }) => skill))
    const both = learns.filter(({ skill }) => taught.has(skill)).length
    return both / (learns.length + taught.size - both || 1)
  })
}

export function byTfIdf(people: People): Scores {
  const texts = people.mentors.map(({ shown }) => new Set(shown.teaches.map(({ skill }) => skill)))
  const idf = (skill: string) => log((1 + texts.length) / (1 + texts.filter((text) => text.has(skill)).length)) + 1
  const known = new Map<string, number>()
  const weight = (skill: string) => known.get(skill) ?? (known.set(skill, idf(skill)).get(skill) || 0)
  const length = (held: Person['teaches']) =>
    Math.sqrt(held.reduce((sum, { skill }) => sum + weight(skill) ** 2, 0)) || 1
  return scoresOf(people, ({ learns }, { teaches }) => {
    const both = learns.filter(({ skill }) => teaches.some((one) => one.skill === skill))
    return both.reduce((sum, { skill }) => sum + weight(skill) ** 2, 0) / (length(learns) * length(teaches))
  })
}

const BY_HAND: Partial<Record<FeatureName, number>> = { covered: 0.4, hours: 0.3, ways: 0.2, ahead: 0.1 }

export function byHand(people: People): Scores {
  const of = Float64Array.from(FEATURES, ({ name }) => BY_HAND[name] ?? 0)
  return byFeatures(people, (features) => leaning({ bias: 0, of }, features))
}

function byFeatures(people: People, score: (features: Float64Array) => number): Scores {
  const known: Known = knownOf(people.mentors)
  const into = new Float64Array(FEATURES.length)
  return scoresOf(people, (seeker, mentor) => score(featuresOf({ seeker, mentor }, known, into)))
}

export const harmonicOf = (one: number, other: number) => (one + other === 0 ? 0 : (2 * one * other) / (one + other))

export const harmonic = ({ asks, accepts }: Thoughts): Scores =>
  asks.map((chance, pair) => harmonicOf(chance, accepts[pair] ?? 0))

// What is expected of a pair, in logarithms: would one ask, and the other say yes.
export const expected = ({ asks, accepts }: Thoughts): Scores =>
  asks.map((chance, pair) => log(chance * (accepts[pair] ?? 0)))

// As members are suggested mentors: the mean of three leanings, where rules alone say who would get somewhere.
export const asSuggested = (people: People, { asks, accepts }: Thoughts): Scores =>
  byFeatures(people, (features) => leaning(RULES.succeeds, features)).map(
    (succeeds, pair) => (leaningBehind(asks[pair] ?? 0) + leaningBehind(accepts[pair] ?? 0) + succeeds) / HEADS.length,
  )

// As good as the least of three chances lets it be.
export function threefold(people: People, { asks, accepts }: Thoughts): Scores {
  const succeeds = byFeatures(people, (features) => chanceOf(leaning(RULES.succeeds, features)))
  return succeeds.map((chance, pair) => log(3 / (1 / chance + 1 / (asks[pair] ?? 0) + 1 / (accepts[pair] ?? 0))))
}

export const bothTogether = ({ asks, accepts }: Thoughts): Scores =>
  asks.map((chance, pair) => chance + (accepts[pair] ?? 0))

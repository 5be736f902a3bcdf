import type { Importance, PairingRules } from '#db/schema/mentoring/pairings.ts'
import { FEATURES, featuresOf, type Pair, TOPICS, type Topic } from '../fit/features.ts'
import { type Head, leaning, type Model, RULES } from '../fit/heads.ts'
import type { Known } from '../fit/person.ts'
import { mayMeet } from '../fit/wishes.ts'
import { ENOUGH, timeTogether } from '../weeks.ts'

// What an organiser may call a must. Silence breaks none of them: what nobody said counts as usual.
export const CAN_BE_A_MUST = ['skills', 'time', 'language'] as const satisfies readonly Topic[]
export type Must = (typeof CAN_BE_A_MUST)[number]

const TIMES: Record<Importance, number> = { must: 2, strong: 2, usual: 1, weak: 0.5, ignore: 0 }

export const importanceOf = ({ counts }: Pick<PairingRules, 'counts'>, topic: Topic): Importance =>
  counts[topic] ?? 'usual'

// The weights by hand, each as often as its topic counts in this program.
export function modelOf(rules: Pick<PairingRules, 'counts'>): Model {
  const times = new Map(TOPICS.map((topic) => [topic, TIMES[importanceOf(rules, topic)]]))
  const scaled = ({ bias, of }: Model['asks']) => ({
    bias,
    of: of.map((weight, n) => weight * (times.get(FEATURES[n]?.topic ?? 'skills') ?? 1)),
  })
  return { asks: scaled(RULES.asks), accepts: scaled(RULES.accepts), succeeds: scaled(RULES.succeeds) }
}

const FULFILLED: Record<Must, (pair: Pair) => boolean> = {
  skills: ({ seeker, mentor }) =>
    seeker.learns.length === 0 ||
    seeker.learns.some(({ skill }) => mentor.teaches.some((taught) => taught.skill === skill)),
  time: ({ seeker, mentor }) => !seeker.weeks || !mentor.weeks || timeTogether(seeker.weeks, mentor.weeks) >= ENOUGH,
  language: ({ seeker, mentor }) =>
    seeker.languages.length === 0 ||
    mentor.languages.length === 0 ||
    seeker.languages.some((language) => mentor.languages.includes(language)),
}

export const mayBeTogether = (pair: Pair, rules: Pick<PairingRules, 'counts'>): boolean =>
  mayMeet(pair.seeker, pair.mentor) &&
  CAN_BE_A_MUST.every((topic) => importanceOf(rules, topic) !== 'must' || FULFILLED[topic](pair))

// What each of the two said of the other: their place in the list, none where they said nothing.
export type Said = { seeker: number | undefined; mentor: number | undefined }
export type Leaning = Record<Head, number> & { wished: number; wishedBack: number }

const MOST_PLACES = 5

// 1 for the first of a list, 0.2 for the fifth.
const wishOf = (place: number | undefined) => (place ? (MOST_PLACES + 1 - place) / MOST_PLACES : 0)

const desk = new Float64Array(FEATURES.length)

export function leaningsIn(pair: Pair, { known, model, said }: { known: Known; model: Model; said: Said }): Leaning {
  const features = featuresOf(pair, known, desk)
  return {
    asks: leaning(model.asks, features),
    accepts: leaning(model.accepts, features),
    succeeds: leaning(model.succeeds, features),
    wished: wishOf(said.seeker),
    wishedBack: wishOf(said.mentor),
  }
}

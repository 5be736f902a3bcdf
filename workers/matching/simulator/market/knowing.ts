import { log } from '../../exact.ts'
import { FEATURES, featuresOf } from '../../fit/features.ts'
import { chanceOf, RULES } from '../../fit/heads.ts'
import type { Known } from '../../fit/person.ts'
import { dice, hashOf } from '../../hashing.ts'
import type { Outcome } from '../../learning/evidence/outcomes.ts'
import { believing, type Learned, leaningOf } from '../../learning/weights/learned.ts'
import { learn } from '../../learning/weights/logistic.ts'
import type { People, Somebody } from './people.ts'
import { play, type Ran, type Seen, type Way } from './rounds.ts'
import { truthOf } from './truth.ts'

export type Heads = { asks: Learned; accepts: Learned }

// For every mentee, row behind row, each mentor: what is thought of the chance to be asked, and to say yes.
export type Thoughts = { asks: Float64Array; accepts: Float64Array }

// Earlier mentees are shown whom chance says; what they did is all that is learned from.
export function earlierRounds({ earlier, mentors }: People, seed: number): Ran {
  const chance = dice(hashOf('earlier', seed))
  const way: Way = ({ looking, seats }) => looking.map(() => anyTen([...seats.keys()], chance))
  const truth = (mentee: number, mentor: number) => truthIn(earlier, mentors, seed)(mentee, mentor)
  return play({ mentees: earlier, mentors: mentors.map(roomy), truth, seed: seed + 1, rounds: 3 }, way)
}

// Who was in the program then left a seat to whoever is in it now.
const roomy = (one: Somebody) => ({ ...one, shown: { ...one.shown, seats: 4 * one.shown.seats } })

export const truthIn = (mentees: Somebody[], mentors: Somebody[], seed: number) => (mentee: number, mentor: number) => {
  const [one, other] = [mentees[mentee], mentors[mentor]]
  return one && other ? truthOf(one, other, seed) : { asks: 0, accepts: 0, succeeds: 0 }
}

export function learnedFrom(seen: Seen[], mentees: Somebody[], mentors: Somebody[]): Heads {
  const known = knownOf(mentors)
  const outcomes = seen.flatMap((one): (Outcome & { seen: Seen })[] => {
    const [seeker, mentor] = [mentees[one.mentee]?.shown, mentors[one.mentor]?.shown]
    if (!seeker || !mentor) return []
    const id = `${one.round} ${seeker.id} ${mentor.id}`
    const pair = { asker: seeker.id, asked: mentor.id, known: featuresOf({ seeker, mentor }, known) }
    return [{ id, ...pair, happened: one.asked, weight: 1, seen: one }]
  })
  const requests = outcomes.filter((one) => one.seen.asked)
  return {
    asks: learn(outcomes, believing(RULES.asks)),
    accepts: learn(
      requests.map((one) => ({ ...one, happened: one.seen.accepted === true })),
      believing(RULES.accepts),
    ),
  }
}

export function thoughtsOf(people: Pick<People, 'mentees' | 'mentors'>, heads: Heads): Thoughts {
  const { mentees, mentors } = people
  const known = knownOf(mentors)
  const into = new Float64Array(FEATURES.length)
  const many = mentees.length * mentors.length
  const thoughts = { asks: new Float64Array(many), accepts: new Float64Array(many) }
  mentees.forEach(({ shown: seeker }, mentee) => {
    mentors.forEach(({ shown: mentor }, at) => {
      const pair = { asker: seeker.id, asked: mentor.id, known: featuresOf({ seeker, mentor }, known, into) }
      thoughts.asks[mentee * mentors.length + at] = chanceOf(leaningOf(heads.asks, pair))
      thoughts.accepts[mentee * mentors.length + at] = chanceOf(leaningOf(heads.accepts, pair))
    })
  })
  return thoughts
}

// A skill that few teach counts up to one.
export function knownOf(mentors: Somebody[]): Known {
  const taught = mentors.flatMap(({ shown }) => shown.teaches)
  const times = Map.groupBy(taught, ({ skill }) => skill)
  const all = log(1 + mentors.length)
  return { rarenessOf: (skill) => 1 - (0.8 * log(1 + (times.get(skill)?.length ?? 0))) / all }
}

export function anyTen(among: number[], chance: () => number): number[] {
  return among
    .map((one) => ({ one, lot: chance() }))
    .sort((one, other) => one.lot - other.lot)
    .slice(0, 10)
    .map(({ one }) => one)
}

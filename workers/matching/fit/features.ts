import { exp } from '../exact.ts'
import { closeness } from '../vectors/vectors.ts'
import { inSameWords } from '../vectors/words.ts'
import { ENOUGH, timeTogether } from '../weeks.ts'
import { type Covered, covering } from './covering.ts'
import type { Known, Person } from './person.ts'
import { shareOfNice } from './wishes.ts'

// One who looks for a mentor, and one who is looked at.
export type Pair = { seeker: Person; mentor: Person }

export const TOPICS = ['skills', 'words', 'time', 'language', 'ways', 'experience', 'answers', 'wishes'] as const
export type Topic = (typeof TOPICS)[number]

type Looked = Pair & { covered: Covered; halfHours: number | null }
type Feature = { name: string; topic: Topic; of: (looked: Looked) => number }

// Each from about 0 to 1. What nobody said counts as it usually is: silence neither helps nor harms.
export const FEATURES = [
  { name: 'covered', topic: 'skills', of: ({ covered }) => covered.share },
  { name: 'rare', topic: 'skills', of: ({ covered }) => covered.rarest },
  { name: 'apart', topic: 'skills', of: ({ covered }) => covered.apart },
  {
    name: 'teaches-more',
    topic: 'skills',
    of: ({ mentor, covered }) => upTo(6, mentor.teaches.length - covered.skills.length),
  },
  { name: 'near', topic: 'skills', of: ({ seeker, mentor }) => closeness(seeker.need, mentor.offer) },
  { name: 'in-return', topic: 'skills', of: ({ seeker, mentor }) => closeness(seeker.offer, mentor.need) },
  { name: 'same-words', topic: 'words', of: ({ seeker, mentor }) => inSameWords(seeker.needWords, mentor.offerWords) },
  { name: 'hours', topic: 'time', of: ({ halfHours }) => (halfHours === null ? 0.4 : upTo(12, halfHours)) },
  { name: 'can-meet', topic: 'time', of: ({ halfHours }) => (halfHours === null ? 0.7 : one(halfHours >= ENOUGH)) },
  { name: 'language', topic: 'language', of: ({ seeker, mentor }) => sharing(seeker.languages, mentor.languages) },
  { name: 'ways', topic: 'ways', of: ({ seeker, mentor }) => alike(seeker.ways, mentor.ways) },
  { name: 'ahead', topic: 'experience', of: ({ seeker, mentor }) => ahead(seeker.experience, mentor.experience) },
  {
    name: 'room',
    topic: 'answers',
    of: ({ mentor }) => (mentor.seats === 0 ? 0 : Math.max(0, 1 - mentor.taken / mentor.seats)),
  },
  { name: 'says-yes', topic: 'answers', of: ({ mentor }) => (mentor.accepted + 2) / (mentor.asked + 4) },
  {
    name: 'quick',
    topic: 'answers',
    of: ({ mentor }) => (mentor.hoursToAnswer === null ? 0.4 : 1 / (1 + mentor.hoursToAnswer / 24)),
  },
  { name: 'active', topic: 'answers', of: ({ mentor }) => upTo(8, mentor.activity) },
  { name: 'comes', topic: 'answers', of: ({ mentor }) => 1 / (1 + mentor.missed) },
  { name: 'seeker-active', topic: 'answers', of: ({ seeker }) => upTo(8, seeker.activity) },
  { name: 'seeker-says', topic: 'answers', of: ({ seeker }) => said(seeker) / 3 },
  { name: 'wished', topic: 'wishes', of: ({ seeker, mentor }) => shareOfNice(seeker.wishes, mentor) },
  { name: 'wished-back', topic: 'wishes', of: ({ seeker, mentor }) => shareOfNice(mentor.wishes, seeker) },
] as const satisfies readonly Feature[]

export type FeatureName = (typeof FEATURES)[number]['name']

export function featuresOf({ seeker, mentor }: Pair, known: Known, into = new Float64Array(FEATURES.length)) {
  const covered = covering(seeker, mentor, known)
  const halfHours = seeker.weeks && mentor.weeks && timeTogether(seeker.weeks, mentor.weeks)
  const looked: Looked = { seeker, mentor, covered, halfHours }
  FEATURES.forEach(({ of }, n) => {
    into[n] = of(looked)
  })
  return into
}

const one = (is: boolean) => (is ? 1 : 0)

export const upTo = (most: number, amount: number) => Math.min(amount, most) / most

export const sharing = (mine: readonly string[], theirs: readonly string[]) =>
  mine.length === 0 || theirs.length === 0 ? 0.7 : one(mine.some((language) => theirs.includes(language)))

// Fewer say nothing, and would say too much of the other.
const FEWEST_WAYS = 3

// exp(-d²) of the mean distance where both answered.
export function alike(mine: Person['ways'], theirs: Person['ways']): number {
  let [sum, both] = [0, 0]
  for (let n = 0; n < mine.length; n++) {
    const [own, other] = [mine[n] ?? null, theirs[n] ?? null]
    if (own === null || other === null) continue
    sum += (own - other) ** 2
    both++
  }
  return both < FEWEST_WAYS ? 0.5 : exp(-sum / both)
}

// Best is two steps further on the same road.
const ahead = (own: number | null, theirs: number | null) =>
  own === null || theirs === null ? 0.6 : exp(-((theirs - own - 2) ** 2) / 3)

const said = ({ needWords, learns, weeks }: Person) =>
  one(needWords.size > 3) + one(learns.length > 0) + one(weeks !== null)

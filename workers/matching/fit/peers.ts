import { exp } from '../exact.ts'
import { closeness } from '../vectors/vectors.ts'
import { inSameWords } from '../vectors/words.ts'
import { ENOUGH, timeTogether } from '../weeks.ts'
import { type Covered, covering } from './covering.ts'
import { alike, sharing, upTo } from './features.ts'
import type { Known, Person } from './person.ts'
import type { Part } from './sums.ts'

export type PeerTopic = 'exchange' | 'company' | 'words' | 'time' | 'language' | 'ways' | 'experience' | 'answers'

type Looked = {
  me: Person
  other: Person
  theirs: Covered
  mine: Covered
  together: { share: number; rarest: number }
  halfHours: number | null
}

export const PEER_BIAS = -2.6

// An exchange is worth what its poorer side gets of it; company is to want the same.
export const PEER_PARTS: readonly Part<Looked, PeerTopic>[] = [
  {
    topic: 'exchange',
    weight: 3.2,
    usual: 0,
    of: ({ theirs, mine }) => Math.min(worthOf(theirs), worthOf(mine)),
  },
  {
    topic: 'exchange',
    weight: 1.2,
    usual: 0,
    of: ({ me, other }) => Math.min(closeness(me.need, other.offer), closeness(other.need, me.offer)),
  },
  { topic: 'company', weight: 2, usual: 0, of: ({ together }) => worthOf(together) },
  { topic: 'company', weight: 1.2, usual: 0, of: ({ me, other }) => closeness(me.need, other.need) },
  { topic: 'words', weight: 1, usual: 0, of: ({ me, other }) => inSameWords(me.needWords, other.needWords) },
  { topic: 'time', weight: 0.5, usual: 0.4, of: ({ halfHours }) => (halfHours === null ? 0.4 : upTo(12, halfHours)) },
  {
    topic: 'time',
    weight: 0.7,
    usual: 0.7,
    of: ({ halfHours }) => (halfHours === null ? 0.7 : halfHours >= ENOUGH ? 1 : 0),
  },
  { topic: 'language', weight: 0.9, usual: 0.7, of: ({ me, other }) => sharing(me.languages, other.languages) },
  { topic: 'ways', weight: 0.8, usual: 0.5, of: ({ me, other }) => alike(me.ways, other.ways) },
  { topic: 'experience', weight: 0.4, usual: 0.6, of: ({ me, other }) => level(me.experience, other.experience) },
  { topic: 'answers', weight: 0.3, usual: 0.2, of: ({ other }) => upTo(8, other.activity) },
]

export function lookAtPeer(me: Person, other: Person, known: Known): Looked {
  const halfHours = me.weeks && other.weeks && timeTogether(me.weeks, other.weeks)
  const [theirs, mine] = [covering(me, other, known), covering(other, me, known)]
  return { me, other, theirs, mine, together: wantedTogether(me, other, known), halfHours }
}

export const skillsTogether = (me: Person, other: Person): string[] =>
  me.learns.map(({ skill }) => skill).filter((skill) => other.learns.some((wanted) => wanted.skill === skill))

const worthOf = ({ share, rarest }: { share: number; rarest: number }) => (share + rarest) / 2

function wantedTogether(me: Person, other: Person, { rarenessOf }: Known) {
  const both = skillsTogether(me, other)
  if (both.length === 0) return { share: 0, rarest: 0 }
  return { share: both.length / me.learns.length, rarest: Math.max(...both.map(rarenessOf)) }
}

// exp(-d²/3): best is side by side.
const level = (own: number | null, theirs: number | null) =>
  own === null || theirs === null ? 0.6 : exp(-((theirs - own) ** 2) / 3)

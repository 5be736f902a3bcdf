import { closeness } from '../vectors/vectors.ts'
import { inSameWords } from '../vectors/words.ts'
import { hasTimeFor } from '../weeks.ts'
import type { Known, Person } from './person.ts'
import type { Part } from './sums.ts'

export type ThingTopic = 'skills' | 'words' | 'time'

// A program or a session: what it is about, and when, where it is at one time.
export type Thing = {
  id: string
  skills: readonly string[]
  offer: Int8Array
  words: ReadonlyMap<string, number>
  at: { from: Date; minutes: number } | null
}

type Looked = { me: Person; thing: Thing; rarest: number; fits: boolean | null }

export const THING_BIAS = -1.2

// One-sided: a thing asks nothing of whoever comes.
export const THING_PARTS: readonly Part<Looked, ThingTopic>[] = [
  { topic: 'skills', weight: 1.8, usual: 0, of: ({ rarest }) => rarest },
  { topic: 'skills', weight: 1.4, usual: 0.1, of: ({ me, thing }) => closeness(me.need, thing.offer) },
  { topic: 'words', weight: 1.4, usual: 0.02, of: ({ me, thing }) => inSameWords(me.needWords, thing.words) },
  { topic: 'time', weight: 1, usual: 0.6, of: ({ fits }) => (fits === null ? 0.6 : fits ? 1 : 0) },
]

export const USUAL_THING = Float64Array.from(THING_PARTS, ({ usual }) => usual)

export function lookAtThing(me: Person, thing: Thing, { known, monday }: { known: Known; monday: Date }): Looked {
  const rarest = Math.max(0, ...skillsIn(me, thing).map(known.rarenessOf))
  return { me, thing, rarest, fits: me.weeks && thing.at && hasTimeFor(me.weeks, monday, thing.at) }
}

export const skillsIn = (me: Person, thing: Thing): string[] =>
  me.learns.map(({ skill }) => skill).filter((skill) => thing.skills.includes(skill))

import type { Told } from '#db/schema/matching.ts'
import type { Person } from '../../fit/person.ts'
import { firstFreeHours, mondayOf, timeTogether } from '../../weeks.ts'

// Somebody or something that was found for a member, and why.
export type Fitting<What> = { otherId: string; fit: number; told: What; known?: number[]; propensity?: number }
export type Found = Fitting<Told>

const MOST = 10
// So many are suggested whatever speaks for them: a new member finds somebody too.
const FEWEST = 3
export const isWorthSaying = ({ reasons }: Telling, rank: number) => rank < FEWEST || reasons.length > 0

const MOST_HOURS = 2
// How somebody likes to work counts, and is never told: one could ask it out by answering one question at a time.
const UNSAID = 'ways'

// `known` is kept where something is to be learned from it.
type Looked = { other: { id: string }; fit: number; known?: number[] }
type Telling = { reasons: unknown[] }

export const best = <One extends Looked, What extends Telling>(all: One[], tell: (one: One) => What): Fitting<What>[] =>
  all
    .toSorted((one, two) => two.fit - one.fit || (one.other.id < two.other.id ? -1 : 1))
    .slice(0, MOST)
    .map((one) => ({
      ...{ otherId: one.other.id, fit: one.fit, told: tell(one) },
      ...(one.known && { known: one.known, propensity: 1 }),
    }))
    .filter(({ told }, rank) => isWorthSaying(told, rank))

// Two have to understand each other, whoever teaches.
export const speaking = (person: Person): Person => ({
  ...person,
  wishes: person.wishes.filter(({ about }) => about === 'language'),
})

type Explained = { reasons: Told['reasons']; caution: { topic: string } | undefined }

export const sayable = ({ reasons, caution }: Explained) => ({
  reasons: reasons.filter(({ topic }) => topic !== UNSAID),
  caution: caution && caution.topic !== UNSAID ? caution.topic : null,
})

export function hoursOf(me: Person, other: Person, now: Date): Pick<Told, 'hoursAWeek' | 'free'> {
  if (!me.weeks || !other.weeks) return { hoursAWeek: null, free: [] }
  const free = firstFreeHours(mondayOf(now), { one: me.weeks, other: other.weeks, most: 40 })
  return {
    hoursAWeek: timeTogether(me.weeks, other.weeks) / 2,
    free: free
      .filter((at) => at > now)
      .slice(0, MOST_HOURS)
      .map((at) => at.toISOString()),
  }
}

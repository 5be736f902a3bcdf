import type { Found, LeftOut, PairingGroup } from '#db/schema/mentoring/pairings.ts'
import type { Pair, Pairing, Person } from './inputs.ts'
import type { PairTold } from './telling.ts'
import { cautionIn, reasonsIn, ruleIn, whyLeftOut } from './words.ts'

export type Draft = {
  id: string
  state: Pairing['state']
  run: number
  looked: number
  people: number
  found: Found | null
  asksOthers: boolean
  groups: PairingGroup[]
}
export type Placed = {
  participant: Person
  mentor: Person | null
  fit: number | null
  told: PairTold | null
  leftOut: LeftOut | null
  takesPart: boolean
  locked: boolean
  byHand: boolean
  outcome: Pair['outcome']
  why: string
  answers: Record<string, unknown>
  skills: string[]
}
export type Someone = { id: string; handle: string; name: string }
type Everything = { draft: Draft[]; places: Placed[]; names: Someone[] }

// A draft in words.
export function asPairing({ draft, places, names }: Everything): Pairing {
  const [newest] = draft
  const groups = newest?.groups ?? []
  const named = new Map([...names, ...groups].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => named.get(id) ?? 'somebody'
  const found = newest?.found
  return {
    ...{
      state: newest?.state ?? null,
      run: newest?.run ?? 0,
      looked: newest?.looked ?? 0,
      people: newest?.people ?? 0,
    },
    pairs: places.flatMap((one) => (one.mentor ? [asPair({ ...one, mentor: one.mentor })] : [])),
    leftOut: places
      .filter(({ mentor }) => mentor === null)
      .map(({ participant, leftOut }) => ({
        participant,
        why: leftOut ? whyLeftOut(leftOut, leftOut.seatWith && nameOf(leftOut.seatWith)) : GONE,
      })),
    groups: groups.map((group) => asGroup(group, { places, names })),
    helps: (found?.relaxed ?? []).map((one) => ({ says: ruleIn(one, nameOf), places: one.places })),
    stops: found?.stops ?? [],
    isProved: found?.proof?.gap === 0 && found.proof.broken === 0,
    isOutOfDate: newest?.state === 'ready' && found === null,
  }
}

// How many they take together, and how many of those are given: to whoever began before, and in this draft.
function asGroup({ name, most, begun, mentorIds }: PairingGroup, { places, names }: Omit<Everything, 'draft'>) {
  const mentors = names.filter(({ id }) => mentorIds.includes(id)).map(({ handle }) => handle)
  const placed = places.filter(({ mentor }) => mentor && mentors.includes(mentor.handle)).length
  return { name, most, begun, taken: begun + placed, mentors }
}

const GONE = 'The mentor of this draft is not here any more. Pair the rest anew.'

// Chosen by eye on the demo community, until outcomes say it.
const STRONG = 0.69
const GOOD = 0.59

export const fitWord = (fit: number): Pair['fit'] => (fit >= STRONG ? 'strong' : fit >= GOOD ? 'good' : 'possible')

// What somebody said when they applied, beside what came of it.
export const asAnswered = ({ answers, mentor, fit }: Placed) => ({
  answers,
  isPlaced: mentor !== null,
  fitsWell: mentor !== null && fitWord(fit ?? 0) === 'strong',
})

function asPair({ told, fit, skills: known, leftOut: _, answers: __, ...one }: Placed & { mentor: Person }): Pair {
  const about = {
    participant: firstName(one.participant),
    mentor: firstName(one.mentor),
    told: told ?? NOTHING,
    skills: known,
  }
  return { ...one, fit: fitWord(fit ?? 0), reasons: reasonsIn(about), caution: cautionIn(about) }
}

const NOTHING: PairTold = {
  reasons: [],
  caution: null,
  skills: [],
  hoursAWeek: null,
  chosen: { participant: null, mentor: null },
  talked: false,
}

export const firstName = ({ name }: Pick<Person, 'name'>) => name.split(' ')[0] ?? name

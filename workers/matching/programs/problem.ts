import { asProblem, NEVER, type Problem, type Worths } from '../assignment/problem.ts'
import { caringFor } from '../assignment/stability/slider.ts'
import { fitFrom, type Model } from '../fit/heads.ts'
import type { Person } from '../fit/person.ts'
import { type Leaning, leaningsIn, mayBeTogether, modelOf, type Said } from './counting.ts'
import type { Rest } from './setting.ts'

// No pair is worth more: half of it is how well two fit, half what they said of each other.
export const MOST_WORTH = 10_000
const [FIT, WISHED] = [MOST_WORTH / 2, MOST_WORTH / 4]
// In one's own order the list that one made comes first.
const [STEPS, A_LIST] = [1000, 100_000]

export const worthOf = (leanings: Leaning) =>
  Math.round(FIT * fitFrom(leanings) + WISHED * (leanings.wished + leanings.wishedBack))
export const wishOf = ({ asks, succeeds, wished }: Leaning) => Math.round(STEPS * (asks + succeeds) + A_LIST * wished)
export const welcomeOf = ({ accepts, succeeds, wishedBack }: Leaning) =>
  Math.round(STEPS * (accepts + succeeds) + A_LIST * wishedBack)

// So many numbers are kept once they were found; of a greater program each row is made again when it is asked for.
const KEPT = 2_000_000

// What two are to each other; nothing where they may not be together.
export function looksAt(rest: Rest): (seeker: Person, mentor: Person) => Leaning | undefined {
  const { rules, known } = rest
  const model: Model = modelOf(rules)
  const never = new Set(
    rest.bonds.filter(({ bond }) => bond === 'never').map((two) => `${two.participantId} ${two.mentorId}`),
  )
  const must = new Map(rest.bonds.filter(({ bond }) => bond === 'must').map((two) => [two.participantId, two.mentorId]))
  const said = saidIn(rest)
  return (seeker, mentor) => {
    if ((must.get(seeker.id) ?? mentor.id) !== mentor.id) return undefined
    const pair = { seeker, mentor }
    const says = said(seeker.id, mentor.id)
    if (never.has(`${seeker.id} ${mentor.id}`) || isRefused(says) || !mayBeTogether(pair, rules)) return undefined
    return leaningsIn(pair, { known, model, said: says })
  }
}

export function saidIn({ choices }: Pick<Rest, 'choices'>): (seekerId: string, mentorId: string) => Said {
  const places = new Map(choices.map(({ memberId, otherId, place }) => [`${memberId} ${otherId}`, place]))
  return (seekerId, mentorId) => ({
    seeker: places.get(`${seekerId} ${mentorId}`),
    mentor: places.get(`${mentorId} ${seekerId}`),
  })
}

const isRefused = ({ seeker, mentor }: Said) => seeker === 0 || mentor === 0

export function tableOf({ participants, mentors, ...rest }: Rest, measure: (leanings: Leaning) => number): Worths {
  const look = looksAt({ participants, mentors, ...rest })
  const rows = new Map<number, Int32Array>()
  const isSmall = participants.length * mentors.length <= KEPT
  const rowOf = (at: number) => {
    const seeker = participants[at]
    const row = Int32Array.from(mentors, (mentor) => {
      const leanings = seeker && look(seeker, mentor)
      return leanings ? measure(leanings) : NEVER
    })
    if (isSmall) rows.set(at, row)
    return row
  }
  return {
    fill(mentees, count, into) {
      for (let k = 0; k < count; k++) {
        const at = mentees[k] ?? 0
        into.set(rows.get(at) ?? rowOf(at), k * mentors.length)
      }
    },
  }
}

// What the rest of a program asks of the solver, where leaving somebody out costs nothing yet.
export function problemOf(rest: Rest, worths = tableOf(rest, worthOf)): Problem {
  return asProblem({
    mentees: rest.participants.map(({ id }) => id),
    mentors: rest.mentors.map(({ id }) => id),
    worths,
    mostSeats: rest.seats,
    leastSeats: rest.fewest,
    groupOf: rest.groupOf,
    groupCaps: rest.groupCaps,
    costOfLeavingOut: new Float64Array(rest.participants.length),
    costOfAnEmptySeat: 2 * MOST_WORTH * Math.max(1, rest.participants.length),
    seed: rest.seed,
  })
}

// From the best fits (2) to nobody left out (4).
export const STABLE = 0
export const BEST = 2
export const EVERYBODY = 4
export const STOPS = [0, 1, 2, 3, 4]

export const caring = (problem: Problem, balance: number): Problem =>
  balance <= BEST ? problem : caringFor(problem, MOST_WORTH, (balance - BEST) / (EVERYBODY - BEST))

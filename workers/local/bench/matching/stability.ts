import type { Problem } from '#workers/matching/assignment/problem.ts'
import { type Choices, choicesOf, type Pairs } from '#workers/matching/assignment/stability/choices.ts'
import { everyPair } from '#workers/matching/assignment/stability/every-pair.ts'
import { alongSlider } from '#workers/matching/assignment/stability/slider.ts'
import { blockingPairs, mentorBest } from '#workers/matching/assignment/stability/stable.ts'
import { greedy } from '#workers/matching/simulator/ways/greedy.ts'
import { aCommunity } from './community.ts'
import type { Table } from './table.ts'

// T13: what not swapping costs, beside greedy and both ways of deferred acceptance.
export function stability(isQuick: boolean): Table {
  const [mentees, mentors] = isQuick ? [200, 80] : [1_500, 600]
  const { problem, pairs } = twoSided(mentees, mentors)
  const choices = choicesOf(problem, pairs)
  const stops = alongSlider(problem, pairs, [0, 0.1, 0.3, 0.5, 0.7, 1, 2])
  const most = stops.find(({ at }) => at === 1)?.mentorOf ?? new Int32Array()
  const best = worthOf(
    pairs,
    Uint8Array.from(pairs.mentee, (one, pair) => (most[one] === pairs.mentor[pair] ? 1 : 0)),
  )
  const others = [
    described('greedy', { pairs, choices, isPaired: greedy(pairs, choices), best }),
    described('deferred acceptance, mentors ask', { pairs, choices, isPaired: mentorBest(choices), best }),
  ]
  const slid = stops.map(({ at, share, blocking, leftOut }) => [
    NAMES[at] ?? `slider ${at}`,
    100 * share,
    blocking,
    leftOut,
  ])
  return {
    title: `T13 ${mentees} mentees, ${mentors} mentors who wish differently`,
    head: ['pairing', '% of the best worth', 'blocking pairs', 'left out'],
    rows: [...others, ...slid],
    reached: stops[0]?.blocking === 0 && others[1]?.[2] === 0,
    remark: '10,000 instances, the theorems and HiGHS are held by the tests beside the code',
  }
}

const NAMES: Record<number, string> = {
  0: 'slider 0: deferred acceptance, mentees ask',
  1: 'slider 1: worth most',
  2: 'slider 2: nobody left',
}

type Pairing = { pairs: Pairs; choices: Choices; isPaired: Uint8Array; best: number }

function described(name: string, { pairs, choices, isPaired, best }: Pairing): [string, number, number, number] {
  const placed = isPaired.reduce((sum, yes) => sum + yes, 0)
  return [
    name,
    (100 * worthOf(pairs, isPaired)) / best,
    blockingPairs(choices, isPaired),
    choices.mentees.seats.length - placed,
  ]
}

const worthOf = ({ worth }: Pairs, isPaired: Uint8Array): number =>
  isPaired.reduce((sum, yes, pair) => sum + (yes === 1 ? (worth[pair] ?? 0) : 0), 0)

// Each side scores with vectors of its own; a pair is worth both together. Too little of it, and the pair may not be.
function twoSided(mentees: number, mentors: number): { problem: Problem; pairs: Pairs } {
  const [there, back] = [aCommunity(mentees, mentors, 1), aCommunity(mentees, mentors, 2)]
  const one = new Int32Array(64 * mentors)
  const problem: Problem = {
    ...there,
    costOfLeavingOut: new Float64Array(mentees),
    worths: {
      fill(rows, count, into) {
        there.worths.fill(rows, count, into)
        back.worths.fill(rows, count, one)
        for (let k = 0; k < count * mentors; k++) {
          const sum = (into[k] ?? 0) + (one[k] ?? 0)
          into[k] = sum > 1800 ? sum : -(2 ** 31)
        }
      },
    },
  }
  return { problem, pairs: everyPair(problem, there.worths, back.worths) }
}

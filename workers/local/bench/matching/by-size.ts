import { exposureGini } from '#workers/matching/simulator/market/fairness.ts'
import { asSuggested, harmonic } from '#workers/matching/simulator/ways/scores.ts'
import { priced, ranked } from '#workers/matching/simulator/ways/slating.ts'
import { meanOf } from './lines.ts'
import { aMarket, PLAYED_ON } from './market-of.ts'
import type { Table } from './table.ts'

const ROUNDS = 5

// T3 at other sizes and after more rounds: the larger a community, the more ask the same few where nothing has a price.
export function bySize(isQuick: boolean): Table {
  const sizes = isQuick ? [100, 200] : [300, 750, 1_500, 3_000]
  const seeds = PLAYED_ON.slice(0, isQuick ? 1 : 2)
  const rows = sizes.map((mentees) => {
    const found = seeds.map((seed) => playedAt(mentees, seed))
    const mean = (of: (one: (typeof found)[number]) => number) => meanOf(found.map(of))
    const times = (rounds: number) => mean(({ ours, other }) => ours.after(rounds) / (other.after(rounds) || 1))
    return [
      ...[mentees, 0.4 * mentees, mean(({ other }) => other.after(3)), mean(({ ours }) => ours.after(3))],
      ...[times(1), times(3), times(ROUNDS), mean(({ ours }) => ours.gini)],
    ]
  })
  return {
    title: `T3 by size and rounds, communities ${seeds.join(', ')}`,
    head: [
      ...['mentees', 'mentors', 'harmonic, % after 3', 'ours, % after 3', 'times after one', 'after 3'],
      ...[`after ${ROUNDS}`, 'exposure Gini'],
    ],
    rows,
    remark: 'so that nobody has to believe in one size and one number of rounds',
  }
}

function playedAt(mentees: number, seed: number) {
  const { people, learned, played } = aMarket(seed, { mentees, mentors: 0.4 * mentees })
  const [other, ours] = [ranked(harmonic(learned)), priced(asSuggested(people, learned), { seed })].map((way) => {
    const ran = played(way, ROUNDS)
    const after = (rounds: number) => (100 * ran.matched.filter(({ round }) => round < rounds).length) / mentees
    return { after, gini: exposureGini(ran) }
  })
  return { other: other ?? NOBODY, ours: ours ?? NOBODY }
}

const NOBODY = { after: () => 0, gini: 0 }

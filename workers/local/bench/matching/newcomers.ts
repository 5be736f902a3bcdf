import { bonusOf } from '#workers/matching/prices/drawing.ts'
import { unitOf } from '#workers/matching/prices/lists.ts'
import { type Heads, learnedFrom, thoughtsOf } from '#workers/matching/simulator/market/knowing.ts'
import type { Ran, Seen, Way } from '#workers/matching/simulator/market/rounds.ts'
import { expected, type Scores } from '#workers/matching/simulator/ways/scores.ts'
import { priced, ranked } from '#workers/matching/simulator/ways/slating.ts'
import { meanOf } from './lines.ts'
import { aMarket, type Market, PLAYED_ON, reachableIn } from './market-of.ts'
import type { Table } from './table.ts'

const ROUNDS = 5
const SEEN_ENOUGH = 3
const isNewcomer = (mentor: number) => mentor % 3 === 0

type Policy = { name: string; way: (scores: Scores, seed: number) => Way; explores?: boolean }

const POLICIES: Policy[] = [
  { name: 'greedy', way: (scores) => ranked(scores) },
  { name: 'prices, no exploring', way: (scores, seed) => priced(scores, { seed, without: 'exploring' }) },
  { name: 'ours', way: (scores, seed) => priced(scores, { seed }), explores: true },
]

// T11: a third of the mentors just came and nothing is known of them; everything is learned anew after every round.
export function newcomers(isQuick: boolean): Table {
  const size = isQuick ? { mentees: 200, mentors: 80 } : { mentees: 900, mentors: 360 }
  const markets = PLAYED_ON.slice(0, isQuick ? 1 : 3).map((seed) => aMarket(seed, size))
  const best = meanOf(markets.map((one) => one.played(priced(expected(reachableIn(one)), one), ROUNDS).matched.length))
  const rows = POLICIES.map((policy) => {
    const ran = markets.map((market) => playedLearning(market, policy))
    const shown = ran.map(({ shown }) => shareOfNewcomers(shown))
    return [policy.name, best - meanOf(ran.map(({ matched }) => matched.length)), 100 * meanOf(shown)] as const
  })
  const [greedy, , ours] = rows
  return {
    title: `T11 ${size.mentees} mentees, ${size.mentors} mentors, a third of them new, ${ROUNDS} rounds`,
    head: ['way', 'regret: matches fewer than the reachable oracle', `% of newcomers shown ${SEEN_ENOUGH} times`],
    rows: rows.map((row) => [...row]),
    reached: isQuick ? undefined : (ours?.[1] ?? 0) <= (greedy?.[1] ?? 0) && (ours?.[2] ?? 0) >= 60,
    remark: 'regret at most that of greedy, 60 % of newcomers shown within five rounds',
  }
}

const shareOfNewcomers = (shown: Int32Array) => {
  const theirs = [...shown].filter((_, mentor) => isNewcomer(mentor))
  return theirs.filter((times) => times >= SEEN_ENOUGH).length / theirs.length
}

function playedLearning({ people, before, played, seed }: Market, { way, explores }: Policy): Ran {
  const past = before.seen.filter(({ mentor }) => !isNewcomer(mentor))
  const everybody = [...people.earlier, ...people.mentees]
  const learning: Way = (moment) => {
    const later = moment.seen.map((one) => ({
      ...one,
      mentee: one.mentee + people.earlier.length,
      round: one.round + ROUNDS,
    }))
    const seen = [...past, ...later]
    const heads: Heads = learnedFrom(seen, everybody, people.mentors)
    const scores = expected(thoughtsOf(people, heads))
    return way(explores ? withBonus(scores, seen, people.mentors.length) : scores, seed)(moment)
  }
  return played(learning, ROUNDS)
}

function withBonus(scores: Scores, seen: Seen[], mentors: number): Scores {
  const times = new Int32Array(mentors)
  for (const { mentor } of seen) times[mentor] = (times[mentor] ?? 0) + 1
  const { spread } = unitOf(scores)
  return scores.map((score, pair) => score + spread * bonusOf(times[pair % mentors] ?? 0))
}

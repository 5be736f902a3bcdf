import { exposureGini } from '#workers/matching/simulator/market/fairness.ts'
import type { Ran, Way } from '#workers/matching/simulator/market/rounds.ts'
import { byRecon } from '#workers/matching/simulator/ways/recon.ts'
import {
  byChance,
  byHand,
  byJaccard,
  byPopularity,
  byTfIdf,
  expected,
  harmonic,
} from '#workers/matching/simulator/ways/scores.ts'
import { paired, priced, ranked } from '#workers/matching/simulator/ways/slating.ts'
import { byTransferEachRound } from '#workers/matching/simulator/ways/transferable.ts'
import { meanOf } from './lines.ts'
import { aMarket, type Market, oracleOf, reachableIn } from './market-of.ts'
import type { Table } from './table.ts'

// Found on communities that are not in this table, as T4 does.
const BLUR = 0.02

const ROUNDS = 3

const WAYS: { name: string; way: (market: Market) => Way }[] = [
  { name: 'random', way: ({ people, seed }) => ranked(byChance(people, seed)) },
  { name: 'popularity', way: ({ people, before }) => ranked(byPopularity(people, before)) },
  { name: 'Jaccard', way: ({ people }) => ranked(byJaccard(people)) },
  { name: 'tf-idf cosine', way: ({ people }) => ranked(byTfIdf(people)) },
  { name: 'by hand .4 .3 .2 .1', way: ({ people }) => ranked(byHand(people)) },
  { name: 'RECON', way: ({ people, before }) => ranked(byRecon(people, before.seen)) },
  { name: 'one-sided', way: ({ learned }) => ranked(learned.asks) },
  { name: 'harmonic (LFRR)', way: ({ learned }) => ranked(harmonic(learned)) },
  { name: 'greedy pairs', way: ({ learned }) => paired(learned, 'greedy') },
  { name: 'deferred acceptance', way: ({ learned }) => paired(learned, 'deferred') },
  { name: 'TU/IPFP, tuned', way: ({ people, learned }) => byTransferEachRound(learned, people.mentors.length, BLUR) },
  { name: 'ours', way: ({ learned, seed }) => priced(expected(learned), { seed }) },
  { name: 'ours without prices', way: ({ learned, seed }) => priced(expected(learned), { seed, without: 'prices' }) },
  { name: 'ours without shares', way: ({ learned, seed }) => priced(expected(learned), { seed, without: 'shares' }) },
  { name: 'reachable oracle', way: (market) => priced(expected(reachableIn(market)), market) },
  { name: 'oracle', way: (market) => priced(expected(oracleOf(market)), market) },
]

// T3: what each way brings where preferences are learned from others, and what it costs in requests.
export function whomOneSees(isQuick: boolean): Table {
  const size = isQuick ? { mentees: 200, mentors: 80 } : { mentees: 1_500, mentors: 600 }
  const markets = (isQuick ? [1] : [1, 2, 3]).map((seed) => aMarket(seed, size))
  const found = WAYS.map(({ name, way }) => ({ name, ...meansOf(markets.map((one) => playedOnce(one, way(one)))) }))
  const of = (name: string) => found.find((one) => one.name === name)
  const [ours, other] = [of('ours'), of('harmonic (LFRR)')]
  const times = (key: 'first' | 'matched') => (ours?.[key] ?? 0) / (other?.[key] || 1)
  return {
    title: `T3 ${size.mentees} mentees, as many seats with ${size.mentors} mentors, preferences learned, ${markets.length} communities`,
    head: [
      'way',
      '% after one round',
      `% after ${ROUNDS}`,
      'exposure Gini',
      'requests a mentor',
      'a match',
      'most',
      'helped',
    ],
    rows: [
      ...found.map(({ name, first, matched, gini, requests, each, most, helped }) => [
        ...[name, (100 * first) / size.mentees, (100 * matched) / size.mentees, gini, requests, each, most],
        helped,
      ]),
      ['ours / harmonic', times('first'), times('matched'), '', '', '', '', ''],
    ],
    reached: isQuick ? undefined : times('matched') >= 1.6 && (ours?.gini ?? 1) <= 0.15,
    remark:
      '1.6 times the matches of the harmonic mean of the same learned chances, exposure Gini for each free seat .15',
  }
}

type Means = Record<'first' | 'matched' | 'gini' | 'requests' | 'each' | 'most' | 'helped', number>

function playedOnce(market: Market, way: Way): Means {
  const ran = market.played(way, ROUNDS)
  const requests = ran.asked.reduce((sum, one) => sum + one, 0)
  return {
    ...{ first: firstOf(ran), matched: ran.matched.length, gini: exposureGini(ran) },
    ...{
      requests: requests / ran.asked.length,
      each: requests / (ran.matched.length || 1),
      most: Math.max(...ran.asked),
    },
    helped: ran.matched.reduce((sum, { mentee, mentor }) => sum + market.truth(mentee, mentor).succeeds, 0),
  }
}

const firstOf = ({ matched }: Ran) => matched.filter(({ round }) => round === 0).length

const KEYS = ['first', 'matched', 'gini', 'requests', 'each', 'most', 'helped'] as const

const meansOf = (all: Means[]): Means => {
  const mean = (key: keyof Means) => meanOf(all.map((one) => one[key]))
  const [first, matched, gini, requests, each, most, helped] = KEYS.map(mean)
  return {
    ...{ first: first ?? 0, matched: matched ?? 0, gini: gini ?? 0, requests: requests ?? 0 },
    ...{ each: each ?? 0, most: most ?? 0, helped: helped ?? 0 },
  }
}

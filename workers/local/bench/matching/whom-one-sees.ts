import { exposureGini } from '#workers/matching/simulator/market/fairness.ts'
import type { Ran, Way } from '#workers/matching/simulator/market/rounds.ts'
import { byRecon } from '#workers/matching/simulator/ways/recon.ts'
import {
  asSuggested,
  bothTogether,
  byChance,
  byHand,
  byJaccard,
  byPopularity,
  byTfIdf,
  expected,
  harmonic,
  threefold,
} from '#workers/matching/simulator/ways/scores.ts'
import { type Priced, paired, priced, ranked } from '#workers/matching/simulator/ways/slating.ts'
import { byTransferEachRound } from '#workers/matching/simulator/ways/transferable.ts'
import { meanOf, unsure } from './lines.ts'
import { aMarket, type Market, oracleOf, PLAYED_ON, reachableIn, TUNED_ON } from './market-of.ts'
import type { Table } from './table.ts'

// The best on the communities for tuning, as T4 finds it.
const BLUR = 0.02

const ROUNDS = 3

const HARMONIC = 'harmonic (LFRR)'

const WAYS: { name: string; way: (market: Market) => Way }[] = [
  { name: 'random', way: ({ people, seed }) => ranked(byChance(people, seed)) },
  { name: 'popularity', way: ({ people, before }) => ranked(byPopularity(people, before)) },
  { name: 'Jaccard', way: ({ people }) => ranked(byJaccard(people)) },
  { name: 'tf-idf cosine', way: ({ people }) => ranked(byTfIdf(people)) },
  { name: 'by hand .4 .3 .2 .1', way: ({ people }) => ranked(byHand(people)) },
  { name: 'RECON', way: ({ people, before }) => ranked(byRecon(people, before.seen)) },
  { name: 'one-sided', way: ({ learned }) => ranked(learned.asks) },
  { name: HARMONIC, way: ({ learned }) => ranked(harmonic(learned)) },
  { name: 'greedy pairs', way: ({ learned }) => paired(learned, 'greedy') },
  { name: 'deferred acceptance', way: ({ learned }) => paired(learned, 'deferred') },
  { name: 'TU/IPFP, tuned', way: ({ people, learned }) => byTransferEachRound(learned, people.mentors.length, BLUR) },
  { name: 'ours', way: (market) => oursIn(market) },
  { name: 'ours without prices', way: (market) => oursIn(market, 'prices') },
  { name: 'ours without shares', way: (market) => oursIn(market, 'shares') },
  { name: 'ours by two chances, multiplied', way: ({ learned, seed }) => priced(expected(learned), { seed }) },
  { name: 'ours by two chances, added', way: ({ learned, seed }) => priced(bothTogether(learned), { seed }) },
  {
    name: 'ours by the least of three',
    way: ({ people, learned, seed }) => priced(threefold(people, learned), { seed }),
  },
  { name: 'reachable oracle', way: (market) => priced(expected(reachableIn(market)), market) },
  { name: 'oracle', way: (market) => priced(expected(oracleOf(market)), market) },
]

const oursIn = ({ people, learned, seed }: Market, without?: Priced['without']) =>
  priced(asSuggested(people, learned), { seed, ...(without && { without }) })

const HEAD = [
  ...['way', '% after one round', `% after ${ROUNDS}`, '± 95 %', 'exposure Gini', 'asked, % of shown'],
  ...['accepted, % of asked', 'requests a mentor', 'most', 'a match', 'helped', 'helped a match'],
]
const NOTHING = Array.from({ length: 8 }, () => '')

// T3: what each way brings where preferences are learned from others, and where it is lost: shown, asked, accepted, helped.
export function whomOneSees(isQuick: boolean): Table {
  const size = isQuick ? { mentees: 200, mentors: 80 } : { mentees: 1_500, mentors: 600 }
  const seeds = PLAYED_ON.slice(0, isQuick ? 1 : PLAYED_ON.length)
  const played = seeds.map((seed) => playedAll(aMarket(seed, size)))
  const found = WAYS.map(({ name }) => ({ name, ran: played.map((of) => of[name]).filter((one) => one !== undefined) }))
  const times = played.map((of) => (of.ours?.matched ?? 0) / (of[HARMONIC]?.matched || 1))
  const gini = meanOf(played.map((of) => of.ours?.gini ?? 1))
  return {
    title: `T3 ${size.mentees} mentees, as many seats with ${size.mentors} mentors, preferences learned, ${seeds.length} communities`,
    head: HEAD,
    rows: [
      ...found.map(({ name, ran }) => rowOf(name, ran)),
      ['ours / harmonic', '', meanOf(times), seeds.length > 1 ? unsure(times) : '', ...NOTHING],
    ],
    reached: isQuick ? undefined : meanOf(times) >= 1.6 && gini <= 0.15,
    remark: [
      '1.6 times the matches of the harmonic mean of the same learned chances, exposure Gini for each free seat .15',
      `played on communities ${seeds.join(', ')}, settings picked on ${TUNED_ON.join(', ')} and 1 to 3`,
    ].join('; '),
  }
}

const KEYS = ['first', 'matched', 'gini', 'asked', 'accepted', 'requests', 'most', 'each', 'helped', 'well'] as const
type Played = Record<(typeof KEYS)[number], number>

// One community after the other, so that only one is held at a time.
const playedAll = (market: Market): Record<string, Played> =>
  Object.fromEntries(WAYS.map(({ name, way }) => [name, measured(market, market.played(way(market), ROUNDS))]))

function measured({ people, truth }: Market, ran: Ran): Played {
  const { matched, seen, asked } = ran
  const [mentees, requests, matches] = [people.mentees.length, sumOf([...asked]), matched.length || 1]
  const helped = sumOf(matched.map(({ mentee, mentor }) => truth(mentee, mentor).succeeds))
  return {
    first: (100 * matched.filter(({ round }) => round === 0).length) / mentees,
    matched: (100 * matched.length) / mentees,
    gini: exposureGini(ran),
    asked: (100 * requests) / (seen.length || 1),
    accepted: (100 * seen.filter(({ accepted }) => accepted).length) / (requests || 1),
    ...{ requests: requests / asked.length, most: Math.max(...asked), each: requests / matches },
    ...{ helped, well: helped / matches },
  }
}

const sumOf = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0)

function rowOf(name: string, ran: Played[]): (string | number)[] {
  const [first = 0, matched = 0, ...rest] = KEYS.map((key) => meanOf(ran.map((one) => one[key])))
  return [name, first, matched, ran.length > 1 ? unsure(ran.map((one) => one.matched)) : '', ...rest]
}

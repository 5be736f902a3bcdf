import { foresee } from '#workers/matching/learning/judging/foreseeing.ts'
import { judge } from '#workers/matching/learning/judging/gate.ts'
import {
  type Learned,
  leaningOf,
  lossAt,
  nothingLearned,
  type Prior,
} from '#workers/matching/learning/weights/learned.ts'
import { learn } from '#workers/matching/learning/weights/logistic.ts'
import { BELIEVED, KNOWN, type Simulated, simulated } from '#workers/matching/simulator/outcomes.ts'
import { meanOf, slopeOf, spreadOf } from './lines.ts'
import { heap, takeRubbishAway } from './solving.ts'
import type { Table } from './table.ts'

const RULES = nothingLearned(BELIEVED)
const WITHOUT_PRIOR: Prior = {
  ...{ of: new Float64Array(KNOWN), bias: 0 },
  ...{ sure: new Float64Array(KNOWN).fill(1e-6), sureOfBias: 1e-6 },
}

// T10: the prior, what is learned, and what the gate lets through, on outcomes to come of a world that is no sum.
export function learning(isQuick: boolean): Table {
  const sizes = isQuick ? [100, 300, 1_000] : [100, 300, 1_000, 3_000, 10_000, 50_000]
  const seeds = Array.from({ length: isQuick ? 5 : 20 }, (_, at) => at + 1)
  const found = sizes.map((many) => ({ many, ran: seeds.map((seed) => ranOnce(seed, many)) }))
  const rows = found.map(({ many, ran }) => [many, ...described(ran)])
  const slope = (of: 'seconds' | 'megabytes') =>
    slopeOf(found.map(({ many, ran }) => [Math.log(many), Math.log(meanOf(ran.map((one) => one[of])))]))
  const isNeverBelow = found.every(({ ran }) =>
    (['learned', 'gated'] as const).every((of) => meanOf(ran.map((one) => one.prior - one[of])) >= 0),
  )
  const last = found.at(-1)?.ran ?? []
  return {
    title: `T10 learning from N outcomes, ${seeds.length} communities, log-loss on 10,000 to come`,
    head: HEAD,
    rows: [...rows, ['slope by N', ...HEAD.slice(3).map(() => ''), slope('seconds'), slope('megabytes')]],
    reached: isQuick ? undefined : isNeverBelow && meanOf(last.map(shareOf)) >= 0.7,
    remark: 'never below the prior on average, and 70 % of the way to what anyone could know at 50,000',
  }
}

const HEAD = [
  ...['N', 'prior', 'without prior', 'learned', 'published', 'reachable', 'gain, 95 %', '% of the way'],
  ...['learned worse', 'published worse', 'seconds', 'heap MB'],
]

type Ran = Record<'prior' | 'plain' | 'learned' | 'gated' | 'reachable' | 'seconds' | 'megabytes', number>

function ranOnce(seed: number, many: number): Ran {
  const seen = simulated(seed, many).map((one, at) => ({ ...one, at }))
  const toCome = simulated(seed, 10_000, 'to come')
  takeRubbishAway()
  const before = heap()
  const start = performance.now()
  const head = learn(seen, BELIEVED)
  const seconds = (performance.now() - start) / 1000
  const megabytes = heap() - before
  const learned = lossOf(head, toCome)
  const verdict = judge(foresee(seen, { head: RULES, learnedUntil: -1 }, (some) => learn(some, BELIEVED)))
  const prior = lossOf(RULES, toCome)
  return {
    ...{ prior, learned, seconds, megabytes, gated: verdict.publish ? learned : prior },
    plain: lossOf(learn(seen, WITHOUT_PRIOR), toCome),
    reachable: meanOf(toCome.map(({ reachable, happened }) => -Math.log(happened ? reachable : 1 - reachable))),
  }
}

function described(ran: Ran[]): (string | number)[] {
  const mean = (of: keyof Ran) => meanOf(ran.map((one) => one[of]))
  const gains = ran.map(({ prior, gated }) => prior - gated)
  const worse = (of: 'learned' | 'gated') => `${ran.filter((one) => one[of] > one.prior).length} of ${ran.length}`
  return [
    ...[mean('prior'), mean('plain'), mean('learned'), mean('gated'), mean('reachable')].map((loss) => loss.toFixed(4)),
    `${meanOf(gains).toFixed(4)} ± ${((1.96 * spreadOf(gains)) / Math.sqrt(ran.length)).toFixed(4)}`,
    ...[100 * meanOf(ran.map(shareOf)), worse('learned'), worse('gated'), mean('seconds'), mean('megabytes')],
  ]
}

const shareOf = ({ prior, gated, reachable }: Ran) => (prior - gated) / (prior - reachable)

const lossOf = (head: Learned, toCome: Simulated[]) =>
  meanOf(toCome.map((one) => lossAt(leaningOf(head, one), one.happened ? 1 : 0)))

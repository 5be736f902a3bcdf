import { certify } from '#workers/matching/assignment/certificate.ts'
import { inOrder } from '#workers/matching/assignment/order.ts'
import { runOf } from '#workers/matching/assignment/run.ts'
import { advance, answerOf } from '#workers/matching/assignment/solving.ts'
import { isDone } from '#workers/matching/assignment/state.ts'
import { narrowed } from '#workers/matching/assignment/worths/narrowed.ts'
import { aCommunity } from './community.ts'
import { scoringAhead } from './scoring-ahead.ts'
import { shelfOnDisk } from './shelf.ts'
import { heap, solved, takeRubbishAway } from './solving.ts'
import type { Table } from './table.ts'
import { timed } from './timed.ts'

const WIDTH = 200
const SEATS_EACH = 1.1

// T2: too many pairs to look at twice. Each mentee keeps the 200 best at the prices of the moment they were looked at.
export async function greatProgram(isQuick: boolean): Promise<Table> {
  const small = isQuick ? 1_000 : 10_000
  const great = isQuick ? 2_000 : 100_000
  const beside = solved(() => aCommunity(small, 0.4 * small, 1, SEATS_EACH)).certificate.primal
  const first = await onLists(small)
  const second = await onLists(great)
  const { took, megabytes, scored, gap } = second
  return {
    title: `T2 on lists of ${WIDTH}, two cores, a tenth more seats than mentees`,
    head: [
      ...['mentees', 'mentors', 'worth', 'gap on lists', '% of the best', 'left out'],
      ...['solved s', 'CPU s solving', 'CPU s scoring', 'checked CPU s', 'MB more', 'MB scored from'],
    ],
    rows: [rowOf(small, first, (100 * first.primal) / beside), rowOf(great, second, '')],
    reached: gap === 0 && took.seconds <= 600 && Math.max(megabytes, scored) < 128,
    remark: '10 minutes with scoring, 128 MB in the job that places, 128 in the one that scores',
  }
}

type Found = Awaited<ReturnType<typeof onLists>>

const rowOf = (
  mentees: number,
  { primal, gap, leftOut, took, checked, megabytes, scored }: Found,
  ofBest: number | '',
) => [
  ...[mentees, 0.4 * mentees, primal, gap, ofBest, leftOut],
  ...[took.seconds, took.ownCpu, took.cpu - took.ownCpu, checked.ownCpu, megabytes, scored],
]

async function onLists(mentees: number) {
  const mentors = 0.4 * mentees
  const { vectors, ...problem } = aCommunity(mentees, mentors, 1, SEATS_EACH)
  const before = inUse()
  const taking = timed()
  const { ordered, menteeAt, mentorAt } = inOrder(problem)
  const byColumn = { ...vectors, mentors: inColumns(vectors.mentors, mentorAt, vectors.length) }
  const ahead = scoringAhead(byColumn, menteeAt)
  const shelf = shelfOnDisk(mentees, WIDTH)
  const run = runOf({
    ...ordered,
    worths: narrowed(ahead, { mentors, width: WIDTH, price: () => run.state.price, shelf }),
  })
  let megabytes = 0
  for (let round = 0; !isDone(run.state); round++) {
    advance(run)
    if (round % 200 === 0) megabytes = Math.max(megabytes, inUse())
  }
  const took = taking()
  const checking = timed()
  const { primal, gap } = certify(run.problem, answerOf(run))
  const checked = checking()
  await ahead.close()
  shelf.close()
  const leftOut = run.state.placeOf.filter((place) => place === run.outside).length
  const scored = (vectors.mentees.byteLength + vectors.mentors.byteLength + ahead.bytes) / 1e6
  return { primal, gap, leftOut, took, checked, megabytes: megabytes - before, scored }
}

function inUse(): number {
  takeRubbishAway()
  return heap()
}

function inColumns(mentors: Int8Array, order: Int32Array, length: number): Int8Array {
  const columns = new Int8Array(new SharedArrayBuffer(mentors.length))
  order.forEach((from, at) => {
    columns.set(mentors.subarray(from * length, (from + 1) * length), at * length)
  })
  return columns
}

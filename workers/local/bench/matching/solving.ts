import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Certificate, certify } from '#workers/matching/assignment/certificate.ts'
import { inOrder } from '#workers/matching/assignment/order.ts'
import type { Problem } from '#workers/matching/assignment/problem.ts'
import { runOf } from '#workers/matching/assignment/run.ts'
import { type Answer, advance, answerOf } from '#workers/matching/assignment/solving.ts'
import { isDone } from '#workers/matching/assignment/state.ts'
import { type Took, timed } from './timed.ts'

export type Solved = { answer: Answer; certificate: Certificate; took: Took; checked: Took; megabytes: number }

// Memory is what the problem and its solving take beside what was there before; what making it up left behind is not theirs.
export function solved(make: () => Problem): Solved {
  takeRubbishAway()
  const before = heap()
  const problem = make()
  takeRubbishAway()
  const taking = timed()
  const { ordered, asGiven } = inOrder(problem)
  const run = runOf(ordered)
  let most = 0
  while (!isDone(run.state)) {
    advance(run)
    most = Math.max(most, heap())
  }
  const answer = asGiven(answerOf(run))
  const took = taking()
  const checking = timed()
  const certificate = certify(problem, answer)
  return { answer, certificate, took, checked: checking(), megabytes: most - before }
}

// What is in use, rubbish not yet taken away included.
export function heap(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

// So that what was used before is not counted, or taken away while we count.
export function takeRubbishAway(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

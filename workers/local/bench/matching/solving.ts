import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Certificate, certify } from '#workers/matching/assignment/certificate.ts'
import { inOrder } from '#workers/matching/assignment/order.ts'
import type { Problem } from '#workers/matching/assignment/problem.ts'
import { runOf } from '#workers/matching/assignment/run.ts'
import { type Answer, advance, answerOf } from '#workers/matching/assignment/solving.ts'
import { isDone } from '#workers/matching/assignment/state.ts'

export type Solved = { answer: Answer; certificate: Certificate; seconds: number; checkedIn: number; megabytes: number }

export function solved(problem: Problem): Solved {
  const start = performance.now()
  const { ordered, asGiven } = inOrder(problem)
  const run = runOf(ordered)
  let most = 0
  while (!isDone(run.state)) {
    advance(run)
    most = Math.max(most, heap())
  }
  const answer = asGiven(answerOf(run))
  const end = performance.now()
  const certificate = certify(problem, answer)
  const checkedIn = (performance.now() - end) / 1000
  return { answer, certificate, seconds: (end - start) / 1000, checkedIn, megabytes: most }
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

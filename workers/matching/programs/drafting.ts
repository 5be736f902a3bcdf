import type { Found } from '#db/schema/mentoring/pairings.ts'
import { certify } from '../assignment/certificate.ts'
import { inOrder } from '../assignment/order.ts'
import { LEFT_OUT, type Problem, type Worths } from '../assignment/problem.ts'
import { type Run, runOf } from '../assignment/run.ts'
import { type Answer, answerOf, finish } from '../assignment/solving.ts'
import { choicesOf } from '../assignment/stability/choices.ts'
import { everyPair } from '../assignment/stability/every-pair.ts'
import { blockingPairs } from '../assignment/stability/stable.ts'
import { type Alone, leftOutIn } from './leaving-out.ts'
import { BEST, caring, problemOf, tableOf, welcomeOf, wishOf, worthOf } from './problem.ts'
import { relaxedRules } from './relaxing.ts'
import { type Rest, restOf, type Setting, type Together, togetherIn } from './setting.ts'
import { isSmall, stopsOf } from './stops.ts'

export type Drafted = { together: Together[]; leftOut: Alone[]; found: Found }

// Who is with whom, with the proof: the whole of a program in one go.
export function draftOf(setting: Setting): Drafted {
  const rest = restOf(setting)
  const worths = tableOf(rest, worthOf)
  const problem = caring(problemOf(rest, worths), rest.rules.balance)
  const { ordered, asGiven, ...order } = inOrder(problem)
  const run = finish(runOf(ordered))
  return drafted(rest, { problem, run, worths, answer: asGiven(answerOf(run)), ...order })
}

export type Solved = {
  problem: Problem
  run: Run
  worths: Worths
  answer: Answer
  menteeAt: Int32Array
  mentorAt: Int32Array
}

export function drafted(rest: Rest, solved: Solved): Drafted {
  const { problem, answer } = solved
  const stops = stopsOf(rest, { worths: solved.worths, mentorOf: answer.mentorOf })
  const own = rest.rules.balance < BEST ? stops.find(({ balance }) => balance === rest.rules.balance) : undefined
  const mentorOf = own?.mentorOf ?? answer.mentorOf
  const leftOut = leftOutIn(rest, solved, mentorOf)
  return {
    together: [...rest.settled, ...togetherIn(rest, mentorOf)],
    leftOut,
    found: {
      proof: own ? null : certify(problem, answer),
      stops: stops.map(({ mentorOf: _, ...stop }) => stop),
      relaxed:
        leftOut.length > 0 && isSmall(rest.participants.length * rest.mentors.length) ? relaxedRules(rest, solved) : [],
      prices: own ? {} : pricesOf(rest, answer),
    },
  }
}

const pricesOf = (rest: Rest, { seatPrices, groupPrices }: Answer): Found['prices'] =>
  Object.fromEntries([
    ...rest.mentors.map(({ id }, at) => [id, seatPrices[at] ?? 0]),
    ...groupIds(rest).map((id, at) => [id, groupPrices[at] ?? 0]),
  ])

const groupIds = ({ groups }: Pick<Rest, 'groups'>) => ['', ...groups.map(({ id }) => id)]

// The same sum once more, from what was kept, by the file that knows nothing of how it was found.
export function checkedAgain(
  setting: Setting,
  { together, prices }: { together: Together[]; prices: Found['prices'] },
) {
  const rest = restOf(setting)
  const at = new Map(rest.mentors.map(({ id }, n) => [id, n]))
  const mentorIdOf = new Map(together.map(({ participantId, mentorId }) => [participantId, mentorId]))
  const claim = {
    mentorOf: Int32Array.from(rest.participants, ({ id }) => at.get(mentorIdOf.get(id) ?? '') ?? LEFT_OUT),
    seatPrices: Float64Array.from(rest.mentors, ({ id }) => prices[id] ?? 0),
    groupPrices: Float64Array.from(groupIds(rest), (id) => prices[id] ?? 0),
  }
  return certify(caring(problemOf(rest), rest.rules.balance), claim)
}

// How many of the rest would rather have each other than whom they have.
export function blockingIn(setting: Setting, together: Together[]): number {
  const rest = restOf(setting)
  const problem = problemOf(rest)
  const pairs = everyPair(problem, tableOf(rest, wishOf), tableOf(rest, welcomeOf))
  const isTogether = new Set(together.map(({ participantId, mentorId }) => `${participantId} ${mentorId}`))
  const isPaired = Uint8Array.from(pairs.mentee, (mentee, pair) =>
    isTogether.has(`${problem.mentees[mentee]} ${problem.mentors[pairs.mentor[pair] ?? 0]}`) ? 1 : 0,
  )
  return blockingPairs(choicesOf(problem, pairs), isPaired)
}

import type { Relaxed } from '#db/schema/mentoring/pairings.ts'
import { copied, groupWidens, seatOpens } from '../assignment/changes/changes.ts'
import { LEFT_OUT } from '../assignment/problem.ts'
import type { Run } from '../assignment/run.ts'
import { solve } from '../assignment/solving.ts'
import { CAN_BE_A_MUST, importanceOf } from './counting.ts'
import type { Solved } from './drafting.ts'
import { caring, looksAt, problemOf, worthOf } from './problem.ts'
import type { Rest, Together } from './setting.ts'

// Which one rule, relaxed alone, would place how many more (MAT-B4). Seats and groups are tried on copies of what was found,
// the other rules by pairing anew.
export function relaxedRules(rest: Rest, solved: Solved): Relaxed[] {
  const { run, mentorAt } = solved
  const before = leftOut(run)
  const seats = [...mentorAt].map((at, mentor) => ({
    ...{ rule: 'seat' as const, about: rest.mentors[at]?.id ?? '' },
    places: isDear(run, mentor) ? before - leftOut(seatOpens(copied(run), mentor)) : 0,
  }))
  const groups = rest.groups.map(({ id }, at) => ({
    ...{ rule: 'group' as const, about: id },
    places: before - leftOut(groupWidens(copied(run), at + 1)),
  }))
  return [...seats, ...groups, ...topics(rest, before), ...bonds(rest, solved, before)]
    .filter(({ places }) => places > 0)
    .sort((one, other) => other.places - one.places || (one.about < other.about ? -1 : 1))
}

function topics(rest: Rest, before: number): Relaxed[] {
  const musts = CAN_BE_A_MUST.filter((topic) => importanceOf(rest.rules, topic) === 'must')
  return musts.map((topic) => {
    const counts = { ...rest.rules.counts, [topic]: 'strong' as const }
    return { rule: 'topic', about: topic, places: before - leftOutIn({ ...rest, rules: { ...rest.rules, counts } }) }
  })
}

// A pair that would not beat the prices changes nothing: only for the others everybody is paired anew.
function bonds(rest: Rest, solved: Solved, before: number): Relaxed[] {
  return rest.bonds
    .filter(({ bond }) => bond === 'never')
    .map((two) => ({ two, without: { ...rest, bonds: rest.bonds.filter((bond) => bond !== two) } }))
    .filter(({ two, without }) => wouldPay(without, solved, two))
    .map(({ two, without }) => ({
      rule: 'never',
      about: `${two.participantId} ${two.mentorId}`,
      places: before - leftOutIn(without),
    }))
}

// w - y of the pair, beside w - y of the place one has.
function wouldPay(rest: Rest, { problem, worths, answer }: Solved, { participantId, mentorId }: Together): boolean {
  const mentee = problem.mentees.indexOf(participantId)
  const mentor = problem.mentors.indexOf(mentorId)
  const [seeker, other] = [rest.participants[mentee], rest.mentors[mentor]]
  const leanings = seeker && other && looksAt(rest)(seeker, other)
  if (!leanings) return false
  const own = answer.mentorOf[mentee] ?? LEFT_OUT
  const row = new Int32Array(problem.mentors.length)
  worths.fill(Int32Array.of(mentee), 1, row)
  const has =
    own === LEFT_OUT ? -(problem.costOfLeavingOut[mentee] ?? 0) : (row[own] ?? 0) - (answer.seatPrices[own] ?? 0)
  return worthOf(leanings) - (answer.seatPrices[mentor] ?? 0) > has
}

const leftOutIn = (rest: Rest) =>
  solve(caring(problemOf(rest), rest.rules.balance)).mentorOf.filter((mentor) => mentor === LEFT_OUT).length

const isDear = ({ state, mentors, problem }: Run, mentor: number) =>
  (state.price[mentor] ?? 0) > (state.price[mentors + (problem.groupOf[mentor] ?? 0)] ?? 0)

const leftOut = ({ state, outside }: Run): number => state.placeOf.filter((place) => place === outside).length

import type { Relaxed } from '#db/schema/mentoring/pairings.ts'
import { copied, seatOpens } from '../assignment/changes/changes.ts'
import { LEFT_OUT } from '../assignment/problem.ts'
import type { Run } from '../assignment/run.ts'
import { solve } from '../assignment/solving.ts'
import { CAN_BE_A_MUST, importanceOf } from './counting.ts'
import { caring, problemOf } from './problem.ts'
import type { Rest } from './setting.ts'

// Which one rule, relaxed alone, would place how many more (MAT-B4). Seats are tried on copies of what was found, the
// other rules by pairing anew.
export function relaxedRules(rest: Rest, { run, mentorAt }: { run: Run; mentorAt: Int32Array }): Relaxed[] {
  const before = leftOut(run)
  const seats = [...mentorAt].map((at, mentor) => ({
    ...{ rule: 'seat' as const, about: rest.mentors[at]?.id ?? '' },
    places: isDear(run, mentor) ? before - leftOut(seatOpens(copied(run), mentor)) : 0,
  }))
  return [...seats, ...topics(rest, before), ...bonds(rest, before)]
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

function bonds(rest: Rest, before: number): Relaxed[] {
  return rest.bonds
    .filter(({ bond }) => bond === 'never')
    .map((two) => ({
      rule: 'never',
      about: `${two.participantId} ${two.mentorId}`,
      places: before - leftOutIn({ ...rest, bonds: rest.bonds.filter((bond) => bond !== two) }),
    }))
}

const leftOutIn = (rest: Rest) =>
  solve(caring(problemOf(rest), rest.rules.balance)).mentorOf.filter((mentor) => mentor === LEFT_OUT).length

const isDear = ({ state, mentors, problem }: Run, mentor: number) =>
  (state.price[mentor] ?? 0) > (state.price[mentors + (problem.groupOf[mentor] ?? 0)] ?? 0)

const leftOut = ({ state, outside }: Run): number => state.placeOf.filter((place) => place === outside).length

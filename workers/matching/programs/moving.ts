import { LEFT_OUT } from '../assignment/problem.ts'
import { solve } from '../assignment/solving.ts'
import { everyPair } from '../assignment/stability/every-pair.ts'
import { alongSlider } from '../assignment/stability/slider.ts'
import { BEST, caring, looksAt, MOST_WORTH, problemOf, tableOf, welcomeOf, wishOf, worthOf } from './problem.ts'
import { type Rest, restOf, type Setting, type Together, togetherIn } from './setting.ts'

// Somebody goes to this mentor by hand: by how much all pairs are worth less than now, in ten-thousandths of a fit, and who
// else is then with somebody else, or with nobody.
export type Move = { mentorId: string; lost: number; moved: string[]; leftOut: string[] }

type Hand = { participantId: string; mentorId: string; now: Together[] }

export function moveByHand(setting: Setting, { participantId, mentorId, now }: Hand): Move {
  if (mentorsOf(now).get(participantId) === mentorId) return { mentorId, lost: 0, moved: [], leftOut: [] }
  const others = setting.settled.filter((two) => two.participantId !== participantId)
  const after = paired({ ...setting, settled: [...others, { participantId, mentorId }] })
  const mentorBefore = mentorsOf(now)
  const mentorAfter = mentorsOf(after)
  const ids = setting.participants.map(({ id }) => id).filter((id) => id !== participantId)
  return {
    mentorId,
    lost: worthOfAll(setting, now) - worthOfAll(setting, after),
    moved: ids.filter((id) => mentorAfter.has(id) && mentorAfter.get(id) !== mentorBefore.get(id)),
    leftOut: ids.filter((id) => mentorBefore.has(id) && !mentorAfter.has(id)),
  }
}

// Whether the mentor has a seat that nobody holds for good, and so has their group.
export const hasSeatFor = (setting: Setting, { participantId, mentorId }: Together): boolean => {
  const others = setting.settled.filter((two) => two.participantId !== participantId)
  const at = setting.mentors.findIndex(({ id }) => id === mentorId)
  const { seats, groupOf, groupCaps } = restOf({ ...setting, settled: others })
  return (seats[at] ?? 0) > 0 && (groupCaps[groupOf[at] ?? 0] ?? 0) > 0
}

const mentorsOf = (together: Together[]) => new Map(together.map((two) => [two.participantId, two.mentorId]))

// Who is with whom, without the figures.
export function paired(setting: Setting): Together[] {
  const rest = restOf(setting)
  return [...rest.settled, ...togetherIn(rest, mentorOf(rest))]
}

function mentorOf(rest: Rest): Int32Array {
  const worths = tableOf(rest, worthOf)
  const problem = problemOf(rest, worths)
  const { balance } = rest.rules
  if (balance >= BEST) return solve(caring(problem, balance)).mentorOf
  const pairs = everyPair(problem, tableOf(rest, wishOf), tableOf(rest, welcomeOf))
  return (
    alongSlider(problem, pairs, [balance / 2], MOST_WORTH)[0]?.mentorOf ??
    new Int32Array(rest.participants.length).fill(LEFT_OUT)
  )
}

function worthOfAll(setting: Setting, together: Together[]): number {
  const look = looksAt(restOf({ ...setting, settled: [] }))
  const people = new Map([...setting.participants, ...setting.mentors].map((person) => [person.id, person]))
  return together.reduce((sum, two) => {
    const [seeker, mentor] = [people.get(two.participantId), people.get(two.mentorId)]
    const leanings = seeker && mentor && look(seeker, mentor)
    return sum + (leanings ? worthOf(leanings) : 0)
  }, 0)
}

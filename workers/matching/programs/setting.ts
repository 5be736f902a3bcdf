import type { PairingGroup, PairingRules } from '#db/schema/mentoring/pairings.ts'
import type { Known, Person } from '../fit/person.ts'

export type Bond = { participantId: string; mentorId: string; bond: 'must' | 'never' }
// One's place for the other in their own list, from 1; 0 is rather not.
export type Choice = { memberId: string; otherId: string; place: number }
export type Together = { participantId: string; mentorId: string }

// A program that is to be paired: who takes part, what counts, who takes how many together, and what is settled already. A
// mentor's seats are free ones.
export type Setting = {
  participants: Person[]
  mentors: Person[]
  known: Known
  rules: PairingRules
  bonds: Bond[]
  choices: Choice[]
  settled: Together[]
  groups: PairingGroup[]
  seed: number
}

// groupOf: 0 for whoever is in no group, which takes everybody; then the groups in their order.
export type Rest = Setting & { seats: Int32Array; fewest: Int32Array; groupOf: Int32Array; groupCaps: Int32Array }

// Whoever is settled, or must be together, is taken out with the seat they have: the rest is paired around them.
export function restOf(setting: Setting): Rest {
  const settled = settledIn(setting)
  const isSettled = new Set(settled.map(({ participantId }) => participantId))
  const takenFrom = (mentorId: string) => settled.filter((pair) => pair.mentorId === mentorId).length
  const { rules, mentors } = setting
  const taken = mentors.map(({ id }) => takenFrom(id))
  const seats = mentors.map((mentor, n) =>
    Math.max(0, Math.min(mentor.seats, rules.most ?? mentor.seats) - (taken[n] ?? 0)),
  )
  return {
    ...setting,
    settled,
    participants: setting.participants.filter(({ id }) => !isSettled.has(id)),
    seats: Int32Array.from(seats),
    fewest: Int32Array.from(seats, (free, n) => Math.min(free, Math.max(0, rules.fewest - (taken[n] ?? 0)))),
    ...groupsOf(setting, settled),
  }
}

function groupsOf({ groups, mentors, participants }: Setting, settled: Together[]) {
  const many = participants.length - settled.length
  const taken = ({ mentorIds }: PairingGroup) => settled.filter(({ mentorId }) => mentorIds.includes(mentorId)).length
  const caps = groups.map((group) => Math.max(0, roomIn(group) - taken(group)))
  return {
    groupOf: Int32Array.from(mentors, ({ id }) => 1 + groups.findIndex(({ mentorIds }) => mentorIds.includes(id))),
    groupCaps: Int32Array.of(Math.max(1, many), ...caps),
  }
}

export const roomIn = ({ most, begun }: PairingGroup): number => Math.max(0, most - begun)

// What was locked by hand comes before a rule, as long as the mentor and their group have a place; of whoever left the program
// nothing is kept.
function settledIn({ settled, bonds, participants, mentors, groups }: Setting): Together[] {
  const here = new Set(participants.map(({ id }) => id))
  const mentorOf = new Map<string, string>()
  const room = new Map([
    ...mentors.map(({ id, seats }) => [id, seats] as const),
    ...groups.map((group) => [group.id, roomIn(group)] as const),
  ])
  const groupOf = new Map(groups.flatMap(({ id, mentorIds }) => mentorIds.map((mentorId) => [mentorId, id])))
  for (const { participantId, mentorId } of [...settled, ...bonds.filter(({ bond }) => bond === 'must')]) {
    const places = [mentorId, groupOf.get(mentorId) ?? mentorId]
    const hasRoom = places.every((place) => (room.get(place) ?? 0) > 0)
    if (!here.has(participantId) || !hasRoom || mentorOf.has(participantId)) continue
    mentorOf.set(participantId, mentorId)
    for (const place of new Set(places)) room.set(place, (room.get(place) ?? 0) - 1)
  }
  return [...mentorOf].map(([participantId, mentorId]) => ({ participantId, mentorId }))
}

export function togetherIn(
  { participants, mentors }: Pick<Setting, 'participants' | 'mentors'>,
  mentorOf: Int32Array,
): Together[] {
  return participants.flatMap(({ id }, at) => {
    const mentor = mentors[mentorOf[at] ?? -1]
    return mentor ? [{ participantId: id, mentorId: mentor.id }] : []
  })
}

import type { LeftOut } from '#db/schema/mentoring/pairings.ts'
import { reasons } from '../assignment/changes/reasons.ts'
import { LEFT_OUT, NEVER } from '../assignment/problem.ts'
import type { Solved } from './drafting.ts'
import type { Rest } from './setting.ts'

export type Alone = { participantId: string } & LeftOut

// Why whoever is with nobody is, and which one place more would help them.
export function leftOutIn(rest: Rest, { run, worths, menteeAt, mentorAt }: Solved, mentorOf: Int32Array): Alone[] {
  const { isFull, groupsAmong } = fullIn(rest, mentorOf)
  const helps = new Map(reasons(run).map((reason) => [menteeAt[reason.mentee] ?? 0, reason]))
  const row = new Int32Array(rest.mentors.length)
  return [...mentorOf.keys()].flatMap((at) => {
    const who = rest.participants[at]
    if (mentorOf[at] !== LEFT_OUT || !who) return []
    worths.fill(Int32Array.of(at), 1, row)
    const qualified = [...row.keys()].filter((mentor) => row[mentor] !== NEVER)
    const { oneMoreSeat, oneMorePlace } = helps.get(at) ?? {}
    return [
      {
        ...{ participantId: who.id, qualified: qualified.length, full: qualified.filter(isFull).length },
        inFullGroups: groupsAmong(qualified),
        seatWith: oneMoreSeat === undefined ? null : (rest.mentors[mentorAt[oneMoreSeat] ?? 0]?.id ?? null),
        placeFor: oneMorePlace ? (rest.groups[oneMorePlace - 1]?.name ?? null) : null,
      },
    ]
  })
}

// Mentors without a free seat; and of those who have one, whose group takes nobody more.
function fullIn({ mentors, seats, groups, groupOf, groupCaps }: Rest, mentorOf: Int32Array) {
  const taken = new Int32Array(mentors.length)
  const together = new Int32Array(groupCaps.length)
  for (const mentor of mentorOf) {
    if (mentor < 0) continue
    const group = groupOf[mentor] ?? 0
    taken[mentor] = (taken[mentor] ?? 0) + 1
    together[group] = (together[group] ?? 0) + 1
  }
  const isFull = (mentor: number) => (taken[mentor] ?? 0) >= (seats[mentor] ?? 0)
  const groupsAmong = (some: number[]) =>
    groups
      .map(({ name, most }, n) => ({
        ...{ name, most, isFull: (together[n + 1] ?? 0) >= (groupCaps[n + 1] ?? 0) },
        mentors: some.filter((mentor) => groupOf[mentor] === n + 1 && !isFull(mentor)).length,
      }))
      .flatMap(({ isFull: isGroupFull, ...group }) => (isGroupFull && group.mentors > 0 ? [group] : []))
  return { isFull, groupsAmong }
}

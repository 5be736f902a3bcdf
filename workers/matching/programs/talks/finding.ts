import type { Person } from '../../fit/person.ts'
import { firstFreeHours, mondayOf } from '../../weeks.ts'
import { paired } from '../moving.ts'
import { EVERYBODY } from '../problem.ts'
import type { Setting, Together } from '../setting.ts'

export type Talk = Together & { freeAt: Date | null }

const ROUNDS = 3
const FOR_A_PLACE = 3
export const MOST_FOR_A_MENTOR = 6
const HOURS = 60
const HALF_HOUR = 30 * 60_000

// So many rounds of pairing, in each only mentors whom one was not given before: everybody's first talk is found before
// anybody's second. Whoever had talks proposed, or must be with somebody, needs none.
export function talksOf(setting: Setting, had: Together[]): Together[] {
  const has = new Set([...had, ...setting.bonds.filter(({ bond }) => bond === 'must')].map((two) => two.participantId))
  const participants = setting.participants.filter(({ id }) => !has.has(id))
  const talks = [...had]
  for (let round = 0; participants.length > 0 && round < ROUNDS; round++)
    talks.push(...paired(oneRound({ ...setting, participants }, talks)))
  return talks.slice(had.length)
}

// Three talks for each free place, and no mentor more than six, however many they take together with others.
function oneRound({ rules, ...setting }: Setting, talks: Together[]): Setting {
  const apart = talks.map((two) => ({ ...two, bond: 'never' as const }))
  const roomOf = ({ id, seats }: { id: string; seats: number }) =>
    Math.min(MOST_FOR_A_MENTOR, FOR_A_PLACE * Math.min(seats, rules.most ?? seats)) -
    talks.filter(({ mentorId }) => mentorId === id).length
  return {
    ...setting,
    settled: [],
    groups: [],
    mentors: setting.mentors.map((mentor) => ({ ...mentor, seats: Math.max(0, roomOf(mentor)) })),
    bonds: [...setting.bonds.filter(({ bond }) => bond === 'never'), ...apart],
    rules: { ...rules, balance: EVERYBODY, fewest: 0, most: null },
  }
}

// The first hour from tomorrow on that both have, and neither was given for another talk.
export function withHours(people: Pick<Person, 'id' | 'weeks'>[], talks: Together[], now: Date): Talk[] {
  const weeks = new Map(people.map((one) => [one.id, one.weeks]))
  const soon = now.getTime() + 48 * HALF_HOUR
  const given = new Set<string>()
  return talks.map(({ participantId, mentorId }) => {
    const [one, other] = [weeks.get(participantId), weeks.get(mentorId)]
    const free = one && other ? firstFreeHours(mondayOf(now), { one, other, most: HOURS }) : []
    const keys = (at: Date) =>
      [participantId, mentorId].flatMap((id) => [`${id} ${at.getTime()}`, `${id} ${at.getTime() + HALF_HOUR}`])
    const freeAt = free.find((at) => at.getTime() > soon && !keys(at).some((key) => given.has(key))) ?? null
    if (freeAt) for (const key of keys(freeAt)) given.add(key)
    return { participantId, mentorId, freeAt }
  })
}

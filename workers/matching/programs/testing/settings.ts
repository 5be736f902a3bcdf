import { dice } from '../../assignment/testing/problems.ts'
import { type Person, stranger } from '../../fit/person.ts'
import type { Setting } from '../setting.ts'

const SKILLS = ['weaving', 'dyeing', 'spinning', 'printing', 'singing']
const LANGUAGES = ['en', 'fr', 'sw']

export const RULES_AS_GIVEN: Setting['rules'] = {
  ...{ process: 'organiser', counts: {}, balance: 4, fewest: 0, most: null, asksOthers: true },
}

export type Size = { participants: number; mentors: number; seats: number }

// A program in which everybody has a skill or two, a language, and says something or nothing of hours.
export function aSetting(seed: number, { participants, mentors, seats }: Size, more: Partial<Setting> = {}): Setting {
  const roll = dice(seed)
  const some = (all: string[]) => all.filter(() => roll(3) === 0)
  const person = (id: string): Person => ({
    ...stranger(id),
    teaches: some(SKILLS).map((skill) => ({ skill, level: 1 + roll(5) })),
    learns: some(SKILLS).map((skill) => ({ skill, level: 1 + roll(3) })),
    languages: some(LANGUAGES),
    experience: roll(4),
    activity: roll(6),
  })
  return {
    participants: Array.from({ length: participants }, (_, n) => person(`p${n}`)),
    mentors: Array.from({ length: mentors }, (_, n) => ({ ...person(`m${n}`), seats: 1 + roll(seats) })),
    known: { rarenessOf: () => 0.6 },
    rules: RULES_AS_GIVEN,
    ...{ bonds: [], choices: [], settled: [], groups: [], seed: 7 },
    ...more,
  }
}

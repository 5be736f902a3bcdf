import { log } from '../../exact.ts'
import { type Held, type Person, stranger } from '../../fit/person.ts'
import { dice, hashOf } from '../../hashing.ts'
import { skillSpace } from '../../vectors/skill-space.ts'
import { addVector, asBytes, emptyVector } from '../../vectors/vectors.ts'
import { WEEKS } from '../../weeks.ts'
import { bell } from '../bell.ts'

// Who somebody is, and what of it they wrote down. Only `shown` may be matched by.
export type Somebody = {
  shown: Person
  holds: ReadonlyMap<string, number>
  wants: ReadonlyMap<string, number>
  values: Float64Array
  years: number
  quality: number
  charm: number
  eager: number
}
export type People = { mentors: Somebody[]; mentees: Somebody[]; earlier: Somebody[] }
export type Size = { mentees: number; mentors: number }

const TOPICS = 12
const IN_TOPIC = 8
const VALUES = 7
const SHORT_PROFILES = 0.25
const WRONG_PROFILES = 0.1
const MUST_HAVE_SKILLS = 3
const WORDS_IN_A_WEEK = 11

// As many seats as mentees, and earlier mentees from whom was learned.
export function aCommunity(seed: number, { mentees, mentors }: Size): People {
  const named = (kind: string, many: number) =>
    Array.from({ length: many }, (_, at) => somebody(`${kind} ${at}`, { seed, at, many }))
  const people = {
    mentors: named('mentor', mentors),
    mentees: named('mentee', mentees),
    earlier: named('earlier', mentees),
  }
  const chance = dice(hashOf('seats', seed))
  const seats = new Int32Array(mentors).fill(1)
  for (let left = mentees - mentors; left > 0; left--) {
    const at = Math.floor(mentors * chance())
    seats[at] = (seats[at] ?? 0) + 1
  }
  people.mentors = people.mentors.map((one, at) => ({ ...one, shown: { ...one.shown, seats: seats[at] ?? 1 } }))
  return people
}

type Making = { seed: number; at: number; many: number }

function somebody(id: string, { seed, at, many }: Making): Somebody {
  const chance = dice(hashOf(id, seed))
  const topics = [0, 1].map(() => Math.floor(TOPICS * chance() ** 1.5))
  const holds = skillsOf(topics, 2 + Math.floor(5 * chance()), chance)
  const wants = skillsOf(topics, 1 + Math.floor(4 * chance()), chance)
  const values = Float64Array.from({ length: VALUES }, () => Math.max(-1, Math.min(1, 0.6 * bell(chance))))
  const years = 1.5 + 0.8 * bell(chance) + (id.startsWith('mentor') ? 1 : 0)
  const hidden = { holds, wants, values, years, quality: bell(chance), eager: bell(chance) }
  // Zipf: the second is wished half as much as the first, the third a third; who is first says chance.
  const charm = log(many / (1 + stirredPlace(at, many))) - 1
  return { ...hidden, charm, shown: shownOf(id, hidden, chance) }
}

const stirredPlace = (at: number, many: number) => (at * 7919 + 13) % many

function skillsOf(topics: number[], many: number, chance: () => number): Map<string, number> {
  const skills = new Map<string, number>()
  for (let n = 0; n < many; n++) {
    const topic = topics[Math.floor(topics.length * chance())] ?? 0
    skills.set(`skill ${topic}-${Math.floor(IN_TOPIC * chance())}`, Math.floor(5 * chance()))
  }
  return skills
}

type Hidden = Pick<Somebody, 'holds' | 'wants' | 'values' | 'years'>

// A quarter say little, a tenth say it wrong, many do not answer how they like to work.
function shownOf(id: string, { holds, wants, values, years }: Hidden, chance: () => number): Person {
  const isShort = chance() < SHORT_PROFILES
  const isWrong = chance() < WRONG_PROFILES
  const written = (skills: ReadonlyMap<string, number>): Held[] =>
    [...(isWrong ? skillsOf([Math.floor(TOPICS * chance())], skills.size, chance) : skills)]
      .map(([skill, level]) => ({ skill, level: chance() < 0.7 ? level : null }))
      .slice(0, isShort ? Math.ceil(MUST_HAVE_SKILLS * chance()) : skills.size)
  const [teaches, learns] = [written(holds), written(wants)]
  const answers = chance() < 0.6
  return {
    ...stranger(id),
    ...{ teaches, learns, offer: vectorOf(teaches), need: vectorOf(learns), weeks: weeksOf(chance) },
    languages: chance() < 0.8 ? ['en'] : chance() < 0.5 ? ['en', 'es'] : ['es'],
    experience: Math.max(0, Math.min(3, Math.round(years))),
    ways: Array.from(values, (value) => (answers ? Math.round(2 * value) / 2 : null)),
  }
}

const { vectorOf: vectorOfSkill } = skillSpace(
  Array.from({ length: TOPICS * IN_TOPIC }, (_, n) => {
    const [topic, at] = [Math.floor(n / IN_TOPIC), n % IN_TOPIC]
    return { one: `skill ${topic}-${at}`, other: `skill ${topic}-${(at + 1) % IN_TOPIC}`, times: 5 }
  }),
)

const vectorOf = (skills: Held[]) =>
  asBytes(skills.reduce((sum, { skill }) => addVector(sum, vectorOfSkill(skill), 1), emptyVector()))

// One to three evenings of two hours, the same in each week.
function weeksOf(chance: () => number): Person['weeks'] {
  const weeks = new Uint32Array(WEEKS * WORDS_IN_A_WEEK)
  for (let evenings = 1 + Math.floor(3 * chance()); evenings > 0; evenings--) {
    const from = 48 * Math.floor(7 * chance()) + 34 + Math.floor(6 * chance())
    for (let halfHour = from; halfHour < from + 4; halfHour++)
      for (let week = 0; week < WEEKS; week++) {
        const word = week * WORDS_IN_A_WEEK + (halfHour >>> 5)
        weeks[word] = (weeks[word] ?? 0) | (1 << (halfHour & 31))
      }
  }
  return weeks
}

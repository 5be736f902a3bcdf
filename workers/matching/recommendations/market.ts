import type { Availability } from '#workers/lib/zones/weekly-hours.ts'
import { log } from '../exact.ts'
import type { Known, Person } from '../fit/person.ts'
import { skillSpace } from '../vectors/skill-space.ts'
import { addVector, asBytes, emptyVector, type Vector } from '../vectors/vectors.ts'
import { countText, noTexts, type Rareness, vectorOfText, weightsOf } from '../vectors/words.ts'
import { weeksFrom } from '../weeks.ts'
import type { Market, Told } from './reading-people.ts'

export type People = { me: Person; mentors: Person[]; known: Known }

const RELATED = 5
const SHARE_OF_WORDS = 0.5

// What was read, as numbers. How rare a word or a skill is says this market itself.
export function peopleOf({ me, mentors, related }: Market, monday: Date): People {
  const everybody = [me, ...mentors]
  const rareness = everybody.flatMap(({ brings, looksFor }) => [brings, looksFor]).reduce(countText, noTexts())
  const { vectorOf } = skillSpace(related.map(([one, other]) => ({ one, other, times: RELATED })))
  const making = { monday, rareness, vectorOf }
  return { me: personOf(me, making), mentors: mentors.map((one) => personOf(one, making)), known: knownOf(mentors) }
}

type Making = { monday: Date; rareness: Rareness; vectorOf: (skill: string) => Vector }

function personOf(told: Told, { monday, rareness, vectorOf }: Making): Person {
  const { answers, hours, experience, ways, zone, brings, looksFor, ...same } = told
  const vector = (held: Told['teaches'], text: string) =>
    asBytes(
      held.reduce(
        (sum, { skill }) => addVector(sum, vectorOf(skill), 1),
        addVector(emptyVector(), vectorOfText(text, rareness), SHARE_OF_WORDS),
      ),
    )
  return {
    ...same,
    experience,
    ways: ways.map((way) => way && way / 2),
    offer: vector(told.teaches, brings),
    need: vector(told.learns, looksFor),
    offerWords: weightsOf(brings, rareness),
    needWords: weightsOf(looksFor, rareness),
    weeks: hours && weeksFrom(monday, { ...hours, zone } satisfies Availability),
    asked: answers.asked,
    accepted: answers.accepted,
    hoursToAnswer: answers.hours,
    missed: 0,
    wishes: [],
  }
}

// A skill that few teach counts up to one, one that all teach hardly.
function knownOf(mentors: Told[]): Known {
  const teachers = new Map<string, number>()
  for (const { skill } of mentors.flatMap(({ teaches }) => teaches)) teachers.set(skill, (teachers.get(skill) ?? 0) + 1)
  const all = log(1 + mentors.length) || 1
  return {
    rarenessOf: (skill) => 0.2 + 0.8 * (log((1 + mentors.length) / (1 + (teachers.get(skill) ?? 0))) / all),
  }
}

import type { Suggested } from '#db/schema/matching.ts'
import type { Availability } from '#workers/lib/zones/weekly-hours.ts'
import { log } from '../../exact.ts'
import type { Known, Person } from '../../fit/person.ts'
import type { Thing } from '../../fit/things.ts'
import { type SkillSpace, skillSpace } from '../../vectors/skill-space.ts'
import { type TextSpace, textSpace } from '../../vectors/text-space.ts'
import { addVector, asBytes, emptyVector } from '../../vectors/vectors.ts'
import { countText, noTexts, type Rareness, weightsOf } from '../../vectors/words.ts'
import { weeksFrom } from '../../weeks.ts'
import type { InForce } from '../../weights/in-force.ts'
import type { Market, Told } from './reading-people.ts'
import type { ToldThing } from './reading-things.ts'

export type People = { me: Person; others: Record<Suggested, Person[]>; known: Known; inForce: InForce | undefined }
// What somebody costs is no part of who they are.
export type Uncosted = Omit<Told, 'cost'>
export type Things = Record<ToldThing['kind'], Thing[]>

const RELATED = 5
const SHARE_OF_WORDS = 0.5

// What was read, as numbers. How rare a word or a skill is says this market itself.
export function numbersOf({ me, others, things, related, inForce }: Market, monday: Date): People & { things: Things } {
  const texts = [me, ...others].flatMap(({ brings, looksFor }) => [brings, looksFor])
  const rareness = [...texts, ...things.map(({ says }) => says)].reduce(countText, noTexts())
  const making = makingOf({ related, monday, rareness })
  const made = others.map((told) => ({ kinds: told.kinds, person: personOf(told, making) }))
  const as = (kind: Suggested) => made.filter(({ kinds }) => kinds.includes(kind)).map(({ person }) => person)
  const are = (kind: ToldThing['kind']) => things.filter((one) => one.kind === kind).map((one) => thingOf(one, making))
  return {
    me: personOf(me, making),
    others: { mentor: as('mentor'), peer: as('peer'), mentee: as('mentee') },
    things: { group: are('group'), session: are('session') },
    known: knownOf(others.filter(({ kinds }) => kinds.includes('mentor'))),
    inForce,
  }
}

// People without a market around them, as a program sees those who take part in it.
export function personsOf(
  everybody: Uncosted[],
  { mentors, related, monday }: Pick<Market, 'related'> & { mentors: Uncosted[]; monday: Date },
) {
  const rareness = everybody.flatMap(({ brings, looksFor }) => [brings, looksFor]).reduce(countText, noTexts())
  const making = makingOf({ related, monday, rareness })
  return { persons: everybody.map((one) => personOf(one, making)), known: knownOf(mentors) }
}

type Making = { monday: Date; rareness: Rareness; skills: SkillSpace; texts: TextSpace }

const makingOf = ({ related, ...making }: Pick<Market, 'related'> & { monday: Date; rareness: Rareness }): Making => ({
  ...making,
  skills: skillSpace(related.map(([one, other]) => ({ one, other, times: RELATED }))),
  texts: textSpace(),
})

function personOf(told: Uncosted, making: Making): Person {
  const { answers, hours, ways, zone, brings, looksFor, kinds: _, ...same } = told
  const offerWords = weightsOf(brings, making.rareness)
  const needWords = weightsOf(looksFor, making.rareness)
  return {
    ...same,
    ways: ways.map((way) => way && way / 2),
    offer: vectorFor(slugsOf(told.teaches), offerWords, making),
    need: vectorFor(slugsOf(told.learns), needWords, making),
    offerWords,
    needWords,
    weeks: hours && weeksFrom(making.monday, { ...hours, zone } satisfies Availability),
    asked: answers.asked,
    accepted: answers.accepted,
    hoursToAnswer: answers.hours,
    missed: 0,
  }
}

function thingOf({ id, skills, says, startsAt, minutes }: ToldThing, making: Making): Thing {
  const words = weightsOf(says, making.rareness)
  const at = startsAt === null ? null : { from: new Date(startsAt), minutes }
  return { id, skills, words, at, offer: vectorFor(skills, words, making) }
}

const slugsOf = (held: Told['teaches']) => held.map(({ skill }) => skill)

const vectorFor = (slugs: string[], words: ReadonlyMap<string, number>, { skills, texts }: Making) =>
  asBytes(
    slugs.reduce(
      (sum, skill) => addVector(sum, skills.vectorOf(skill), 1),
      addVector(emptyVector(), texts.vectorOf(words), SHARE_OF_WORDS),
    ),
  )

// A skill that few teach counts up to one, one that all teach hardly.
function knownOf(mentors: Pick<Told, 'teaches'>[]): Known {
  const teachers = new Map<string, number>()
  for (const { skill } of mentors.flatMap(({ teaches }) => teaches)) teachers.set(skill, (teachers.get(skill) ?? 0) + 1)
  const all = log(1 + mentors.length) || 1
  return {
    rarenessOf: (skill) => 0.2 + 0.8 * (log((1 + mentors.length) / (1 + (teachers.get(skill) ?? 0))) / all),
  }
}

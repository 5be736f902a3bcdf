import type { LeftOut, Relaxed } from '#db/schema/mentoring/pairings.ts'
import type { Topic } from '../fit/features.ts'
import { AFTER_A_TALK } from './choosing/inputs.ts'
import type { PairTold } from './telling.ts'

type About = { mentor: string; participant: string; told: PairTold; skills: string[] }

const MOST = 3

// Why two are together, for whoever organises: what both show, and what they said of each other.
export const reasonsIn = (about: About): string[] =>
  [...chosenIn(about), ...about.told.reasons.flatMap((topic) => REASONS.get(topic)?.(about) ?? [])].slice(0, MOST)

function chosenIn({ mentor, participant, told }: About): string[] {
  const { participant: first, mentor: second } = told.chosen
  if (told.talked) return talkedIn([participant, first], [mentor, second])
  if (first && second)
    return [`They chose each other: ${place(first)} for ${participant}, ${place(second)} for ${mentor}.`]
  if (first) return [`${participant} put ${mentor} ${place(first)}.`]
  return second ? [`${mentor} put ${participant} ${place(second)}.`] : []
}

// What both said after their talk.
function talkedIn(...said: [name: string, place: number | null][]): string[] {
  const words = said.flatMap(([name, at]) =>
    at ? [`${name} ${at === AFTER_A_TALK.gladly ? 'would very gladly' : 'could'}`] : [],
  )
  return words.length > 0 ? [`They talked: ${words.join(', ')}.`] : []
}

const place = (number: number) => ['first', 'second', 'third', 'fourth', 'fifth'][number - 1] ?? 'on the list'

const SAYS: Record<Exclude<Topic, 'ways'>, (about: About) => string> = {
  skills: ({ mentor, participant, skills }) =>
    skills.length > 0
      ? `${mentor} teaches ${listed(skills)}, which ${participant} wants to learn.`
      : `What ${mentor} teaches is near what ${participant} wants to learn.`,
  words: ({ mentor, participant }) => `${mentor} writes about what ${participant} aims for.`,
  time: ({ told }) =>
    told.hoursAWeek ? `They have about ${hours(told.hoursAWeek)} a week in common.` : 'Their hours may well meet.',
  language: () => 'They speak a language in common.',
  experience: ({ mentor }) => `${mentor} is a good stretch further on the same road.`,
  answers: ({ mentor }) => `${mentor} has room, and answers.`,
  wishes: () => 'Each has what the other asked for.',
}

const REASONS = new Map<string, (about: About) => string>(Object.entries(SAYS))

const CAUTIONS: Partial<Record<string, (about: About) => string>> = {
  skills: ({ mentor, participant }) => `${mentor} does not teach what ${participant} said they want to learn.`,
  time: () => 'Their hours hardly meet.',
  language: () => 'They may have no language in common.',
  experience: () => 'One may be too far ahead of the other, or too near.',
  answers: ({ mentor }) => `${mentor} has little room, or answers late.`,
}

export const cautionIn = (about: About): string | null =>
  about.told.caution === null ? null : (CAUTIONS[about.told.caution]?.(about) ?? null)

// Why somebody is with nobody, and what would help.
export function whyLeftOut(
  { qualified, full, inFullGroups = [], placeFor = null }: LeftOut,
  seatWith: string | null,
): string {
  if (qualified === 0) return 'No mentor fits the rules: look at what is a must, and who may never be together.'
  const who = qualified === 1 ? 'One mentor would fit' : `${qualified} mentors would fit`
  const isFull =
    inFullGroups.length > 0
      ? inGroups({ qualified, full, inFullGroups })
      : full === qualified
        ? qualified === 1
          ? ', but is full of better fits'
          : ', all full of better fits'
        : `, ${full} of them full`
  const places = [seatWith && `with ${seatWith}`, placeFor && `for ${placeFor}`].filter(Boolean)
  return `${who}${isFull}.${places.length > 0 ? ` One more place ${places.join(' or ')} would do.` : ''}`
}

type Grouped = Required<Pick<LeftOut, 'qualified' | 'full' | 'inFullGroups'>>

function inGroups({ qualified, full, inFullGroups }: Grouped): string {
  const isAll = full === 0 && inFullGroups.length === 1 && inFullGroups[0]?.mentors === qualified
  const ofThem = isAll ? (qualified === 1 ? 'but is' : 'all of them') : null
  const groups = inFullGroups.map(
    ({ name, most, mentors }) =>
      `${ofThem ?? mentors} in ${name}, which takes ${most} together, all given to better fits`,
  )
  return `, ${[...(full > 0 ? [`${full} of them full`] : []), ...groups].join(', and ')}`
}

const TOPIC_RULES: Partial<Record<string, string>> = {
  skills: 'Let a mentor also be somebody who teaches none of what is wanted',
  time: 'Let two be together whose hours hardly meet',
  language: 'Let two be together without a language in common',
}

// One rule that stands in the way, by what would be different without it.
export function ruleIn({ rule, about }: Relaxed, nameOf: (id: string) => string): string {
  if (rule === 'seat') return `One more place with ${nameOf(about)}`
  if (rule === 'group') return `One more place for ${nameOf(about)}`
  if (rule === 'topic') return TOPIC_RULES[about] ?? 'Let that be no must'
  const [participant = '', mentor = ''] = about.split(' ')
  return `Let ${nameOf(participant)} and ${nameOf(mentor)} be together after all`
}

const hours = (many: number) => (many <= 1 ? 'an hour' : `${Math.round(many)} hours`)

const listed = (names: string[]) => new Intl.ListFormat('en').format(names.slice(0, 3))

import type { Told } from '#db/schema/matching.ts'
import type { Topic } from '../fit/features.ts'
import type { Suggestion } from './inputs.ts'

type About = { name: string; told: Told; skills: string[] }

// What speaks for somebody, in words. Nothing that the other keeps to themselves stands in it.
export const reasonsIn = (about: About): string[] =>
  about.told.reasons.flatMap(({ topic }) => REASONS.get(topic)?.(about) ?? [])

export const cautionIn = ({ name, told }: About): string | null =>
  told.caution === null ? null : (CAUTIONS[told.caution]?.(name) ?? null)

export const changeIn = ({ told }: About): Suggestion['change'] => told.change && (CHANGES[told.change.step] ?? null)

const SAYS: Record<Exclude<Topic, 'ways'>, (about: About) => string> = {
  skills: ({ name, skills }) =>
    skills.length > 0
      ? `${name} teaches ${listed(skills)}, which you want to learn.`
      : `What ${name} teaches is near what you want to learn.`,
  words: ({ name }) => `${name} writes about what you aim for.`,
  time: ({ told }) =>
    told.hoursAWeek ? `You both have time, about ${hours(told.hoursAWeek)} a week.` : 'Your hours may well meet.',
  language: () => 'You speak a language in common.',
  experience: ({ name }) => `${name} is a good stretch further on the same road.`,
  answers: ({ name }) => `${name} has room, and answers.`,
  wishes: ({ name }) => `${name} has what you asked for.`,
}

const REASONS = new Map<string, (about: About) => string>(Object.entries(SAYS))

const CAUTIONS: Partial<Record<string, (name: string) => string>> = {
  skills: (name) => `${name} does not teach what you said you want to learn.`,
  time: () => 'Your hours hardly meet.',
  language: () => 'You may have no language in common.',
  experience: () => 'One of you may be too far ahead, or too near.',
  answers: (name) => `${name} has little room, or answers late.`,
}

const CHANGES: Partial<Record<string, { says: string; where: string }>> = {
  hours: { says: 'Say when you have time: your hours may meet.', where: '/settings/availability' },
  skills: { says: 'Say what you want to learn: this may be who teaches it.', where: '/settings/skills' },
  languages: { says: 'Say which languages you speak.', where: '/settings/profile' },
}

const hours = (many: number) => (many <= 1 ? 'an hour' : `${Math.round(many)} hours`)

const listed = (names: string[]) => new Intl.ListFormat('en').format(names.slice(0, 3))

import type { ToldOfThing } from '#db/schema/matching/things.ts'
import type { Told } from '#db/schema/matching.ts'
import type { Suggestion } from '../inputs.ts'

// Skills by name, where the rest goes by slug.
export type About = { name: string; told: Told; named: Record<string, string> }

type Saying<A> = Partial<Record<string, (about: A) => string>>

export const saidIn =
  <A extends { told: ToldOfThing }>(reasons: Saying<A>) =>
  (about: A): string[] =>
    about.told.reasons.flatMap(({ topic }) => reasons[topic]?.(about) ?? [])

export const cautionedIn =
  <A extends { told: ToldOfThing }>(cautions: Saying<A>) =>
  (about: A): string | null =>
    about.told.caution === null ? null : (cautions[about.told.caution]?.(about) ?? null)

export const changeIn = ({ change }: ToldOfThing): Suggestion['change'] => change && (CHANGES[change.step] ?? null)

const CHANGES: Partial<Record<string, { says: string; where: string }>> = {
  hours: { says: 'Say when you have time: your hours may meet.', where: '/settings/availability' },
  skills: { says: 'Say what you want to learn: this may be where you find it.', where: '/settings/skills#learns' },
  learns: { says: 'Say what you want to learn: it may be the same.', where: '/settings/skills#learns' },
  teaches: { says: 'Say what you could show: they may look for just that.', where: '/settings/skills#teaches' },
  languages: { says: 'Say which languages you speak.', where: '/settings/profile' },
}

export const listed = (slugs: string[] | undefined, named: Record<string, string>) =>
  new Intl.ListFormat('en').format((slugs ?? []).flatMap((slug) => named[slug] ?? []).slice(0, 3))

export const timeTogether = ({ told: { hoursAWeek } }: About) =>
  hoursAWeek ? `You both have time, about ${hours(hoursAWeek)} a week.` : 'Your hours may well meet.'

export const sameLanguage = () => 'You speak a language in common.'

export const APART: Saying<About> = {
  time: () => 'Your hours hardly meet.',
  language: () => 'You may have no language in common.',
  experience: () => 'One of you may be too far ahead, or too near.',
}

const hours = (many: number) => (many <= 1 ? 'an hour' : `${Math.round(many)} hours`)

import type { Person } from '../../fit/person.ts'
import type { People } from '../market/people.ts'
import type { Seen } from '../market/rounds.ts'
import { harmonicOf, type Scores, scoresOf } from './scores.ts'

type Taste = Map<string, number>

// RECON (Pizzato and others, 2010): one likes whoever has what those had whom one wrote to, counted attribute by attribute;
// both sides together by the harmonic mean. Whoever wrote to nobody yet likes what those like who look for the same.
export function byRecon(people: People, seen: Seen[]): Scores {
  const asked = seen.filter(({ asked }) => asked)
  const tastes = new Map<string, Taste>()
  for (const { mentee, mentor, accepted } of asked) {
    const [seeker, other] = [people.earlier[mentee]?.shown, people.mentors[mentor]?.shown]
    if (!seeker || !other) continue
    for (const { skill } of seeker.learns) count(tastes, skill, teachingOf(other))
    if (accepted) count(tastes, other.id, learningOf(seeker))
  }
  const nothing: Taste = new Map()
  return scoresOf(people, (seeker, mentor) => {
    const has = teachingOf(mentor)
    const likes = seeker.learns.map(({ skill }) => liking(tastes.get(skill) ?? nothing, has))
    const liked = likes.reduce((sum, one) => sum + one, 0) / (likes.length || 1)
    return harmonicOf(liked, liking(tastes.get(mentor.id) ?? nothing, learningOf(seeker)))
  })
}

const teachingOf = ({ teaches, experience, languages }: Person) => attributesOf(teaches, experience, languages)
const learningOf = ({ learns, experience, languages }: Person) => attributesOf(learns, experience, languages)

const attributesOf = (held: Person['teaches'], experience: number | null, languages: readonly string[]) => [
  ...held.map(({ skill }) => skill),
  `experience ${experience}`,
  ...languages.map((language) => `speaks ${language}`),
]

function count(tastes: Map<string, Taste>, whose: string, attributes: string[]) {
  const taste = tastes.get(whose) ?? new Map<string, number>()
  for (const one of [...attributes, 'all']) taste.set(one, (taste.get(one) ?? 0) + 1)
  tastes.set(whose, taste)
}

const liking = (taste: Taste, attributes: string[]) =>
  attributes.reduce((sum, one) => sum + (taste.get(one) ?? 0), 0) / ((taste.get('all') ?? 1) * (attributes.length || 1))

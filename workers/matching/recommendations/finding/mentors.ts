import type { Told } from '#db/schema/matching.ts'
import { covering } from '../../fit/covering.ts'
import { explain, type Step, whatWouldChange } from '../../fit/explaining.ts'
import { FEATURES, featuresOf } from '../../fit/features.ts'
import { fitOf, RULES } from '../../fit/heads.ts'
import type { Known, Person } from '../../fit/person.ts'
import { mayMeet } from '../../fit/wishes.ts'
import type { People } from '../market.ts'
import { best, type Found, hoursOf, sayable } from './telling.ts'

// Who may suit a member as a mentor.
export function bestMentors({ me, mentors, known }: People, now: Date): Found[] {
  const looked = mentors
    .filter((mentor) => mayMeet(me, mentor))
    .map((other) => {
      const features = featuresOf({ seeker: me, mentor: other }, known)
      return { other, features, fit: fitOf(RULES, features) }
    })
  const usual = usualOf(looked.map(({ features }) => features))
  return best(looked, ({ other }) => tell({ me, mentor: other, known, usual, now }))
}

const usualOf = (all: Float64Array[]) =>
  Float64Array.from(FEATURES, (_, n) => all.reduce((sum, features) => sum + (features[n] ?? 0), 0) / (all.length || 1))

type Looking = { me: Person; mentor: Person; known: Known; usual: Float64Array; now: Date }

function tell({ me, mentor, known, usual, now }: Looking): Told {
  const looking = { pair: { seeker: me, mentor }, side: 'seeker' as const, known, model: RULES, usual }
  return {
    ...sayable(explain(looking)),
    change: whatWouldChange(looking, stepsOf(me, mentor)) ?? null,
    skills: covering(me, mentor, known).skills,
    ...hoursOf(me, mentor, now),
  }
}

// What a member could say, who has not yet.
function stepsOf(me: Person, mentor: Person): Step[] {
  const steps: Step[] = []
  if (!me.weeks && mentor.weeks) steps.push({ step: 'hours', take: (person) => ({ ...person, weeks: mentor.weeks }) })
  const [taught] = mentor.teaches
  if (me.learns.length === 0 && taught)
    steps.push({ step: 'skills', take: (person) => ({ ...person, learns: [{ skill: taught.skill, level: null }] }) })
  const [language] = mentor.languages
  if (me.languages.length === 0 && language)
    steps.push({ step: 'languages', take: (person) => ({ ...person, languages: [language] }) })
  return steps
}

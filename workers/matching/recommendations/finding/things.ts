import type { ToldOfThing } from '#db/schema/matching/things.ts'
import { mostMoving, type Step } from '../../fit/explaining.ts'
import type { Known, Person } from '../../fit/person.ts'
import { explainSum, fitOfSum, sumOf, valuesOf } from '../../fit/sums.ts'
import { lookAtThing, skillsIn, THING_BIAS, THING_PARTS, type Thing, USUAL_THING } from '../../fit/things.ts'
import { weeksAround } from '../../weeks.ts'
import { best, type Fitting } from './telling.ts'

export type FoundThing = Fitting<ToldOfThing>
type Looking = { me: Person; known: Known; monday: Date }

// Which programs or sessions may suit a member.
export function bestThings(things: Thing[], looking: Looking): FoundThing[] {
  const looked = things.map((other) => {
    const values = valuesOf(THING_PARTS, lookAtThing(looking.me, other, looking))
    return { other, values, fit: fitOfSum(THING_PARTS, THING_BIAS, values) }
  })
  return best(looked, ({ other, values }) => {
    const { reasons, caution } = explainSum(THING_PARTS, values, USUAL_THING)
    const change = whatWouldMove(other, looking, values)
    return { reasons, caution: caution?.topic ?? null, change, skills: skillsIn(looking.me, other) }
  })
}

function whatWouldMove(thing: Thing, looking: Looking, values: Float64Array) {
  const now = sumOf(THING_PARTS, THING_BIAS, values)
  const scoreAs = (me: Person) => sumOf(THING_PARTS, THING_BIAS, valuesOf(THING_PARTS, lookAtThing(me, thing, looking)))
  return mostMoving(stepsOf(thing, looking), ({ take }) => scoreAs(take(looking.me)) - now) ?? null
}

// What a member could say, who has not yet.
function stepsOf({ skills, at }: Thing, { me, monday }: Looking): Step[] {
  const steps: Step[] = []
  const [about] = skills
  if (me.learns.length === 0 && about)
    steps.push({ step: 'skills', take: (person) => ({ ...person, learns: [{ skill: about, level: null }] }) })
  if (!me.weeks && at) steps.push({ step: 'hours', take: (person) => ({ ...person, weeks: weeksAround(monday, at) }) })
  return steps
}

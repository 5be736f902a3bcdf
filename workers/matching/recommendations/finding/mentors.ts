import type { Told } from '#db/schema/matching.ts'
import { covering } from '../../fit/covering.ts'
import { explain, type Side, type Step, whatWouldChange } from '../../fit/explaining.ts'
import { FEATURES, featuresOf, type Pair } from '../../fit/features.ts'
import { type Known, type Person, stranger } from '../../fit/person.ts'
import { mayMeet } from '../../fit/wishes.ts'
import { type Judging, judging } from '../../weights/judging.ts'
import type { People } from '../looking/market.ts'
import { best, type Found, hoursOf, sayable, speaking } from './telling.ts'

// Who may suit a member as a mentor.
export const bestMentors = ({ me, others, known, inForce }: People, now: Date): Found[] =>
  bestPairs(
    others.mentor.map((mentor) => ({ seeker: me, mentor })),
    { side: 'seeker', known, now, ...judging(inForce) },
  )

// Whom a member may suit as a mentor: what they ask of mentors themselves is not asked of those.
export const bestMentees = ({ me, others, known, inForce }: People, now: Date): Found[] =>
  bestPairs(
    others.mentee.map((seeker) => ({ seeker, mentor: speaking(me) })),
    { side: 'mentor', known, now, ...judging(inForce) },
  )

// Among few, what is usual is held close to a pair that said nothing: or nothing would speak for an only one.
const FEW = 3
const NOTHING_SAID: Pair = { seeker: stranger(''), mentor: stranger('') }

type Looking = { side: Side; known: Known; now: Date } & Judging

function bestPairs(pairs: Pair[], looking: Looking): Found[] {
  const looked = pairs
    .filter(({ seeker, mentor }) => mayMeet(seeker, mentor))
    .map((pair) => {
      const features = featuresOf(pair, looking.known)
      const other = looking.side === 'seeker' ? pair.mentor : pair.seeker
      const known = looking.side === 'seeker' ? [...features] : undefined
      return { pair, other, features, known, ...looking.judge(pair, features) }
    })
  const usual = usualOf(
    looked.map(({ features }) => features),
    looking.known,
  )
  return best(looked, ({ pair, likely }) => ({ ...tell({ pair, usual, ...looking }), ...(likely && { likely }) }))
}

const usualOf = (all: Float64Array[], known: Known) => {
  const many = [...all, ...Array.from({ length: FEW }, () => featuresOf(NOTHING_SAID, known))]
  return Float64Array.from(
    FEATURES,
    (_, n) => many.reduce((sum, features) => sum + (features[n] ?? 0), 0) / many.length,
  )
}

function tell({ now, ...looking }: Looking & { pair: Pair; usual: Float64Array }): Told {
  const { pair, side, known } = looking
  const [me, other] = side === 'seeker' ? [pair.seeker, pair.mentor] : [pair.mentor, pair.seeker]
  return {
    ...sayable(explain(looking)),
    change: whatWouldChange(looking, side === 'seeker' ? stepsOf(me, other) : []) ?? null,
    skills: covering(pair.seeker, pair.mentor, known).skills,
    ...hoursOf(me, other, now),
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

import type { Told } from '#db/schema/matching.ts'
import { covering } from '../../fit/covering.ts'
import { explain, type Side, type Step, whatWouldChange } from '../../fit/explaining.ts'
import { FEATURES, featuresOf, type Pair } from '../../fit/features.ts'
import { type Known, type Person, stranger } from '../../fit/person.ts'
import { mayMeet } from '../../fit/wishes.ts'
import { type Judging, judging } from '../../weights/judging.ts'
import type { People } from '../looking/market.ts'
import { type Cost, slateOf } from './slate.ts'
import { best, type Found, hoursOf, sayable, speaking } from './telling.ts'

// Whom a member might ask, and how well each fits: what prices are found from.
export type List = { among: string[]; fits: number[] }
type Choosing = { now: Date; costs: ReadonlyMap<string, Cost> }

const LONGEST_LIST = 100
const WEEK = 7 * 86_400_000

// Who may suit a member as a mentor. Whoever is drawn stays for a week.
export function bestMentors(
  { me, others, known, inForce }: People,
  { now, costs }: Choosing,
): { mentor: Found[]; list: List } {
  const pairs = others.mentor.map((mentor) => ({ seeker: me, mentor }))
  const { looked, say } = lookAt(pairs, { side: 'seeker', known, now, ...judging(inForce) })
  const slate = slateOf(looked, { costs, seed: `${me.id} ${Math.floor(now.getTime() / WEEK)}` })
  return {
    mentor: slate.map((one) => ({
      ...{ otherId: one.other.id, fit: one.fit, told: say(one) },
      ...(one.known && { known: one.known, propensity: one.propensity }),
    })),
    list: listOf(looked),
  }
}

function listOf(looked: { other: Person; fit: number }[]): List {
  const longest = looked.toSorted((one, two) => two.fit - one.fit).slice(0, LONGEST_LIST)
  return { among: longest.map(({ other }) => other.id), fits: longest.map(({ fit }) => fit) }
}

// Whom a member may suit as a mentor: what they ask of mentors themselves is not asked of those.
export function bestMentees({ me, others, known, inForce }: People, now: Date): Found[] {
  const pairs = others.mentee.map((seeker) => ({ seeker, mentor: speaking(me) }))
  const { looked, say } = lookAt(pairs, { side: 'mentor', known, now, ...judging(inForce) })
  return best(looked, say)
}

// Among few, what is usual is held close to a pair that said nothing: or nothing would speak for an only one.
const FEW = 3
const NOTHING_SAID: Pair = { seeker: stranger(''), mentor: stranger('') }

type Looking = { side: Side; known: Known; now: Date } & Judging

function lookAt(pairs: Pair[], looking: Looking) {
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
  return {
    looked: looked.map((one) => ({ ...one, ...sayable(explain({ features: one.features, usual, ...looking })) })),
    say: ({ pair, reasons, caution, likely }: Said): Told => ({
      ...{ reasons, caution, change: changeIn(pair, looking), ...(likely && { likely }) },
      skills: covering(pair.seeker, pair.mentor, looking.known).skills,
      ...hoursOf(...sides(pair, looking.side), looking.now),
    }),
  }
}

type Said = { pair: Pair } & Pick<Told, 'reasons' | 'caution' | 'likely'>

const usualOf = (all: Float64Array[], known: Known) => {
  const many = [...all, ...Array.from({ length: FEW }, () => featuresOf(NOTHING_SAID, known))]
  return Float64Array.from(
    FEATURES,
    (_, n) => many.reduce((sum, features) => sum + (features[n] ?? 0), 0) / many.length,
  )
}

const sides = ({ seeker, mentor }: Pair, side: Side): [me: Person, other: Person] =>
  side === 'seeker' ? [seeker, mentor] : [mentor, seeker]

const changeIn = (pair: Pair, looking: Looking) =>
  whatWouldChange({ pair, ...looking }, looking.side === 'seeker' ? stepsOf(pair.seeker, pair.mentor) : []) ?? null

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

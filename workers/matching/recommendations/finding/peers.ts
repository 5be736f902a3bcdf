import type { Told } from '#db/schema/matching.ts'
import { mostMoving, type Step } from '../../fit/explaining.ts'
import { lookAtPeer, PEER_BIAS, PEER_PARTS, skillsTogether } from '../../fit/peers.ts'
import type { Known, Person } from '../../fit/person.ts'
import { averageOf, explainSum, fitOfSum, sumOf, valuesOf } from '../../fit/sums.ts'
import { mayMeet } from '../../fit/wishes.ts'
import type { People } from '../looking/market.ts'
import { best, type Found, hoursOf, sayable, speaking } from './telling.ts'

// Who may learn beside a member, or in exchange. What one asks of a mentor is not asked of them.
export function bestPeers({ me: whole, others, known }: People, now: Date): Found[] {
  const me = speaking(whole)
  const looked = others.peer
    .filter((other) => mayMeet(me, other))
    .map((other) => {
      const values = valuesOf(PEER_PARTS, lookAtPeer(me, other, known))
      return { other, values, fit: fitOfSum(PEER_PARTS, PEER_BIAS, values) }
    })
  const usual = averageOf(
    PEER_PARTS,
    looked.map(({ values }) => values),
  )
  return best(looked, ({ other, values }) => ({
    ...worthMeeting(sayable(explainSum(PEER_PARTS, values, usual))),
    change: whatWouldMove({ me, other, known }, values),
    ...skillsBetween(me, other),
    ...hoursOf(me, other, now),
  }))
}

// Being equally far, or often here, is no reason by itself.
const worthMeeting = ({ reasons, caution }: Pick<Told, 'reasons' | 'caution'>) => ({
  reasons: reasons.filter(({ topic }) => topic !== 'experience' && topic !== 'answers'),
  caution,
})

function skillsBetween(me: Person, other: Person): Pick<Told, 'skills' | 'inReturn' | 'together'> {
  const taught = (one: Person, by: Person) =>
    one.learns.map(({ skill }) => skill).filter((skill) => by.teaches.some((held) => held.skill === skill))
  return { skills: taught(me, other), inReturn: taught(other, me), together: skillsTogether(me, other) }
}

function whatWouldMove({ me, other, known }: { me: Person; other: Person; known: Known }, values: Float64Array) {
  const scoreAs = (person: Person) =>
    sumOf(PEER_PARTS, PEER_BIAS, valuesOf(PEER_PARTS, lookAtPeer(person, other, known)))
  const now = sumOf(PEER_PARTS, PEER_BIAS, values)
  return mostMoving(stepsOf(me, other), ({ take }) => scoreAs(take(me)) - now) ?? null
}

// What a member could say, who has not yet.
function stepsOf(me: Person, other: Person): Step[] {
  const steps: Step[] = []
  if (!me.weeks && other.weeks) steps.push({ step: 'hours', take: (person) => ({ ...person, weeks: other.weeks }) })
  if (me.learns.length === 0 && other.learns.length > 0)
    steps.push({ step: 'learns', take: (person) => ({ ...person, learns: other.learns }) })
  if (me.teaches.length === 0 && other.learns.length > 0)
    steps.push({ step: 'teaches', take: (person) => ({ ...person, teaches: other.learns }) })
  if (me.languages.length === 0 && other.languages.length > 0)
    steps.push({ step: 'languages', take: (person) => ({ ...person, languages: other.languages }) })
  return steps
}

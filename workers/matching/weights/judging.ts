import type { Told } from '#db/schema/matching.ts'
import { chanceOf, fitOf, type Head, leaning, type Model, RULES } from '../fit/heads.ts'
import type { Leans } from '../fit/person.ts'
import { tell } from '../learning/judging/calibrating.ts'
import { type InForce, modelOf } from './in-force.ts'

type Side = { leans?: Leans }
type Judged = { fit: number; likely?: Told['likely'] }

// How well two fit, by what is in force now.
export function judging(inForce: InForce | undefined) {
  const model = inForce ? modelOf(inForce.heads) : RULES
  const judge = (me: Side, other: Side, features: Float64Array): Judged => {
    const both = withLeans(model, me.leans ?? {}, other.leans ?? {})
    return { fit: fitOf(both, features), ...(inForce && { likely: likelihood(inForce, both, features) }) }
  }
  return { model, judge }
}

function withLeans(model: Model, me: Leans, other: Leans): Model {
  const leant = (head: Head) => ({
    ...model[head],
    bias: model[head].bias + (me[`asker ${head}`] ?? 0) + (other[`asked ${head}`] ?? 0),
  })
  return { asks: leant('asks'), accepts: leant('accepts'), succeeds: leant('succeeds') }
}

// A share only where enough outcomes stand behind it; a word always. Before success was learned, the rules find the word.
function likelihood({ heads: { succeeds } }: InForce, model: Model, features: Float64Array): Told['likely'] {
  if (!succeeds) return { word: wordFor(fitOf(RULES, features)) }
  const chance = chanceOf(leaning(model.succeeds, features))
  const told = tell(succeeds.steps, chance, succeeds.usual)
  if ('word' in told) return told
  const inWords = tell([], chance, succeeds.usual)
  return { word: 'word' in inWords ? inWords.word : 'possible', share: told.chance }
}

// Chosen by eye on the demo community, until outcomes say it.
const STRONG = 0.7
const GOOD = 0.6

export const wordFor = (fit: number) => (fit >= STRONG ? 'strong' : fit >= GOOD ? 'good' : 'possible')

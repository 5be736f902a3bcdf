import type { Told } from '#db/schema/matching.ts'
import type { Pair } from '../fit/features.ts'
import { chanceOf, fitOf, type Head, leaning, type Model, RULES } from '../fit/heads.ts'
import type { Leans } from '../fit/person.ts'
import { tell } from '../learning/judging/calibrating.ts'
import { fitInWords } from '../recommendations/suggested/words.ts'
import { type InForce, modelOf } from './in-force.ts'

type Judged = { fit: number; likely?: Told['likely'] }

export type Judging = { model: Model; judge: (pair: Pair, features: Float64Array) => Judged }

// How well two fit, by what is in force now.
export function judging(inForce: InForce | undefined): Judging {
  const model = inForce ? modelOf(inForce.heads) : RULES
  const judge: Judging['judge'] = ({ seeker, mentor }, features) => {
    const both = withLeans(model, seeker.leans ?? {}, mentor.leans ?? {})
    return { fit: fitOf(both, features), ...(inForce && { likely: likelihood(inForce, both, features) }) }
  }
  return { model, judge }
}

function withLeans(model: Model, seeker: Leans, mentor: Leans): Model {
  const leant = (head: Head) => ({
    ...model[head],
    bias: model[head].bias + (seeker[`asker ${head}`] ?? 0) + (mentor[`asked ${head}`] ?? 0),
  })
  return { asks: leant('asks'), accepts: leant('accepts'), succeeds: leant('succeeds') }
}

// A share only where enough outcomes stand behind it; a word always. Before success was learned, the rules find the word.
function likelihood({ heads: { succeeds } }: InForce, model: Model, features: Float64Array): Told['likely'] {
  if (!succeeds) return { word: fitInWords(fitOf(RULES, features), 'teaching') }
  const chance = chanceOf(leaning(model.succeeds, features))
  const told = tell(succeeds.steps, chance, succeeds.usual)
  if ('word' in told) return told
  const inWords = tell([], chance, succeeds.usual)
  return { word: 'word' in inWords ? inWords.word : 'possible', share: told.chance }
}

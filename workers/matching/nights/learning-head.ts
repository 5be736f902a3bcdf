import type { HoldOut, Leaning, LearnedHead } from '#db/schema/matching/learning.ts'
import { FEATURES } from '../fit/features.ts'
import { chanceOf, type Head, RULES } from '../fit/heads.ts'
import { worthTogether } from '../learning/evidence/weighing.ts'
import { calibrate } from '../learning/judging/calibrating.ts'
import { type Compared, type Dated, foresee, foreseen, type InForce } from '../learning/judging/foreseeing.ts'
import { judge } from '../learning/judging/gate.ts'
import { believing, leaningOf, nothingLearned } from '../learning/weights/learned.ts'
import { learn } from '../learning/weights/logistic.ts'

export type Effected = { askers: Record<string, Leaning>; asked: Record<string, Leaning> }

// One of the three questions learned anew, and held against what is in force on outcomes that neither learned from.
export function learnAnew(head: Head, outcomes: Dated[], now: InForce): { learned: LearnedHead; effects: Effected } {
  const prior = believing(RULES[head])
  const learnFrom = (seen: Dated[]) => learn(worthTogether(seen), prior)
  const compared = foresee(outcomes, now, learnFrom)
  const { of, bias, askers, asked } = learnFrom(outcomes)
  const learned = {
    outcomes: outcomes.length,
    bias,
    of: Object.fromEntries(FEATURES.map(({ name }, n) => [name, of[n] ?? 0])),
    learnedUntil: outcomes.reduce((latest, { at }) => Math.max(latest, at), now.learnedUntil),
    holdOut: { ...judge(compared), likely: likeliest(head, compared) },
    steps: calibrate(foreseen(compared, 'next')),
    usual: compared.filter(({ happened }) => happened).length / (compared.length || 1),
  }
  return { learned, effects: { askers: Object.fromEntries(askers), asked: Object.fromEntries(asked) } }
}

const A_PART = 5

// Of the fifth that was thought likeliest, how many came: once by what was learned, once by the rules.
function likeliest(head: Head, compared: Compared[]): HoldOut['likely'] {
  const of = Math.floor(compared.length / A_PART)
  const rules = nothingLearned(RULES[head])
  const cameOf = (score: (one: Compared) => number) =>
    compared
      .map((one) => ({ one, chance: chanceOf(score(one)) }))
      .toSorted((one, other) => other.chance - one.chance || (one.one.id < other.one.id ? -1 : 1))
      .slice(0, of)
      .filter(({ one }) => one.happened).length
  return { of, learned: cameOf(({ next }) => next), rules: cameOf((one) => leaningOf(rules, one)) }
}

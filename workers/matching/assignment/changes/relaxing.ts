import type { Problem } from '../problem.ts'
import type { Run } from '../run.ts'
import { type Pair, type Rules, withRules } from '../worths/rules.ts'
import { copied, groupWidens, pairsAppear, seatOpens } from './changes.ts'

export type Rule =
  | { kind: 'seat'; mentor: number }
  | { kind: 'group'; group: number }
  | { kind: 'never'; pair: Pair }
  | { kind: 'asked'; bit: number }

export type Relaxed = { rule: Rule; places: number }

// Which one rule, relaxed alone, would place how many more (MAT-B4): each is tried on a copy of what was found.
export function relaxed(run: Run, free: Problem, rules: Rules): Relaxed[] {
  const before = leftOut(run)
  return rulesToTry(run, rules)
    .map((rule) => ({
      rule,
      places: before - leftOut(without(rule, copied(run), withRules(free, lessThan(rules, rule)))),
    }))
    .filter(({ places }) => places > 0)
    .sort((one, other) => other.places - one.places)
}

function rulesToTry(
  { state, problem, mentors, outside }: Run,
  { never = [], asked = new Int32Array() }: Rules,
): Rule[] {
  const price = (place: number) => state.price[place] ?? 0
  const isDear = (mentor: number) => price(mentor) > price(mentors + (problem.groupOf[mentor] ?? 0))
  const isLeftOut = (mentee: number) => state.placeOf[mentee] === outside
  const bits = asked.reduce((sum, bit, mentee) => (isLeftOut(mentee) ? sum | bit : sum), 0)
  return [
    ...[...problem.mentors.keys()].filter(isDear).map((mentor): Rule => ({ kind: 'seat', mentor })),
    ...[...problem.groupCaps.keys()].map((group): Rule => ({ kind: 'group', group })),
    ...never.map((pair): Rule => ({ kind: 'never', pair })),
    ...Array.from({ length: 32 }, (_, bit) => 1 << bit)
      .filter((bit) => (bits & bit) !== 0)
      .map((bit): Rule => ({ kind: 'asked', bit })),
  ]
}

function without(rule: Rule, run: Run, { worths }: Problem): Run {
  if (rule.kind === 'seat') return seatOpens(run, rule.mentor)
  if (rule.kind === 'group') return groupWidens(run, rule.group)
  return pairsAppear(run, worths)
}

function lessThan(rules: Rules, rule: Rule): Rules {
  if (rule.kind === 'never') return { ...rules, never: rules.never?.filter((pair) => pair !== rule.pair) ?? [] }
  if (rule.kind === 'asked' && rules.asked) return { ...rules, asked: rules.asked.map((bits) => bits & ~rule.bit) }
  return rules
}

const leftOut = ({ state, outside }: Run): number => state.placeOf.filter((place) => place === outside).length

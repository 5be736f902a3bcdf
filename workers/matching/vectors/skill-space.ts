import { log } from '../exact.ts'
import { addSigns, addVector, emptyVector, scaled, signsOf, type Vector } from './vectors.ts'

// How often two skills stand together: with one member, or because the catalogue says they are related.
export type Together = { one: string; other: string; times: number }

// Which skills are near each other.
export type SkillSpace = { vectorOf: (skill: string) => Vector }

const CONTEXT = 0.7
// Rare company counts a little less than it would, or one odd pair says more than a hundred usual ones.
const SMOOTHING = 0.75

// A skill is its own signs and those of its company, each by how much oftener they meet than by chance:
// ppmi(s, c) = max(0, log(p(s, c) / (p(s) * p(c)^.75 / sum p^.75))).
export function skillSpace(together: Iterable<Together>): SkillSpace {
  const company = companyOf(together)
  const seen = new Map([...company].map(([skill, others]) => [skill, sumOf(others.values())]))
  const all = sumOf(seen.values())
  const allSmoothed = sumOf(inOrder(seen).map(([, times]) => times ** SMOOTHING))
  const made = new Map<string, Vector>()

  function contextOf(skill: string): Vector {
    const context = emptyVector()
    const own = (seen.get(skill) ?? 0) / all
    for (const [other, times] of inOrder(company.get(skill) ?? new Map<string, number>())) {
      const byChance = own * ((seen.get(other) ?? 0) ** SMOOTHING / allSmoothed)
      const oftener = log(times / all / byChance)
      if (oftener > 0) addSigns(context, signsOf(other), oftener)
    }
    return context
  }

  return {
    vectorOf(skill) {
      const known = made.get(skill)
      if (known) return known
      const own = scaled(addSigns(emptyVector(), signsOf(skill), 1), 1)
      const vector = scaled(addVector(own, scaled(contextOf(skill), 1), CONTEXT), 1)
      made.set(skill, vector)
      return vector
    },
  }
}

function companyOf(together: Iterable<Together>): Map<string, Map<string, number>> {
  const company = new Map<string, Map<string, number>>()
  const meet = (one: string, other: string, times: number) => {
    const known = company.get(one) ?? new Map<string, number>()
    company.set(one, known.set(other, (known.get(other) ?? 0) + times))
  }
  for (const { one, other, times } of together) {
    if (one === other) continue
    meet(one, other, times)
    meet(other, one, times)
  }
  return company
}

// Sums of fractions depend on their order: names have one, and arrivals do not.
const inOrder = (counts: Map<string, number>) => [...counts].sort(([one], [other]) => (one < other ? -1 : 1))

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0)

import type { Verdict } from './gate.ts'

// Weights that were published, the newest last, with what spoke for them.
export type Version<Weights> = { number: number; weights: Weights; learnedUntil: number; verdict: Verdict }

// Which number is in force; none where the rules are.
export type Shelf<Weights> = { versions: Version<Weights>[]; inForce: number | undefined; rulesOnly: boolean }

const KEPT = 5

export const emptyShelf = <Weights>(): Shelf<Weights> => ({ versions: [], inForce: undefined, rulesOnly: false })

export const inForce = <Weights>({ versions, inForce, rulesOnly }: Shelf<Weights>): Version<Weights> | undefined =>
  rulesOnly ? undefined : versions.find(({ number }) => number === inForce)

// What the gate refused changes nothing. Numbers are never given twice.
export function publish<Weights>(shelf: Shelf<Weights>, next: Omit<Version<Weights>, 'number'>): Shelf<Weights> {
  if (!next.verdict.publish) return shelf
  const number = 1 + (shelf.versions.at(-1)?.number ?? 0)
  return { ...shelf, versions: [...shelf.versions, { ...next, number }].slice(-KEPT), inForce: number }
}

// Back to the version before, and at last to the rules.
export function rollBack<Weights>(shelf: Shelf<Weights>): Shelf<Weights> {
  const before = shelf.versions.filter(({ number }) => number < (shelf.inForce ?? 0)).at(-1)
  return { ...shelf, inForce: before?.number }
}

export const withRulesOnly = <Weights>(shelf: Shelf<Weights>, rulesOnly: boolean): Shelf<Weights> => ({
  ...shelf,
  rulesOnly,
})

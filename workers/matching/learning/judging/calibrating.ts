import { inOrder } from '../evidence/outcomes.ts'

// What was foreseen of an outcome that was not learned from, and what came.
export type Foreseen = { id: string; chance: number; happened: boolean }

// Whatever is foreseen from here to there really came this often, of so many outcomes.
export type Step = { from: number; to: number; came: number; outcomes: number }

export type Told = { chance: number } | { word: 'strong' | 'good' | 'possible' }

const ENOUGH = 200
const BUCKETS = 10

// Isotonic regression: the curve nearest to what came that never falls. Neighbours that would fall become one (PAV),
// and so do those that stand on few outcomes.
export function calibrate(foreseen: Foreseen[]): Step[] {
  const rising: Step[] = []
  for (const next of grouped(foreseen)) {
    let step = next
    for (let before = rising.at(-1); before && before.came >= step.came; before = rising.at(-1)) {
      step = merged(before, step)
      rising.pop()
    }
    rising.push(step)
  }
  return standing(rising)
}

// A chance is told only where enough outcomes stand behind it; elsewhere a word, by the odds against what is usual.
export function tell(steps: Step[], chance: number, usual: number): Told {
  const step = steps.find(({ from, to }) => from <= chance && chance <= to)
  if (step && step.outcomes >= ENOUGH) return { chance: step.came }
  const odds = (chance * (1 - usual)) / ((1 - chance) * usual)
  return { word: odds >= 2 ? 'strong' : odds >= 1 ? 'good' : 'possible' }
}

// How far what is foreseen is from what comes, over ten equal parts: sum |mean foreseen - share that came| / 10.
export function missOf(foreseen: Foreseen[]): number {
  const sorted = rising(foreseen)
  let miss = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const at = (part: number) => Math.round((part * sorted.length) / BUCKETS)
    const some = sorted.slice(at(bucket), at(bucket + 1))
    miss += Math.abs(some.reduce((sum, { chance, happened }) => sum + chance - (happened ? 1 : 0), 0))
  }
  return sorted.length === 0 ? 0 : miss / sorted.length
}

const rising = (foreseen: Foreseen[]) => inOrder(foreseen).sort((one, other) => one.chance - other.chance)

function grouped(foreseen: Foreseen[]): Step[] {
  const steps: Step[] = []
  for (const { chance, happened } of rising(foreseen)) {
    const step = { from: chance, to: chance, came: happened ? 1 : 0, outcomes: 1 }
    const last = steps.at(-1)
    if (last?.to === chance) steps.splice(-1, 1, merged(last, step))
    else steps.push(step)
  }
  return steps
}

function standing(steps: Step[]): Step[] {
  const large: Step[] = []
  for (const step of steps) {
    const last = large.at(-1)
    if (last && last.outcomes < ENOUGH) large.splice(-1, 1, merged(last, step))
    else large.push(step)
  }
  const [before, last] = large.slice(-2)
  if (before && last && last.outcomes < ENOUGH) large.splice(-2, 2, merged(before, last))
  return covering(large)
}

// Between two steps the line is drawn in the middle; beyond the first and the last nothing is known.
function covering(steps: Step[]): Step[] {
  const middle = (one: Step | undefined, other: Step | undefined) => one && other && (one.to + other.from) / 2
  return steps.map((step, at) => ({
    ...step,
    from: middle(steps[at - 1], step) ?? step.from,
    to: middle(step, steps[at + 1]) ?? step.to,
  }))
}

const merged = (one: Step, other: Step): Step => ({
  from: one.from,
  to: other.to,
  came: (one.came * one.outcomes + other.came * other.outcomes) / (one.outcomes + other.outcomes),
  outcomes: one.outcomes + other.outcomes,
})

import { inOrder } from './outcomes.ts'

// One place of a list that was shown: where it stood, whether it was asked, and the chance of that had it been looked at.
export type Shown = { id: string; position: number; asked: boolean; chance: number }

const ROUNDS = 100

// Whoever was asked was looked at; whoever was not, perhaps: l (1 - p) / (1 - l p).
export const lookedAt = ({ asked, chance }: Shown, looks: number): number =>
  asked ? 1 : (looks * (1 - chance)) / (1 - looks * chance)

// How often each position is looked at, the first always: the mean of the line above, until it stays (EM).
export function looksOf(shown: Shown[], positions: number): Float64Array {
  const sorted = inOrder(shown)
  const looks = Float64Array.from({ length: positions }, (_, position) => 1 / (1 + position))
  for (let round = 0; round < ROUNDS; round++) lookAgain(looks, sorted)
  return looks
}

function lookAgain(looks: Float64Array, shown: Shown[]) {
  const looked = new Float64Array(looks.length)
  const times = new Float64Array(looks.length)
  for (const one of shown) {
    looked[one.position] = (looked[one.position] ?? 0) + lookedAt(one, looks[one.position] ?? 0)
    times[one.position] = (times[one.position] ?? 0) + 1
  }
  for (let position = 1; position < looks.length; position++)
    if ((times[position] ?? 0) > 0) looks[position] = (looked[position] ?? 0) / (times[position] ?? 1)
}

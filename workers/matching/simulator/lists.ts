import { chanceOf } from '../fit/heads.ts'
import { dice, hashOf } from '../hashing.ts'
import type { Logged } from '../learning/judging/estimating.ts'
import { chosenSoftly, drawn } from '../prices/drawing.ts'

const CHOICES = 5
const TIMES_EACH = 4
// Who is curious by nature asks more, whatever is shown: what one member does hangs together.
const NATURE = 0.8

// Lists chosen softly by a guess, and another way of choosing that would follow a better one. What each member did is
// known only for what was shown; what the other way would bring in the long run is known here alone (`truth`).
export function loggedLists(seed: number, many: number): { logs: Logged[]; truth: number } {
  const chance = dice(hashOf('lists', seed))
  let truth = 0
  let nature = 0
  const logs = Array.from({ length: many }, (_, n) => {
    if (n % TIMES_EACH === 0) nature = NATURE * (2 * chance() - 1)
    const likes = Array.from({ length: CHOICES }, () => 3 * chance() - 2.5)
    const chances = likes.map((like) => chanceOf(like + nature))
    const shown = chosenSoftly(likes.map((like) => 0.5 * like + chance()))
    const wanted = chosenSoftly(likes.map((like) => 2 * like))
    truth += expected(wanted, chances) / many
    const at = drawn(shown, chance())
    const thoughts = likes.map((like) => chanceOf(0.5 * like - 0.3))
    return {
      ...{
        id: `${n}`,
        member: `member ${Math.floor(n / TIMES_EACH)}`,
        propensity: shown[at] ?? 0,
        wanted: wanted[at] ?? 0,
      },
      ...{ came: chance() < (chances[at] ?? 0) ? 1 : 0, thought: thoughts[at] ?? 0 },
      thoughtOfWanted: expected(wanted, thoughts),
    }
  })
  return { logs, truth }
}

const expected = (chances: number[], values: number[]) =>
  chances.reduce((sum, chance, at) => sum + chance * (values[at] ?? 0), 0)

import { leaningBehind } from '../../fit/heads.ts'
import type { Person } from '../../fit/person.ts'
import { dice, hashOf } from '../../hashing.ts'
import { bonusOf, chancesOf, drawn } from '../../prices/drawing.ts'
import { unitOf } from '../../prices/lists.ts'
import { askingIn } from '../../prices/prices.ts'
import { SLOTS } from '../../prices/shares.ts'
import { isWorthSaying } from './telling.ts'

// What somebody costs, and how many more slates may show them, where a night has said it.
export type Cost = { price: number; room: number | null }

type Fitting = { other: Person; fit: number; reasons: unknown[] }
export type Choosing = { costs: ReadonlyMap<string, Cost>; seed: string }

const LAST_RANK = 60
const FREE: Cost = { price: 0, room: null }

// Nine who are worth most beyond their price, and a tenth who is drawn from those behind them. Nobody beyond their share,
// and nobody for whom nothing speaks: whoever is drawn is shown.
export function slateOf<F extends Fitting>(all: F[], { costs, seed }: Choosing): (F & { propensity: number })[] {
  const unit = unitOf(Float64Array.from(all, ({ fit }) => leaningBehind(fit)))
  const ranked = all
    .map((one) => ({ one, ...(costs.get(one.other.id) ?? FREE) }))
    .filter(({ room }) => room === null || room > 0)
    .map(({ one, price }) => ({ one, gain: leaningBehind(one.fit) + unit.spread * bonusOf(one.other.asked) - price }))
    .sort((left, right) => right.gain - left.gain || (left.one.other.id < right.one.other.id ? -1 : 1))
    .filter(({ one }, rank) => isWorthSaying(one, rank))
  const first = ranked.slice(0, SLOTS - 1).map(({ one }) => ({ ...one, propensity: 1 }))
  const rest = ranked.slice(SLOTS - 1, LAST_RANK)
  const chances = chancesOf(
    rest.map(({ gain }) => gain),
    askingIn(unit).sharpness,
  )
  const at = drawn(chances, dice(hashOf(seed))())
  const last = rest.slice(Math.max(0, at), at + 1).map(({ one }) => ({ ...one, propensity: chances[at] ?? 1 }))
  return [...first, ...last]
}

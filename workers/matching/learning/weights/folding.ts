import { chanceOf } from '../../fit/heads.ts'
import { inOrder, type Outcome } from '../evidence/outcomes.ts'
import { type Effects, type Learned, leaningOf } from './learned.ts'
import { SURE } from './members.ts'

// Between two nights of learning, what just came is folded into the members alone, outcome by outcome:
// 1 / spread² += c p (1 - p), u += c (y - p) spread².
export function foldIn(learned: Learned, outcomes: Outcome[]): Learned {
  const next = { ...learned, askers: new Map(learned.askers), asked: new Map(learned.asked) }
  for (const outcome of inOrder(outcomes)) {
    const chance = chanceOf(leaningOf(next, outcome))
    const pull = outcome.weight * ((outcome.happened ? 1 : 0) - chance)
    const bend = outcome.weight * chance * (1 - chance)
    shift(next.askers, outcome.asker, { pull, bend })
    shift(next.asked, outcome.asked, { pull, bend })
  }
  return next
}

function shift(effects: Effects, member: string, { pull, bend }: { pull: number; bend: number }) {
  const { effect, spread } = effects.get(member) ?? { effect: 0, spread: 1 / Math.sqrt(SURE) }
  const sure = spread ** -2 + bend
  effects.set(member, { effect: effect + pull / sure, spread: 1 / Math.sqrt(sure) })
}

import { chanceOf } from '../../fit/heads.ts'
import { inOrder, type Outcome } from '../evidence/outcomes.ts'
import { type Effect, type Effects, type Learned, leaningOf } from './learned.ts'
import { SURE } from './members.ts'

// Between two nights of learning, what just came is folded into the two it is about, as a Kalman filter would:
// with g = s² / (1 + b (s_asker² + s_asked²)), b = c p (1 - p): u += g c (y - p), s² -= g b s².
export function foldIn(learned: Learned, outcomes: Outcome[]): Learned {
  const next = { ...learned, askers: new Map(learned.askers), asked: new Map(learned.asked) }
  const newcomers = { asker: newcomerAmong(learned.askers), asked: newcomerAmong(learned.asked) }
  for (const outcome of inOrder(outcomes)) {
    const asker = next.askers.get(outcome.asker) ?? newcomers.asker
    const asked = next.asked.get(outcome.asked) ?? newcomers.asked
    const chance = chanceOf(leaningOf(next, outcome))
    const pull = outcome.weight * ((outcome.happened ? 1 : 0) - chance)
    const bend = outcome.weight * chance * (1 - chance)
    const share = 1 / (1 + bend * (asker.spread ** 2 + asked.spread ** 2))
    next.askers.set(outcome.asker, moved(asker, pull * share, bend * share))
    next.asked.set(outcome.asked, moved(asked, pull * share, bend * share))
  }
  return next
}

const moved = ({ effect, spread }: Effect, pull: number, bend: number): Effect => ({
  effect: effect + spread ** 2 * pull,
  spread: spread * Math.sqrt(1 - bend * spread ** 2),
})

// Whoever is new is as unsure as whoever is known least.
function newcomerAmong(effects: Effects): Effect {
  let most = 0
  for (const { spread } of effects.values()) most = Math.max(most, spread)
  return { effect: 0, spread: most || 1 / Math.sqrt(SURE) }
}

import { chanceOf, type Head } from '../fit/heads.ts'
import { knownAt, type Label, labelsAt, rungOf } from '../learning/evidence/ladder.ts'
import { lookedAt, looksOf } from '../learning/evidence/looking.ts'
import { asOutcome } from '../learning/evidence/splitting.ts'
import { weightOf } from '../learning/evidence/weighing.ts'
import type { Dated } from '../learning/judging/foreseeing.ts'
import { type Learned, leaningOf } from '../learning/weights/learned.ts'
import type { Logged } from './stories.ts'

// What may be learned about one of the three questions, as it is known by now.
export function outcomesOf(stories: Logged[], { head, now }: { head: Head; now: number }): Dated[] {
  return stories.flatMap((story) =>
    labelsAt(story, now)
      .filter((label) => label.head === head && speaks(story, label))
      .map((label) => ({ ...asOutcome(story, label, story), at: knownAt(label), weight: weightFor(story) })),
  )
}

// Whom one knows, or keeps away from, one would not ask however well they fit.
const SAYS_NOTHING = ['we-know-each-other', 'not-with-them']

// Nothing is learned from a place of which nobody knows how likely it was.
function speaks({ shownAt, propensity, because }: Logged, { head }: Label): boolean {
  if (shownAt !== undefined && propensity === undefined) return false
  return head !== 'asks' || because === undefined || !SAYS_NOTHING.includes(because)
}

const weightFor = ({ propensity }: Logged) => (propensity === undefined ? 1 : weightOf(propensity))

// Whoever stood far down may not have been looked at; whoever was put away surely was.
export function weighedByLooks(outcomes: Dated[], stories: Logged[], now: Learned): Dated[] {
  const told = new Map(stories.map((story) => [`${story.id} asks`, story]))
  const shown = outcomes.map((one) => ({
    ...{ id: one.id, asked: one.happened, chance: chanceOf(leaningOf(now, one)) },
    position: told.get(one.id)?.position ?? 0,
  }))
  const looks = looksOf(shown, 1 + shown.reduce((most, { position }) => Math.max(most, position), 0))
  return outcomes.map((one, n) => {
    const place = shown[n]
    const looked = !place || told.get(one.id)?.because ? 1 : lookedAt(place, looks[place.position] ?? 1)
    return { ...one, weight: one.weight * looked }
  })
}

// How far suggestions came, for people who organise.
export type Ladder = { shown: number; asked: number; accepted: number; met: number; succeeded: number }

export function ladderOf(stories: Logged[], now: number): Ladder {
  const came = (rung: number) => stories.filter((story) => rungOf(story) >= rung).length
  const succeeded = stories.filter((story) =>
    labelsAt(story, now).some(({ head, happened }) => head === 'succeeds' && happened),
  )
  return { shown: came(1), asked: came(2), accepted: came(3), met: came(4), succeeded: succeeded.length }
}

import { FEATURES, featuresOf, type Pair, TOPICS, type Topic } from './features.ts'
import { type Head, leaning, type Model } from './heads.ts'
import type { Known, Person } from './person.ts'

// Each side is told its own half: what speaks to the one who looks, and what speaks to the one who is asked.
export type Side = 'seeker' | 'mentor'
const HEADS_OF: Record<Side, readonly Head[]> = { seeker: ['asks', 'succeeds'], mentor: ['accepts', 'succeeds'] }

export type Contribution<T extends string = Topic> = { topic: T; by: number }
export type Explanation = {
  score: number
  // What a pair of the community usually scores, and what each topic adds to that: together exactly the score.
  usual: number
  contributions: Contribution[]
  reasons: Contribution[]
  caution: Contribution | undefined
}

const MOST_REASONS = 3
const WORTH_SAYING = 0.1
const WORTH_WARNING = -0.15

type Explaining = { features: Float64Array; side: Side; model: Model; usual: Float64Array }

// score - usual = sum over features of w * (x - usual x), gathered by topic.
export function explain({ features, side, model, usual }: Explaining): Explanation {
  const by = new Float64Array(TOPICS.length)
  for (let n = 0; n < TOPIC_OF.length; n++) {
    const topic = TOPIC_OF[n] ?? 0
    by[topic] = (by[topic] ?? 0) + weightOf(model, side, n) * ((features[n] ?? 0) - (usual[n] ?? 0))
  }
  const contributions = TOPICS.map((topic, n) => ({ topic, by: by[n] ?? 0 }))
  return {
    score: scoreOf(model, side, features),
    usual: scoreOf(model, side, usual),
    contributions,
    ...worthSaying(contributions),
  }
}

const TOPIC_OF = FEATURES.map(({ topic }) => TOPICS.indexOf(topic))

// Three reasons at most, the strongest first, and one caution.
export function worthSaying<T extends string>(contributions: Contribution<T>[]) {
  const sorted = contributions.toSorted((one, other) => other.by - one.by)
  const worst = sorted.at(-1)
  return {
    reasons: sorted.filter(({ by }) => by >= WORTH_SAYING).slice(0, MOST_REASONS),
    caution: worst && worst.by <= WORTH_WARNING ? worst : undefined,
  }
}

export const scoreOf = (model: Model, side: Side, features: Float64Array) =>
  HEADS_OF[side].reduce((sum, head) => sum + leaning(model[head], features), 0)

// A step that a member could take, and who they would be then.
export type Step = { step: string; take: (person: Person) => Person }

type Looking = { pair: Pair; side: Side; known: Known; model: Model }

// Which of the steps would move the score most, and by how much; none where none would help.
export function whatWouldChange(looking: Looking, steps: readonly Step[]): { step: string; by: number } | undefined {
  const { pair, side, known, model } = looking
  const now = scoreOf(model, side, featuresOf(pair, known))
  const after = ({ take }: Step) => scoreOf(model, side, featuresOf({ ...pair, [side]: take(pair[side]) }, known))
  return mostMoving(steps, (step) => after(step) - now)
}

export function mostMoving(steps: readonly Step[], by: (step: Step) => number) {
  const [best] = steps.map((step) => ({ step: step.step, by: by(step) })).toSorted((one, other) => other.by - one.by)
  return best && best.by >= WORTH_SAYING ? best : undefined
}

const weightOf = (model: Model, side: Side, n: number) =>
  HEADS_OF[side].reduce((sum, head) => sum + (model[head].of[n] ?? 0), 0)

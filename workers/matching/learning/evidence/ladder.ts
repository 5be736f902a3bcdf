import type { Head } from '../../fit/heads.ts'

// What came of two, by when, in milliseconds: as far as it came.
export type Story = {
  id: string
  asker: string
  asked: string
  shownAt?: number
  askedAt?: number
  takenBackAt?: number
  acceptedAt?: number
  sessionsAt: number[]
  goalMovedAt?: number
  ratings: { by: 'asker' | 'asked'; stars: number; at: number }[]
}

export type Label = { head: Head; beganAt: number; happened: boolean }

const DAY = 86_400_000
const DAYS_TO_ASK = 14
const DAYS_TO_ANSWER = 14
const DAYS_TO_MEET = 21
const DAYS_TO_SUCCEED = 60
const CONTENT = 3

const RUNGS: ((story: Story) => boolean)[] = [
  ({ shownAt, askedAt }) => shownAt !== undefined || askedAt !== undefined,
  ({ askedAt }) => askedAt !== undefined,
  ({ acceptedAt }) => acceptedAt !== undefined,
  (story) => metIn(story, DAYS_TO_MEET) >= 1,
  (story) => metIn(story, DAYS_TO_SUCCEED) >= 3,
  ({ goalMovedAt }) => goalMovedAt !== undefined,
  ({ ratings }) => new Set(ratings.map(({ by }) => by)).size === 2,
]

// Rungs climbed: shown, asked, accepted, met in 21 days, three times in 60, goal moved, rated by both.
export function rungOf(story: Story): number {
  const missing = RUNGS.findIndex((isThere) => !isThere(story))
  return missing < 0 ? RUNGS.length : missing
}

// A yes waits until its time is over as a no does: else whoever is young would only ever be a success.
export function labelsAt(story: Story, now: number): Label[] {
  const { shownAt, askedAt, takenBackAt, acceptedAt } = story
  const labels: Label[] = []
  if (shownAt !== undefined && isOver(shownAt, DAYS_TO_ASK, now))
    labels.push({ head: 'asks', beganAt: shownAt, happened: isWithin(askedAt, shownAt, DAYS_TO_ASK) })
  if (askedAt !== undefined && takenBackAt === undefined && isOver(askedAt, DAYS_TO_ANSWER, now))
    labels.push({ head: 'accepts', beganAt: askedAt, happened: isWithin(acceptedAt, askedAt, DAYS_TO_ANSWER) })
  if (acceptedAt !== undefined && isOver(acceptedAt, DAYS_TO_SUCCEED, now))
    labels.push({ head: 'succeeds', beganAt: acceptedAt, happened: succeeded(story, acceptedAt) })
  return labels
}

const DAYS_UNTIL_KNOWN: Record<Head, number> = {
  asks: DAYS_TO_ASK,
  accepts: DAYS_TO_ANSWER,
  succeeds: DAYS_TO_SUCCEED,
}

export const knownAt = ({ head, beganAt }: Label) => beganAt + DAYS_UNTIL_KNOWN[head] * DAY

// Three meetings, the first soon, or the goal moved; and neither of the two was unhappy with it.
function succeeded(story: Story, since: number): boolean {
  const met = metIn(story, DAYS_TO_MEET) >= 1 && metIn(story, DAYS_TO_SUCCEED) >= 3
  const rated = story.ratings.filter(({ at }) => isWithin(at, since, DAYS_TO_SUCCEED))
  return (met || isWithin(story.goalMovedAt, since, DAYS_TO_SUCCEED)) && rated.every(({ stars }) => stars >= CONTENT)
}

const metIn = ({ acceptedAt, sessionsAt }: Story, days: number): number =>
  acceptedAt === undefined ? 0 : sessionsAt.filter((at) => isWithin(at, acceptedAt, days)).length

const isOver = (since: number, days: number, now: number) => now >= since + days * DAY

const isWithin = (at: number | undefined, since: number, days: number) =>
  at !== undefined && at >= since && at < since + days * DAY

// How long each kind of question took, asked one after the other in the same moment.
export type Round = Record<string, number>

const MOST_DIFFERENT = 0.1

export const median = (times: number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

export function areAlike(rounds: Round[]): boolean {
  const medians = kindsOf(rounds).map((kind) => median(rounds.map((round) => round[kind] ?? 0)))
  return Math.max(...medians) - Math.min(...medians) < Math.min(...medians) * MOST_DIFFERENT
}

// Friedman's test: in each round the kinds are ranked by their time, so that only what is slower again and again counts. By
// chance it says so once in a thousand times.
export function isToldApart(rounds: Round[]): boolean {
  const kinds = kindsOf(rounds)
  const [n, k] = [rounds.length, kinds.length]
  const sums = kinds.map((kind) => rounds.reduce((sum, round) => sum + rankIn(round, kind), 0))
  const spread = sums.reduce((sum, ranks) => sum + (ranks - (n * (k + 1)) / 2) ** 2, 0)
  return (12 * spread) / (n * k * (k + 1)) > (ONCE_IN_A_THOUSAND[k - 1] ?? 0)
}

const kindsOf = ([first = {}]: Round[]) => Object.keys(first)

const rankIn = (round: Round, kind: string) => {
  const mine = round[kind] ?? 0
  const others = Object.entries(round).filter(([name]) => name !== kind)
  return 1 + others.reduce((rank, [, time]) => rank + (time < mine ? 1 : time === mine ? 0.5 : 0), 0)
}

// Chi squared, by degrees of freedom.
const ONCE_IN_A_THOUSAND = [0, 10.83, 13.82, 16.27, 18.47, 20.52]

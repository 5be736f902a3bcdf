import type { Ran } from './rounds.ts'

// 0: all have the same; nearly 1: one has everything.
export function giniOf(amounts: number[]): number {
  const sorted = amounts.toSorted((one, other) => one - other)
  const all = sorted.reduce((sum, one) => sum + one, 0)
  const ranks = sorted.reduce((sum, one, at) => sum + (2 * (at + 1) - sorted.length - 1) * one, 0)
  return all === 0 ? 0 : ranks / (sorted.length * all)
}

// How unevenly mentors were shown, for each seat that was free at the time.
export const exposureGini = ({ shown, seatRounds }: Ran): number =>
  giniOf(Array.from(shown, (times, mentor) => times / (seatRounds[mentor] || 1)))

import type { Choices } from '../stability/choices.ts'

// Where each mentee's mentor stands on their list; whoever has none stands behind it.
export function ranksOf({ mentees }: Choices, isPaired: Uint8Array): number[] {
  const ranks = Array.from(mentees.seats, () => mentees.of.length)
  isPaired.forEach((yes, pair) => {
    if (yes === 1) ranks[mentees.of[pair] ?? 0] = mentees.rank[pair] ?? 0
  })
  return ranks
}

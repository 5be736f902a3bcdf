import type { Choices, Pairs } from '#workers/matching/assignment/stability/choices.ts'

// What a spreadsheet would do: the best pair first, then the best that is left.
export function greedy({ worth }: Pairs, { mentees, mentors }: Choices): Uint8Array {
  const isPaired = new Uint8Array(worth.length)
  const free = mentees.seats.slice()
  const room = mentors.seats.slice()
  for (const pair of Int32Array.from(worth.keys()).sort(
    (one, other) => (worth[other] ?? 0) - (worth[one] ?? 0) || one - other,
  )) {
    const mentee = mentees.of[pair] ?? 0
    const mentor = mentors.of[pair] ?? 0
    if ((free[mentee] ?? 0) === 0 || (room[mentor] ?? 0) === 0) continue
    free[mentee] = 0
    room[mentor] = (room[mentor] ?? 0) - 1
    isPaired[pair] = 1
  }
  return isPaired
}

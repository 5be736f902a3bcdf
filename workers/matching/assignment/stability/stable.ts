import type { Choices, Side } from './choices.ts'

// Deferred acceptance (Gale and Shapley): the best stable pairing there is for every single one of the side that asks.
export const menteeBest = ({ mentees, mentors }: Choices): Uint8Array => asked(mentees, mentors)
export const mentorBest = ({ mentees, mentors }: Choices): Uint8Array => asked(mentors, mentees)

// Pairs that would both rather have each other than somebody they have.
export function blockingPairs({ mentees, mentors }: Choices, isPaired: Uint8Array): number {
  const menteesWorst = worstOf(mentees, isPaired)
  const mentorsWorst = worstOf(mentors, isPaired)
  let many = 0
  for (let pair = 0; pair < isPaired.length; pair++) {
    if (isPaired[pair] === 1) continue
    const mentee = mentees.of[pair] ?? 0
    const mentor = mentors.of[pair] ?? 0
    const isWished = (mentees.rank[pair] ?? 0) < (menteesWorst[mentee] ?? 0)
    if (isWished && (mentors.rank[pair] ?? 0) < (mentorsWorst[mentor] ?? 0)) many++
  }
  return many
}

// A seat asks on until somebody has room; whoever is let go for it asks on in its place.
function asked(asking: Side, hearing: Side): Uint8Array {
  const isPaired = new Uint8Array(asking.of.length)
  const next = asking.firstOf.slice()
  const room = hearing.seats.slice()
  const worst = hearing.firstOf.slice(1)
  for (let one = 0; one < asking.seats.length; one++)
    for (let seat = 0; seat < (asking.seats[one] ?? 0); seat++) {
      let who = one
      while (who >= 0 && (next[who] ?? 0) < (asking.firstOf[who + 1] ?? 0)) {
        const pair = asking.fromBest[next[who] ?? 0] ?? 0
        next[who] = (next[who] ?? 0) + 1
        const refused = hear(hearing, { room, worst, isPaired }, pair)
        who = refused < 0 ? -1 : (asking.of[refused] ?? 0)
      }
    }
  return isPaired
}

type Held = { room: Int32Array; worst: Int32Array; isPaired: Uint8Array }

// Who is refused for this pair: nobody, somebody worse, or the pair itself.
function hear({ of, fromBest, rank, seats }: Side, { room, worst, isPaired }: Held, pair: number): number {
  const one = of[pair] ?? 0
  if ((seats[one] ?? 0) === 0) return pair
  const hasRoom = (room[one] ?? 0) > 0
  if (hasRoom) room[one] = (room[one] ?? 0) - 1
  else {
    while (isPaired[fromBest[(worst[one] ?? 0) - 1] ?? 0] === 0) worst[one] = (worst[one] ?? 0) - 1
    if ((rank[pair] ?? 0) >= (worst[one] ?? 0)) return pair
  }
  isPaired[pair] = 1
  if (hasRoom) return -1
  const least = fromBest[(worst[one] ?? 0) - 1] ?? 0
  isPaired[least] = 0
  return least
}

// Up to which rank everything is better than what somebody has: their worst pair, or anything while a seat is free.
function worstOf({ of, rank, seats }: Side, isPaired: Uint8Array): Int32Array {
  const taken = new Int32Array(seats.length)
  const worst = new Int32Array(seats.length).fill(-1)
  isPaired.forEach((yes, pair) => {
    const one = of[pair] ?? 0
    if (yes === 1) taken[one] = (taken[one] ?? 0) + 1
    if (yes === 1) worst[one] = Math.max(worst[one] ?? 0, rank[pair] ?? 0)
  })
  return worst.map((rankOfWorst, one) => ((taken[one] ?? 0) < (seats[one] ?? 0) ? of.length : rankOfWorst))
}

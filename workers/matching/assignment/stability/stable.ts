import type { Choices, Side } from './choices.ts'

// Deferred acceptance (Gale and Shapley): the best stable pairing there is for every single one of the side that asks. What
// mentors and their groups may have together is a laminar matroid, and choosing greedily in one order keeps the theorem (Fleiner).
export const menteeBest = ({ mentees, mentors, groups }: Choices): Uint8Array => asked(mentees, mentors, groups)
// Where mentors ask, nobody watches over groups.
export const mentorBest = ({ mentees, mentors }: Omit<Choices, 'groups'>): Uint8Array => asked(mentors, mentees)

// Pairs that would both rather have each other than somebody they have; a mentor with a seat whose group is full, than
// somebody the group has.
export function blockingPairs({ mentees, mentors, groups }: Choices, isPaired: Uint8Array): number {
  const menteesWorst = worstOf(mentees, isPaired)
  const mentorsWorst = worstOf(mentors, isPaired)
  const groupsWorst = groups && worstOf(groups, isPaired)
  let many = 0
  for (let pair = 0; pair < isPaired.length; pair++) {
    if (isPaired[pair] === 1) continue
    const mentee = mentees.of[pair] ?? 0
    const mentor = mentors.of[pair] ?? 0
    const isWished = (mentees.rank[pair] ?? 0) < (menteesWorst[mentee] ?? 0)
    const isWelcome = (mentors.rank[pair] ?? 0) < (mentorsWorst[mentor] ?? 0)
    const hasSeat = mentorsWorst[mentor] === mentors.of.length
    const isHeard = !groups || !hasSeat || (groups.rank[pair] ?? 0) < (groupsWorst?.[groups.of[pair] ?? 0] ?? 0)
    if (isWished && isWelcome && isHeard) many++
  }
  return many
}

// A seat asks on until somebody has room; whoever is let go for it asks on in its place.
function asked(asking: Side, hearing: Side, groups?: Side): Uint8Array {
  const isPaired = new Uint8Array(asking.of.length)
  const next = asking.firstOf.slice()
  const hall = heldBy(hearing, isPaired)
  const above = groups && heldBy(groups, isPaired)
  for (let one = 0; one < asking.seats.length; one++)
    for (let seat = 0; seat < (asking.seats[one] ?? 0); seat++) {
      let who = one
      while (who >= 0 && (next[who] ?? 0) < (asking.firstOf[who + 1] ?? 0)) {
        const pair = asking.fromBest[next[who] ?? 0] ?? 0
        next[who] = (next[who] ?? 0) + 1
        const refused = hear(hall, above, pair)
        who = refused < 0 ? -1 : (asking.of[refused] ?? 0)
      }
    }
  return isPaired
}

// room: seats that are free; worst: behind it in the order nobody is held, and nobody will be.
type Held = { side: Side; room: Int32Array; worst: Int32Array; isPaired: Uint8Array }

const heldBy = (side: Side, isPaired: Uint8Array): Held => ({
  ...{ side, isPaired },
  room: side.seats.slice(),
  worst: side.firstOf.slice(1),
})

// Who is refused for this pair: nobody, somebody worse, or the pair itself. Whoever is full gives up their own; whose group is
// full, somebody of the group.
function hear(hall: Held, above: Held | undefined, pair: number): number {
  const full = isFull(hall, pair) ? hall : above && isFull(above, pair) ? above : undefined
  const least = full ? leastIn(full, pair) : -1
  if (least === pair) return pair
  hall.isPaired[pair] = 1
  free(hall, pair, -1)
  free(above, pair, -1)
  if (least < 0) return least
  hall.isPaired[least] = 0
  free(hall, least, 1)
  free(above, least, 1)
  return least
}

const isFull = ({ side, room }: Held, pair: number) => (room[side.of[pair] ?? 0] ?? 0) <= 0

function free(held: Held | undefined, pair: number, seats: number) {
  const one = held?.side.of[pair] ?? 0
  if (held) held.room[one] = (held.room[one] ?? 0) + seats
}

function leastIn({ side, worst, isPaired }: Held, pair: number): number {
  const one = side.of[pair] ?? 0
  if ((side.seats[one] ?? 0) === 0) return pair
  while (isPaired[side.fromBest[(worst[one] ?? 0) - 1] ?? 0] === 0) worst[one] = (worst[one] ?? 0) - 1
  return (side.rank[pair] ?? 0) >= (worst[one] ?? 0) ? pair : (side.fromBest[(worst[one] ?? 0) - 1] ?? 0)
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

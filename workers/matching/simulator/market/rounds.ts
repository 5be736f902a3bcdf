import { dice, hashOf } from '../../hashing.ts'
import type { Somebody } from './people.ts'
import type { Truth } from './truth.ts'

// Who still looks, who still has seats, by their places, and what was seen so far; a way of matching says whom each sees,
// from the top.
export type Moment = { round: number; looking: number[]; seats: Int32Array; seen: readonly Seen[] }
export type Way = (moment: Moment) => number[][]

export type Seen = {
  round: number
  mentee: number
  mentor: number
  position: number
  asked: boolean
  accepted?: boolean
}
export type Ran = {
  matched: { round: number; mentee: number; mentor: number }[]
  seen: Seen[]
  // How often each was shown and asked, and for how many seats that were free at the time.
  shown: Int32Array
  asked: Int32Array
  seatRounds: Int32Array
}

export type Playing = {
  mentees: Somebody[]
  mentors: Somebody[]
  truth: (mentee: number, mentor: number) => Truth
  seed: number
  rounds: number
}

const LOOKS_ON = 0.88
const MOST_REQUESTS = 3
const PATIENCE = 0.9

// Every round whoever looks is shown a slate, asks up to three, and mentors answer as far as they get to it, the best first.
export function play({ mentees, mentors, truth, seed, rounds }: Playing, way: Way): Ran {
  const seats = Int32Array.from(mentors, ({ shown }) => shown.seats)
  const zero = () => new Int32Array(mentors.length)
  const ran: Ran = { matched: [], seen: [], shown: zero(), asked: zero(), seatRounds: zero() }
  let looking = [...mentees.keys()]
  for (let round = 0; round < rounds; round++) {
    for (const [mentor, free] of seats.entries()) ran.seatRounds[mentor] = (ran.seatRounds[mentor] ?? 0) + free
    const chance = chanceIn(seed, round)
    const seen =
      looking.length === 0
        ? []
        : askedIn({ round, slates: way({ round, looking, seats, seen: ran.seen }), looking }, truth, chance)
    const matched = answeredIn(seen, { seats, truth, chance })
    note(
      ran,
      seen,
      matched.map((one) => ({ ...one, round })),
    )
    const gone = new Set(matched.map(({ mentee }) => mentee))
    looking = looking.filter((mentee) => !gone.has(mentee) && chance('stays', mentee, 0) < PATIENCE)
  }
  return ran
}

// The same chance for the same two in the same round, whatever the way: ways differ by what they show, not by luck.
type Chance = (what: string, mentee: number, mentor: number) => number
const chanceIn =
  (seed: number, round: number): Chance =>
  (what, mentee, mentor) =>
    dice(hashOf(`${what} ${round} ${mentee} ${mentor}`, seed))()

type Slated = { round: number; slates: number[][]; looking: number[] }

function askedIn({ round, slates, looking }: Slated, truth: Playing['truth'], chance: Chance): Seen[] {
  return looking.flatMap((mentee, at) => {
    let left = MOST_REQUESTS
    return (slates[at] ?? []).map((mentor, position) => {
      const looks = chance('looks', mentee, mentor) < LOOKS_ON ** position
      const asked = left > 0 && looks && chance('asks', mentee, mentor) < truth(mentee, mentor).asks
      if (asked) left--
      return { round, mentee, mentor, position, asked }
    })
  })
}

type Answering = { seats: Int32Array; truth: Playing['truth']; chance: Chance }

// Who has many letters answers fewer of them. A mentee goes with the one they like most of those who said yes.
function answeredIn(seen: Seen[], { seats, truth, chance }: Answering): { mentee: number; mentor: number }[] {
  const letters = Map.groupBy(
    seen.filter(({ asked }) => asked),
    ({ mentor }) => mentor,
  )
  for (const [mentor, some] of letters) {
    const free = seats[mentor] ?? 0
    const answers = 1 / (1 + some.length / (4 * Math.max(1, free)))
    const welcome = some.filter((one) => {
      const isRead = chance('reads', one.mentee, mentor) < answers
      one.accepted = isRead && chance('accepts', one.mentee, mentor) < truth(one.mentee, mentor).accepts
      return one.accepted
    })
    const best = welcome.toSorted(
      (one, other) => truth(other.mentee, mentor).accepts - truth(one.mentee, mentor).accepts,
    )
    for (const one of best.slice(free)) one.accepted = false
  }
  return choose(
    seen.filter(({ accepted }) => accepted),
    { seats, truth, chance },
  )
}

function choose(offers: Seen[], { seats, truth }: Answering) {
  return [...Map.groupBy(offers, ({ mentee }) => mentee)].map(([mentee, some]) => {
    const best = some.reduce((one, other) =>
      truth(mentee, other.mentor).asks > truth(mentee, one.mentor).asks ? other : one,
    )
    seats[best.mentor] = (seats[best.mentor] ?? 0) - 1
    return { mentee, mentor: best.mentor }
  })
}

function note(ran: Ran, seen: Seen[], matched: Ran['matched']) {
  ran.matched.push(...matched)
  for (const one of seen) {
    ran.seen.push(one)
    ran.shown[one.mentor] = (ran.shown[one.mentor] ?? 0) + 1
    if (one.asked) ran.asked[one.mentor] = (ran.asked[one.mentor] ?? 0) + 1
  }
}

import { AT_ONCE, type Problem } from './problem.ts'

export type Claim = { mentorOf: Int32Array; seatPrices: Float64Array; groupPrices: Float64Array }
export type Certificate = { primal: number; dual: number; gap: number; broken: number; seed: number; inputHash: string }
export type Proof = { at: number; primal: number; dual: number; broken: number; low: number; high: number }

export const atTheStart = (): Proof => ({ at: 0, primal: 0, dual: 0, broken: 0, low: 0, high: 0 })

// Knows nothing of how a claim was found. Whatever the prices y and z >= 0, no pairing is worth more than the dual
// sum_i max(-out_i, max_j w_ij - y_j) + sum_j max_f (f (y_j - z_g) - empty (least_j - f)+) + sum_g cap_g z_g:
// a pairing that breaks no rule, has no better pair at these prices and is worth just that is the best of all.
export function certify(problem: Problem, claim: Claim): Certificate {
  let proof = atTheStart()
  while (proof.at < problem.mentees.length) proof = lookOn(problem, claim, proof)
  return concluded(problem, claim, proof)
}

// A few mentees beside all mentors; what comes out can be stored and gone on from.
export function lookOn({ worths, mentees, mentors, costOfLeavingOut }: Problem, claim: Claim, proof: Proof): Proof {
  const names = Int32Array.from(mentors, (id) => digest(id))
  const row = new Int32Array(AT_ONCE * mentors.length)
  const until = Math.min(proof.at + AT_ONCE, mentees.length)
  worths.fill(
    Int32Array.from({ length: until - proof.at }, (_, k) => proof.at + k),
    until - proof.at,
    row,
  )
  const next = { ...proof, at: until }
  for (let mentee = proof.at; mentee < until; mentee++) {
    const out = costOfLeavingOut[mentee] ?? 0
    const worth = row.subarray((mentee - proof.at) * mentors.length, (mentee - proof.at + 1) * mentors.length)
    const own = claim.mentorOf[mentee] ?? -1
    const value = own < 0 ? -out : (worth[own] ?? -(2 ** 31))
    const best = bestOf(worth, claim.seatPrices, -out)
    if (value === -(2 ** 31) || best > (own < 0 ? value : value - (claim.seatPrices[own] ?? 0))) next.broken++
    next.primal += value
    next.dual += best
    hashIn(next, worth, digest(`${mentees[mentee]} ${out}`), names)
  }
  return next
}

export function concluded(problem: Problem, { mentorOf, seatPrices, groupPrices }: Claim, proof: Proof): Certificate {
  const { mostSeats, leastSeats, groupOf, groupCaps, costOfAnEmptySeat, seed } = problem
  let { primal, dual, broken, low } = proof
  const taken = new Int32Array(mostSeats.length)
  const inGroup = new Int32Array(groupCaps.length)
  for (const mentor of mentorOf) if (mentor >= 0) taken[mentor] = (taken[mentor] ?? 0) + 1
  taken.forEach((many, mentor) => {
    const [most, least, group] = [mostSeats[mentor] ?? 0, leastSeats[mentor] ?? 0, groupOf[mentor] ?? 0]
    const margin = (seatPrices[mentor] ?? 0) - (groupPrices[group] ?? 0)
    inGroup[group] = (inGroup[group] ?? 0) + many
    if (many > most) broken++
    primal -= costOfAnEmptySeat * Math.max(0, least - many)
    dual += Math.max(most * margin, least * margin, -least * costOfAnEmptySeat)
    low = (low + Math.imul(digest(`${problem.mentors[mentor]}`), digest(`${most} ${least} ${group}`))) | 0
  })
  groupCaps.forEach((cap, group) => {
    if ((inGroup[group] ?? 0) > cap || (groupPrices[group] ?? 0) < 0) broken++
    dual += cap * (groupPrices[group] ?? 0)
  })
  low ^= digest(`${seed} ${costOfAnEmptySeat} ${groupCaps.join()}`)
  return { primal, dual, gap: dual - primal, broken, seed, inputHash: hex(low) + hex(proof.high) }
}

export const holds = ({ gap, broken }: Certificate): boolean => gap === 0 && broken === 0

function bestOf(worth: Int32Array, prices: Float64Array, leftOut: number) {
  let best = leftOut
  for (let mentor = 0; mentor < worth.length; mentor++) {
    const value = worth[mentor] ?? 0
    if (value !== -(2 ** 31) && value - (prices[mentor] ?? 0) > best) best = value - (prices[mentor] ?? 0)
  }
  return best
}

// Sums do not mind the order, so the hash of the same input is the same in any.
function hashIn(proof: Proof, worth: Int32Array, name: number, names: Int32Array) {
  let { low, high } = proof
  for (let mentor = 0; mentor < worth.length; mentor++) {
    const mixed = Math.imul((name + (names[mentor] ?? 0)) ^ Math.imul(worth[mentor] ?? 0, 0x85ebca6b), 0x9e3779b1)
    low = (low + Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)) | 0
    high = (high + Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39)) | 0
  }
  proof.low = low
  proof.high = high
}

function digest(text: string): number {
  let sum = 17
  for (const sign of text) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x5bd1e995) ^ (sum >>> 13)
  return sum
}

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')

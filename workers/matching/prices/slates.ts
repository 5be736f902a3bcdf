import { lotsOf } from '../assignment/order.ts'
import { choicesOf, type Pairs } from '../assignment/stability/choices.ts'
import { menteeBest } from '../assignment/stability/stable.ts'
import { dice, hashOf } from '../hashing.ts'
import { chancesOf, drawn } from './drawing.ts'
import type { Lists } from './lists.ts'
import { SLOTS } from './shares.ts'

// One place of a slate, and the chance that this mentor stands there: 1 for whoever is not drawn.
export type Shown = { mentor: number; slot: number; propensity: number }

export type Slating = {
  lists: Lists
  prices: Float64Array
  shares: Int32Array
  thisWeek: Int32Array
  sharpness: number
  seed: number
}

const LAST_RANK = 60

// This week's match first, then who is worth most beyond their price, last one who is drawn. No mentor beyond their share.
export function slatesOf(slating: Slating): Shown[][] {
  const room = slating.shares.slice()
  const turns = turnsOf(slating)
  const firsts = firstsOf(slating.thisWeek, turns, room)
  const ranked = rankedFor(slating, firsts, room)
  const slates = ranked.map((mentors, member) =>
    [firsts[member] ?? -1, ...mentors]
      .filter((mentor) => mentor >= 0)
      .map((mentor, at) => ({ mentor, slot: at + 1, propensity: 1 })),
  )
  for (const mentor of ranked.flat()) room[mentor] = (room[mentor] ?? 0) - 1
  for (const member of turns) slates[member]?.push(...lastFor(slating, { member, room, slate: slates[member] ?? [] }))
  return slates
}

// Members take turns by lot, never by where they stand.
function turnsOf({ lists, seed }: Slating): Int32Array {
  const turns = new Int32Array(lists.members.length)
  lotsOf(lists.members, seed).forEach((lot, member) => {
    turns[lot] = member
  })
  return turns
}

function firstsOf(thisWeek: Int32Array, turns: Int32Array, room: Int32Array): Int32Array {
  const firsts = new Int32Array(thisWeek.length).fill(-1)
  for (const member of turns) {
    const mentor = thisWeek[member] ?? -1
    if (mentor < 0 || (room[mentor] ?? 0) === 0) continue
    firsts[member] = mentor
    room[mentor] = (room[mentor] ?? 0) - 1
  }
  return firsts
}

// Each asks for whom they would gain most with, and a mentor who is asked for too often stays with whom they suit best.
function rankedFor({ lists, prices, seed }: Slating, firsts: Int32Array, room: Int32Array): number[][] {
  const pairs = pairsBut(lists, prices, firsts)
  const asks = firsts.map((first) => SLOTS - 1 - (first < 0 ? 0 : 1))
  const choices = choicesOf({ mentees: lists.members, mentors: lists.mentors, mostSeats: room, seed, asks }, pairs)
  const isShown = menteeBest(choices)
  const { firstOf, fromBest } = choices.mentees
  return lists.members.map((_, member) =>
    Array.from(fromBest.subarray(firstOf[member], firstOf[member + 1]))
      .filter((pair) => isShown[pair] === 1)
      .map((pair) => pairs.mentor[pair] ?? 0),
  )
}

function pairsBut({ firstOf, mentor, worth }: Lists, prices: Float64Array, firsts: Int32Array): Pairs {
  const of = new Int32Array(mentor.length)
  for (let member = 0; member < firsts.length; member++) of.fill(member, firstOf[member], firstOf[member + 1])
  const kept = Int32Array.from(mentor.keys()).filter((pair) => firsts[of[pair] ?? 0] !== mentor[pair])
  const worths = Float64Array.from(kept, (pair) => worth[pair] ?? 0)
  return {
    mentee: kept.map((pair) => of[pair] ?? 0),
    mentor: kept.map((pair) => mentor[pair] ?? 0),
    wish: Float64Array.from(kept, (pair) => (worth[pair] ?? 0) - (prices[mentor[pair] ?? 0] ?? 0)),
    welcome: worths,
    worth: worths,
  }
}

type Last = { member: number; room: Int32Array; slate: Shown[] }

function lastFor(slating: Slating, { member, room, slate }: Last): Shown[] {
  const chances = chancesFor(slating, { member, room, slate })
  if (chances.length === 0) return []
  const throwing = dice(hashOf(slating.lists.members[member] ?? '', slating.seed))
  const found =
    chances[
      drawn(
        chances.map(({ chance }) => chance),
        throwing(),
      )
    ]
  if (!found) return []
  room[found.mentor] = (room[found.mentor] ?? 0) - 1
  return [{ mentor: found.mentor, slot: slate.length + 1, propensity: found.chance }]
}

// Whoever comes after the slate and has room may be drawn: together their chances are one.
export function chancesFor({ lists, prices, sharpness }: Slating, { member, room, slate }: Last) {
  const shown = new Set(slate.map(({ mentor }) => mentor))
  const { firstOf, mentor, worth } = lists
  const rest = Array.from(mentor.subarray(firstOf[member], firstOf[member + 1]), (place, n) => ({
    mentor: place,
    gain: (worth[(firstOf[member] ?? 0) + n] ?? 0) - (prices[place] ?? 0),
  }))
    .filter((one) => !shown.has(one.mentor) && (room[one.mentor] ?? 0) > 0)
    .sort((one, other) => other.gain - one.gain || one.mentor - other.mentor)
    .slice(0, LAST_RANK - slate.length)
  const chances = chancesOf(
    rest.map(({ gain }) => gain),
    sharpness,
  )
  return rest.map((one, at) => ({ mentor: one.mentor, chance: chances[at] ?? 0 }))
}

import { inOrder } from '../learning/evidence/outcomes.ts'

// Whom each member might ask, and what each would be worth to both: one list behind the other, in the order of ids, so that
// sums of fractions come out alike however members arrive.
export type Lists = Chunk & { members: string[]; mentors: string[]; seats: Float64Array }
export type Chunk = { firstOf: Int32Array; mentor: Int32Array; worth: Float64Array }

export type Listed = { id: string; of: { id: string; worth: number }[] }
export type Seats = { id: string; seats: number }

// Mentors without a free seat are on no list.
export function listsOf(listed: Listed[], seated: Seats[]): Lists {
  const open = inOrder(seated.filter(({ seats }) => seats > 0))
  const placeOf = new Map(open.map(({ id }, at) => [id, at]))
  const members = inOrder(listed).map(({ id, of }) => ({ id, of: inOrder(of.filter((one) => placeOf.has(one.id))) }))
  return {
    members: members.map(({ id }) => id),
    mentors: open.map(({ id }) => id),
    seats: Float64Array.from(open, ({ seats }) => seats),
    ...chunkOf(members.map(({ of }) => of.map(({ id, worth }) => ({ mentor: placeOf.get(id) ?? 0, worth })))),
  }
}

export function chunkOf(lists: { mentor: number; worth: number }[][]): Chunk {
  const firstOf = new Int32Array(lists.length + 1)
  lists.forEach((list, at) => {
    firstOf[at + 1] = (firstOf[at] ?? 0) + list.length
  })
  const pairs = lists.flat()
  return {
    firstOf,
    mentor: Int32Array.from(pairs, ({ mentor }) => mentor),
    worth: Float64Array.from(pairs, ({ worth }) => worth),
  }
}

export type Unit = { mean: number; spread: number }

// What is usual on these lists, and how much worths differ there.
export function unitOf(worth: Float64Array): Unit {
  const many = worth.length || 1
  const mean = worth.reduce((sum, one) => sum + one, 0) / many
  return { mean, spread: Math.sqrt(worth.reduce((sum, one) => sum + (one - mean) ** 2, 0) / many) || 1 }
}

export const SLOTS = 10

const SPARE = 1.25
const FEWEST_A_SEAT = 10

// How many slates may show a mentor: their part of all free seats and a little more, ten for each seat at the least.
export function sharesOf(seats: Float64Array, slots: number): Int32Array {
  const all = seats.reduce((sum, one) => sum + one, 0) || 1
  return Int32Array.from(seats, (own) => Math.ceil(Math.max(FEWEST_A_SEAT * own, (SPARE * slots * own) / all)))
}

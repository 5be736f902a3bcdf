export const meanOf = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

export function spreadOf(numbers: number[]): number {
  const mean = meanOf(numbers)
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, numbers.length - 1))
}

// Half of the width in which the mean of all would lie 95 times in 100, by Student's t.
export const unsure = (numbers: number[]): number =>
  ((TWO_SIDED[numbers.length - 2] ?? 1.96) * spreadOf(numbers)) / Math.sqrt(numbers.length)

const TWO_SIDED = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26]

// The slope of the line through points that is least wrong in squares.
export function slopeOf(points: [number, number][]): number {
  const [x, y] = [meanOf(points.map(([x]) => x)), meanOf(points.map(([, y]) => y))]
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

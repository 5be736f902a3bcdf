export const meanOf = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

export function spreadOf(numbers: number[]): number {
  const mean = meanOf(numbers)
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, numbers.length - 1))
}

// The slope of the line through points that is least wrong in squares.
export function slopeOf(points: [number, number][]): number {
  const [x, y] = [meanOf(points.map(([x]) => x)), meanOf(points.map(([, y]) => y))]
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

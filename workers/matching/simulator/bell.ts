// Twelve throws less six are nearly a bell curve of spread one.
export function bell(chance: () => number): number {
  let sum = -6
  for (let n = 0; n < 12; n++) sum += chance()
  return sum
}

// A symmetric matrix with a positive diagonal, below its diagonal only, becomes L with L Lᵀ = A, in its own place.
export function factor(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0
      for (let k = 0; k < column; k++) sum -= (matrix[row * size + k] ?? 0) * (matrix[column * size + k] ?? 0)
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / (matrix[column * size + column] ?? 1)
    }
  }
}

// A x = b, where b becomes x: first L y = b downwards, then Lᵀ x = y upwards.
export function solveWith(factored: Float64Array, vector: Float64Array): void {
  const size = vector.length
  for (let row = 0; row < size; row++) {
    let sum = vector[row] ?? 0
    for (let k = 0; k < row; k++) sum -= (factored[row * size + k] ?? 0) * (vector[k] ?? 0)
    vector[row] = sum / (factored[row * size + row] ?? 1)
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row] ?? 0
    for (let k = row + 1; k < size; k++) sum -= (factored[k * size + row] ?? 0) * (vector[k] ?? 0)
    vector[row] = sum / (factored[row * size + row] ?? 1)
  }
}

// The diagonal of the inverse: how uncertain each unknown stays.
export function variancesOf(factored: Float64Array, size: number): Float64Array {
  const unit = new Float64Array(size)
  return Float64Array.from({ length: size }, (_, at) => {
    unit.fill(0)
    unit[at] = 1
    solveWith(factored, unit)
    return unit[at] ?? 0
  })
}

export type Vector = readonly number[]
export type Matrix = readonly Vector[]

export function dot(a: Vector, b: Vector): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0)
}

export function times(matrix: Matrix, vector: Vector): Vector {
  return matrix.map((row) => dot(row, vector))
}

/** `at` and so much of `direction`. */
export function moved(at: Vector, direction: Vector, far: number): Vector {
  return at.map((x, i) => x + far * direction[i]!)
}

/** The inverse of a symmetric matrix by Cholesky; `null` where it is not positive definite. */
export function inverseOf(matrix: Matrix): Matrix | null {
  const n = matrix.length
  const lower: number[][] = matrix.map(() => Array.from({ length: n }, () => 0))
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const rest = matrix[i]![j]! - dot(lower[i]!.slice(0, j), lower[j]!.slice(0, j))
      if (i === j && !(rest > 0)) return null
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!
    }
  const columns = matrix.map((_, k) => solved(lower, k))
  return matrix.map((_, i) => columns.map((column) => column[i]!))
}

/** The solution of L·Lᵀ·x = the k-th unit vector. */
function solved(lower: Matrix, k: number): Vector {
  const n = lower.length
  const x: number[] = lower.map((_, i) => (i === k ? 1 : 0))
  for (let i = 0; i < n; i++) x[i] = (x[i]! - dot(lower[i]!.slice(0, i), x.slice(0, i))) / lower[i]![i]!
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i]!
    for (let j = i + 1; j < n; j++) rest -= lower[j]![i]! * x[j]!
    x[i] = rest / lower[i]![i]!
  }
  return x
}

/** As many points as twelve digits of a function that is smooth far beyond the range need. */
export const POINTS = 48

const ANGLES = Array.from({ length: POINTS }, (_, i) => (Math.PI * (i + 0.5)) / POINTS)

/** A smooth function between two places, by its values at Chebyshev's points: quick to ask often. */
export function interpolated(f: (x: number) => number, from: number, to: number): (x: number) => number {
  const [middle, half] = [(from + to) / 2, (to - from) / 2]
  const values = ANGLES.map((angle) => f(middle + half * Math.cos(angle)))
  const factors = Float64Array.from(ANGLES, (_, k) => {
    const sum = values.reduce((sum, value, i) => sum + value * Math.cos(k * ANGLES[i]!), 0)
    return ((k === 0 ? 1 : 2) * sum) / POINTS
  })
  return (x) => {
    const u = half === 0 ? 0 : (x - middle) / half
    // Clenshaw's way to add them up.
    let b = 0
    let before = 0
    for (let k = POINTS - 1; k > 0; k--) {
      const next = 2 * u * b - before + factors[k]!
      before = b
      b = next
    }
    return u * b - before + factors[0]!
  }
}

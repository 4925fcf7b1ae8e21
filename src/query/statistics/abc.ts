import type { BootstrapInterval } from "./bootstrap.ts"
import { Z95 } from "./normal.ts"

/** Sums over clusters: all that the analytic limit of the bootstrap needs, so an engine computes it in its one scan. */
export interface Moments {
  readonly n: number
  readonly x: number
  readonly y: number
  readonly xx: number
  readonly xy: number
  readonly yy: number
  readonly xxx: number
  readonly xxy: number
  readonly xyy: number
  readonly yyy: number
}

/**
 * DiCiccio and Efron's ABC interval of Σx / Σy: what BCa tends to, without resampling. For a ratio of sums the bias of the estimate and
 * the curvature along the least favourable direction cancel, so the bias correction equals the acceleration.
 */
export function abcRatio(m: Moments): BootstrapInterval | null {
  if (m.n < 2 || m.y === 0) return null
  const value = m.x / m.y
  const x = m.x / m.n
  const y = m.y / m.n
  // Influence of a cluster: l = (x − value·y) / ȳ. Its square, its cube, and its products with x and y, averaged.
  const squares = (m.xx - 2 * value * m.xy + value * value * m.yy) / (m.n * y * y)
  const cubes = (m.xxx - 3 * value * m.xxy + 3 * value * value * m.xyy - value ** 3 * m.yyy) / (m.n * y ** 3)
  // Rounding may leave a crumb where every cluster says the same.
  if (squares <= (value * value * m.yy * 1e-12) / (m.n * y * y)) return { value, low: value, high: value, method: "abc" }
  const sigma = Math.sqrt(squares / m.n)
  const acceleration = cubes / (6 * Math.sqrt(m.n) * squares ** 1.5)
  const alongX = (m.xx - value * m.xy) / (m.n * y) / (m.n * sigma)
  const alongY = (m.xy - value * m.yy) / (m.n * y) / (m.n * sigma)
  const end = (z: number) => {
    const w = acceleration + z
    const step = w / (1 - acceleration * w) ** 2
    return (x + step * alongX) / (y + step * alongY)
  }
  return { value, low: end(-Z95), high: end(Z95), method: "abc" }
}

/** The sums of clusters in memory. */
export function momentsOf(clusters: readonly { readonly x: number; readonly y: number }[]): Moments {
  const m = { n: clusters.length, x: 0, y: 0, xx: 0, xy: 0, yy: 0, xxx: 0, xxy: 0, xyy: 0, yyy: 0 }
  for (const { x, y } of clusters) {
    m.x += x
    m.y += y
    m.xx += x * x
    m.xy += x * y
    m.yy += y * y
    m.xxx += x * x * x
    m.xxy += x * x * y
    m.xyy += x * y * y
    m.yyy += y * y * y
  }
  return m
}

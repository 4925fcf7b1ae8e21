import { dot, inverseOf, type Matrix, moved, times, type Vector } from "./matrix.ts"

/** A function's value somewhere, and its slope. */
export interface Slope {
  readonly value: number
  readonly gradient: Vector
}

export interface Maximum {
  readonly at: Vector
  readonly value: number
  /** The inverse of the observed information: of a log-likelihood, the covariance of its parameters. `null` where the top is not round. */
  readonly covariance: Matrix | null
}

type Sloped = (at: Vector) => Promise<Slope>
interface Step {
  readonly at: Vector
  readonly slope: Slope
}

const MOST_STEPS = 300
const MOST_HALVINGS = 40
/** No parameter moves farther in one step: the first guess of a curvature may be far off. */
const FARTHEST = 2
/** What sums over many rows are wrong by, relative to them. */
const ROUNDING = 1e-12
const FLAT = 1e-7
/** For the curvature: small enough for its error to be small, large enough for roundings to be. */
const APART = 1e-4

/** The largest value near `start`, by the method of Broyden, Fletcher, Goldfarb and Shanno. `null` where it does not settle. */
export async function maximize(f: Sloped, start: Vector): Promise<Maximum | null> {
  let here: Step = { at: start, slope: await f(start) }
  // `null`: nothing is known of the curvature, so it goes straight up.
  let inverse: Matrix | null = null
  for (let i = 0; i < MOST_STEPS; i++) {
    const { value, gradient } = here.slope
    if (!Number.isFinite(value)) return null
    if (largest(gradient) <= FLAT * (1 + Math.abs(value))) return polished(f, here)
    const next: Step | null = await stepAlong(f, here, limited(inverse ? times(inverse, gradient) : gradient))
    if (next === null && inverse === null) return null
    inverse = next && updated(inverse ?? identity(start.length), here, next)
    here = next ?? here
  }
  return null
}

function largest(vector: Vector): number {
  return Math.max(...vector.map(Math.abs))
}

function limited(direction: Vector): Vector {
  const far = largest(direction)
  return far > FARTHEST ? direction.map((x) => (x * FARTHEST) / far) : direction
}

/** As far along as the value rises enough. `null` where it nowhere does. */
async function stepAlong(f: Sloped, { at, slope }: Step, direction: Vector): Promise<Step | null> {
  const rise = dot(direction, slope.gradient)
  if (!(rise > 0)) return null
  for (let i = 0, far = 1; i < MOST_HALVINGS; i++, far /= 2) {
    const there = moved(at, direction, far)
    const found = await f(there)
    if (found.value >= slope.value + 1e-4 * far * rise - ROUNDING * (1 + Math.abs(slope.value)))
      return { at: there, slope: found }
  }
  return null
}

/** What the step taught of the curvature; nothing where the slope did not fall along it. */
function updated(inverse: Matrix, before: Step, after: Step): Matrix {
  const s = moved(after.at, before.at, -1)
  const y = moved(before.slope.gradient, after.slope.gradient, -1)
  const sy = dot(s, y)
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse
  const hy = times(inverse, y)
  const wide = (1 + dot(y, hy) / sy) / sy
  return inverse.map((row, i) => row.map((h, j) => h + wide * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy))
}

function identity(n: number): Matrix {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))
}

/** One step of Newton's with the curvature that the covariance needs anyway. */
async function polished(f: Sloped, { at, slope }: Step): Promise<Maximum> {
  const covariance = inverseOf(await informationAt(f, at))
  if (!covariance) return { at, value: slope.value, covariance }
  const there = moved(at, limited(times(covariance, slope.gradient)), 1)
  const { value } = await f(there)
  return value >= slope.value - ROUNDING * (1 + Math.abs(slope.value))
    ? { at: there, value, covariance }
    : { at, value: slope.value, covariance }
}

/** How fast the slope falls, in each direction. */
async function informationAt(f: Sloped, at: Vector): Promise<Matrix> {
  const falls: Vector[] = []
  for (const unit of identity(at.length)) {
    const [up, down] = [await f(moved(at, unit, APART)), await f(moved(at, unit, -APART))]
    falls.push(moved(down.gradient, up.gradient, -1).map((fall) => fall / (2 * APART)))
  }
  return falls.map((row, i) => row.map((fall, j) => (fall + falls[j]![i]!) / 2))
}

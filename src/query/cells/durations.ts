import type { Duration, Value } from "../../metrics/metric.ts"
import { GRID, LEVELS } from "../plan/aggregates.ts"
import { abcRatio, curveOf, type Interval, quantileFractions, survivalQuantile } from "../statistics/index.ts"
import type { Estimate } from "./estimate.ts"
import type { Values } from "./values.ts"

const MS = 1000
/** Above this share of rows still running, the finished ones alone would flatter. */
const MOST_RUNNING = 1 / 20

/** A duration in seconds: of the finished ones, or by Kaplan and Meier where more than 5 % still run. */
export function durationValue(duration: Duration, values: Values): Estimate {
  const finished = quantilesOf(values, MS)
  const also = { ...finished.also, share_completed: shareFinished(values), mean: meanOf(values, MS) }
  if (duration.headline === "mean") {
    const { low, high } = finished.headline
    return { ...meanInterval(values, MS), also: { ...also, median_low: low, median_high: high } }
  }
  const running = values.count("censored")
  if (running <= MOST_RUNNING * (values.count("n") + running)) return { ...finished.headline, method: "order_statistic", also }
  const curve = curveOf(sorted(values.list("n")), sorted(values.list("censored")))
  const [median, p90] = LEVELS.map((level) => survivalQuantile(curve, level))
  return {
    ...inUnit(median!, MS),
    method: "km",
    also: {
      ...also,
      median: seconds(median!.value),
      p90: seconds(p90!.value),
      completed_median: also.median,
      completed_p90: also.p90,
    },
    ...(median!.value === null && { because: "not reached: too many are still running" }),
  }
}

type Mean = Extract<Value, { readonly kind: "mean" }>

/** A mean, or a ratio of sums, in its unit; the analytic bootstrap interval. */
export function meanValue(values: Values, { divide, per, shown = 1, part }: Mean): Estimate {
  if (per) return part ? inside(ratioInterval(values, divide, shown)) : ratioInterval(values, divide, shown)
  return { ...meanInterval(values, divide), also: quantilesOf(values, divide).also }
}

function inside(estimate: Estimate): Estimate {
  const { low, high } = estimate
  return { ...estimate, low: low === null ? null : Math.max(0, low), high: high === null ? null : Math.min(1, high) }
}

function meanInterval(values: Values, divide: number): Estimate {
  const n = values.count("n")
  const clusters = values.clusters()
  if (clusters) return estimate(n === 0 ? null : clusters.x / n, abcRatio(clusters), divide)
  const [x, xx, xxx] = [values.count("x"), values.count("xx"), values.count("xxx")]
  // Each row is a cluster that stands once in the denominator.
  const interval = abcRatio({ n, x, y: n, xx, xy: x, yy: n, xxx, xxy: xx, xyy: x, yyy: n })
  return estimate(n === 0 ? null : x / n, interval, divide)
}

function ratioInterval(values: Values, divide: number, shown: number): Estimate {
  const n = values.count("n")
  const [x, y, xx, xy, yy] = (["x", "y", "xx", "xy", "yy"] as const).map((part) => values.count(part))
  const [xxx, xxy, xyy, yyy] = (["xxx", "xxy", "xyy", "yyy"] as const).map((part) => values.count(part))
  const interval = abcRatio({ n, x: x!, y: y!, xx: xx!, xy: xy!, yy: yy!, xxx: xxx!, xxy: xxy!, xyy: xyy!, yyy: yyy! })
  return { ...estimate(y === 0 ? null : x! / y!, interval, divide), numerator: x! / divide / shown, denominator: y! / shown }
}

/** Of a handful of very unequal rows the analytic interval can miss its own value; an end that does so bounds nothing. */
function estimate(value: number | null, interval: Interval | null, divide: number): Estimate {
  if (value === null || interval === null) return { value: scaled(value, divide), low: null, high: null, method: "abc" }
  const low = interval.low !== null && interval.low <= value ? interval.low : null
  const high = interval.high !== null && interval.high >= value ? interval.high : null
  return { value: scaled(value, divide), low: scaled(low, divide), high: scaled(high, divide), method: "abc" }
}

/** Median and 90th percentile of the finished, type 7, with order-statistic ends. */
function quantilesOf(values: Values, divide: number) {
  const order = values.numbers("order")
  const quantiles = values.numbers("quantiles")
  const found = { n: values.count("n"), independent: independentOf(values), order, divide }
  const headline = quantileOf(quantiles[0], LEVELS[0], found)
  const high = quantileOf(quantiles[1], LEVELS[1], found)
  return { headline, also: { median: headline.value, p90: high.value, p90_low: high.low, p90_high: high.high } }
}

interface Ordered {
  readonly n: number
  readonly independent: number
  /** The values at the fractions of the grid. */
  readonly order: ArrayLike<number>
  readonly divide: number
}

function quantileOf(tenfold: number | undefined, level: number, { n, independent, order, divide }: Ordered): Estimate {
  // Ten times a type 7 quantile at 0.5 or 0.9 of whole numbers is whole; what the engine's own arithmetic adds is rounded away.
  const value = n === 0 ? null : Math.round(tenfold!) / 10 / divide
  const fractions = fractionsOf(n, level, independent)
  if (!fractions) return { value, low: null, high: null, method: "order_statistic" }
  const [low, high] = [order[PLACES.get(fractions.lower)!], order[PLACES.get(fractions.upper)!]]
  return { value, low: scaled(low, divide), high: scaled(high, divide), method: "order_statistic" }
}

/** By fraction: its place in the grid. */
const PLACES = new Map(GRID.map((fraction, place) => [fraction, place]))

/** As many independent rows as a cell's are worth if those of a cluster were all equal, which is the most they can have in common. */
function independentOf(values: Values): number {
  const clusters = values.clusters()
  return clusters && clusters.yy > 0 ? (clusters.y * clusters.y) / clusters.yy : values.count("n")
}

const known = new Map<number, ReturnType<typeof quantileFractions>>()
/** The most sizes whose fractions are kept. */
const MOST_KEPT = 10_000

/** Cells of equal size have the same fractions, and finding them is most of a cell's work. */
function fractionsOf(n: number, level: number, independent: number): ReturnType<typeof quantileFractions> {
  if (independent < n) return quantileFractions(n, level, GRID, independent)
  const key = n + level
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const found = quantileFractions(n, level, GRID)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, found)
  return found
}

function shareFinished(values: Values): number | null {
  const all = values.count("n") + values.count("censored")
  return all === 0 ? null : values.count("n") / all
}

function meanOf(values: Values, divide: number): number | null {
  const n = values.count("n")
  return n === 0 ? null : values.count("x") / n / divide
}

function inUnit({ value, low, high }: Interval & { readonly value: number | null }, divide: number) {
  return { value: scaled(value, divide), low: scaled(low, divide), high: scaled(high, divide) }
}

function seconds(ms: number | null): number | null {
  return scaled(ms, MS)
}

function scaled(value: number | null | undefined, divide: number): number | null {
  return value === null || value === undefined ? null : value / divide
}

function sorted(numbers: ArrayLike<number>): Float64Array {
  return Float64Array.from(numbers).sort()
}

import type { Duration, Value } from "../../metrics/metric.ts"
import { LEVELS } from "../plan/aggregates.ts"
import { abcRatio, curveOf, type Interval, survivalQuantile } from "../statistics/index.ts"
import type { Estimate } from "./estimate.ts"
import { endsAt, independentAmong } from "./interval-ends.ts"
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
  const quantiles = values.numbers("quantiles")
  const n = values.count("n")
  const found = { n, independent: independentAmong(n, values.clusters()), values, divide }
  const headline = quantileOf(quantiles[0], LEVELS[0], found)
  const high = quantileOf(quantiles[1], LEVELS[1], found)
  return { headline, also: { median: headline.value, p90: high.value, p90_low: high.low, p90_high: high.high } }
}

interface Ordered {
  readonly n: number
  readonly independent: number
  readonly values: Values
  readonly divide: number
}

function quantileOf(tenfold: number | undefined, level: number, { n, independent, values, divide }: Ordered): Estimate {
  // Ten times a type 7 quantile at 0.5 or 0.9 of whole numbers is whole; what the engine's own arithmetic adds is rounded away.
  const value = n === 0 ? null : Math.round(tenfold!) / 10 / divide
  const ends = endsAt(n, level, independent)
  if (ends === null) return { value, low: null, high: null, method: "order_statistic" }
  return {
    value,
    low: scaled(values.order(ends.lower), divide),
    high: scaled(values.order(ends.upper), divide),
    method: "order_statistic",
  }
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

import type { Metric } from "../../metrics/metric.ts"
import type { Cell } from "../question.ts"
import { compoundGrowth, effectiveSize, type Moments, nps, poissonCount, wilson } from "../statistics/index.ts"
import { PARTS_A_ROW } from "../plan/aggregates.ts"
import type { Estimate } from "./estimate.ts"
import { prevalenceOf } from "./prevalence.ts"
import { durationValue, meanValue } from "./durations.ts"
import type { Values } from "./values.ts"

/** What a cell is made of beside the engine's numbers. */
export interface CellContext {
  /** The hours the bucket lasted, as far as anything is known. */
  readonly hours: number
  /** The same in months. */
  readonly months: () => number
  /** What a model foresees there, where the metric asks one. */
  readonly prediction: () => Estimate | undefined
  /** The same bucket without splits. */
  readonly whole: Values | undefined
}

const HOUR_MS = 3_600_000
/** Fewer rows than that are few. */
const FEW_ROWS = 30
/** So many successes and failures a share needs not to be shaky. */
const FEW_OF_A_KIND = 5

/** One number with its doubt, from what the engine counted. */
export function cellOf(metric: Metric, values: Values, context: CellContext): Cell {
  const n = values.count("n")
  const estimate = estimateOf(metric, values, context)
  const excluded = values.excluded()
  return {
    n,
    pending: values.count("pending"),
    censored: values.count("censored"),
    excluded,
    lowN: n < FEW_ROWS,
    ...partsOf(values),
    ...estimate,
    ...(estimate.value === null && estimate.because === undefined && { because: whyNothing(values, excluded) }),
  }
}

/** A cell of a time of which nothing is known. */
export function unknownCell(because: string): Cell {
  return { value: null, n: 0, low: null, high: null, method: "none", pending: 0, censored: 0, excluded: {}, lowN: true, because }
}

function estimateOf(metric: Metric, values: Values, context: CellContext): Estimate {
  const { value } = metric
  switch (value.kind) {
    case "count":
      return census(values.count("n"))
    case "distinct":
      return census(values.count("distinct"))
    case "sum":
      return census(values.count("n") === 0 ? 0 : values.count("sum") / value.divide)
    case "longest":
      return { ...census(0), value: values.count("n") === 0 ? null : values.count("most") / 1000, method: "maximum" }
    case "rate":
      return rate(values.count("n"), context.hours)
    case "share": {
      const clusters = values.clusters()
      const own = clusters ? clusteredShare(clusters) : share(values.count("numerator"), values.count("n"))
      return value.yearly ? yearly(own, context.months()) : own
    }
    case "prevalence":
      return prevalenceOf(values)
    case "exposure": {
      const times = value.times === "year" ? 12 / context.months() : 1
      return exposure(values.count("numerator"), values.count("during") / HOUR_MS, context.hours, times)
    }
    case "growth":
      return growth(values.count("from") / value.divide, values.count("of") / value.divide, context.months())
    case "mix":
      return mix(values, context.whole ?? values, value.divided === true)
    case "ratio":
      return ratio(values.count("numerator"), values.count("denominator"))
    case "mean":
      return meanValue(values, value)
    case "duration":
      return durationValue(value, values)
    case "purchases":
      return context.prediction()!
    case "score":
      return score(values.count("n"), values.count("numerator"), values.count("down"))
    case "quotient":
    case "lifetime":
    case "difference":
    case "staffing":
      throw new Error(`${metric.name} is made of two other cells, not of rows.`)
    default:
      return value satisfies never
  }
}

/** Every row was counted: there is nothing to doubt. */
function census(value: number): Estimate {
  return { value, low: null, high: null, method: "census", lowN: false }
}

function rate(n: number, hours: number): Estimate {
  if (hours <= 0) return { value: null, low: null, high: null, method: "garwood", because: "that hour did not occur" }
  const { low, high } = poissonCount(n)
  return { value: n / hours, low: low / hours, high: high / hours, method: "garwood", numerator: n, denominator: hours }
}

function share(numerator: number, denominator: number): Estimate {
  const bounds = wilson(numerator, denominator)
  return {
    value: bounds ? numerator / denominator : null,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    method: "wilson",
    numerator,
    denominator,
    lowN: denominator < FEW_ROWS || numerator < FEW_OF_A_KIND || denominator - numerator < FEW_OF_A_KIND,
  }
}

/** Wilson's interval of as many independent rows as these are worth. */
function clusteredShare(clusters: Moments): Estimate {
  const worth = effectiveSize(clusters)
  const own = share(clusters.x, clusters.y)
  const bounds = own.value === null ? null : wilson(own.value * worth, worth)
  return {
    ...own,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    method: "wilson_clustered",
    lowN: own.lowN === true || worth < FEW_ROWS,
    also: { clusters: clusters.n, effective_n: worth },
  }
}

/** A loss over some months, as the loss of a year at the same pace. */
function yearly(estimate: Estimate, months: number): Estimate {
  const over = (share: number | null) => (share === null || months <= 0 ? null : 1 - (1 - share) ** (12 / months))
  return { ...estimate, value: over(estimate.value), low: over(estimate.low), high: over(estimate.high) }
}

/** Events by the average number of those to whom they can happen; for a year, twelve times a month's. The doubt is that of the count. */
function exposure(events: number, exposed_h: number, hours: number, times: number): Estimate {
  if (exposed_h <= 0 || hours <= 0) return { value: null, low: null, high: null, method: "garwood", because: "nobody was there" }
  const headcount = exposed_h / hours
  const rate = (count: number) => (count / headcount) * times
  const { low, high } = poissonCount(events)
  return {
    value: rate(events),
    low: rate(low),
    high: rate(high),
    method: "garwood",
    numerator: events,
    denominator: headcount,
    lowN: events < FEW_OF_A_KIND,
  }
}

function growth(from: number, to: number, months: number): Estimate {
  const value = compoundGrowth(from, to, months)
  return {
    value,
    low: null,
    high: null,
    method: "compound",
    numerator: to,
    denominator: from,
    ...(value === null && { because: "nothing to grow from" }),
  }
}

/** The group of those of which it is not known has no share: it is told beside the others. */
function mix(values: Values, whole: Values, divided: boolean): Estimate {
  const [n, all] = [values.count("n"), whole.count("n")]
  if (n === 0 && values.count("excluded_unknown") > 0) return { value: null, low: null, high: null, method: "wilson" }
  if (!divided) return share(n, all)
  const value = all === 0 ? null : values.count("parts") / PARTS_A_ROW / all
  return { value, low: null, high: null, method: "census", denominator: all }
}

/** Two independent counts: given their sum, the first is a share of it, and Wilson's ends of that share are ends of the ratio. */
function ratio(of: number, per: number): Estimate {
  const bounds = per > 0 ? wilson(of, of + per) : null
  const odds = (p: number) => (p < 1 ? p / (1 - p) : null)
  return {
    value: per > 0 ? of / per : null,
    low: bounds && odds(bounds.low),
    high: bounds && odds(bounds.high),
    method: "wilson_odds",
    numerator: of,
    denominator: per,
  }
}

function score(n: number, up: number, down: number): Estimate {
  const result = nps({ promoters: up, passives: n - up - down, detractors: down })
  return {
    value: result?.value ?? null,
    low: result?.low ?? null,
    high: result?.high ?? null,
    method: "adjusted_wald",
    numerator: up,
    also: { se: result?.se ?? null },
    parts: { up, neither: n - up - down, down },
  }
}

function partsOf(values: Values): Partial<Cell> {
  const parts = values.parts()
  return parts ? { parts } : {}
}

function whyNothing(values: Values, excluded: Readonly<Record<string, number>>): string {
  if (values.count("pending") > 0) return "all are too young to judge"
  if (values.count("censored") > 0) return "none is finished yet"
  if ((excluded["no_calendar"] ?? 0) > 0) return "no calendar"
  return Object.values(excluded).some((count) => count > 0) ? "all are left out" : "no rows"
}

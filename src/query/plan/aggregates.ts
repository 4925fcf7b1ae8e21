import { all, type Condition, not, type Term, when } from "../../metrics/expression.ts"
import type { Duration, Metric } from "../../metrics/metric.ts"
import { oncePer } from "../../once.ts"
import { quantileGrid } from "../statistics/index.ts"
import { simplified } from "./simplify.ts"
import { columnOfMix, type Parts, partsOf } from "./parts.ts"

/** What an engine computes over the rows of one cell. Whole numbers only, or ten times a quantile. */
export type Aggregate =
  | { readonly kind: "count"; readonly where: Condition }
  | { readonly kind: "sum" | "distinct" | "most"; readonly of: Term; readonly where: Condition }
  | Ordered
  /** All values, in the order of another term, so that several lists can be read together. */
  | { readonly kind: "values"; readonly of: Term; readonly inOrderOf: Term; readonly where: Condition }
  /** Each row is shared out among the elements of a list: how much of the rows an element has, in `PARTS_A_ROW`. */
  | { readonly kind: "shared_out"; readonly of: Term; readonly where: Condition }
  | { readonly kind: "wide_sum"; readonly factors: readonly Term[]; readonly where: Condition }

/** What is read from values by their places among all in order. */
export interface Ordered {
  readonly kind: "quantiles" | "order"
  readonly of: Term
  readonly where: Condition
}

export function isOrdered(aggregate: Aggregate): aggregate is Ordered {
  return aggregate.kind === "quantiles" || aggregate.kind === "order"
}

/** The lists of finished and running durations, read only for cells where more than one in twenty still runs. */
export interface Lists {
  readonly took: Term
  readonly finished: Condition
  readonly soFar: Term
  readonly censored: Condition
}

/** Rows that are summed by cluster first; the moments are those of the sums. */
export interface Clusters {
  /** The aggregate whose name they go by. */
  readonly part: "x" | "numerator"
  readonly by: Term
  readonly of: Term
  readonly counted: Condition
}

export interface Needs {
  readonly parts: Parts
  readonly aggregates: Readonly<Record<string, Aggregate>>
  readonly lists?: Lists
  readonly clusters?: Clusters
}

/** The statistics of every duration: the median and the 90th percentile. */
export const LEVELS = [0.5, 0.9] as const
/** Fractions dense enough around both that some two of them enclose each with 95 % confidence, whatever the number of rows. */
export const GRID: readonly number[] = [...new Set(LEVELS.flatMap((level) => quantileGrid(level)))].sort((a, b) => a - b)

/** By customer: these, in one order. */
export const PURCHASE_LISTS = ["repeats", "last", "age", "spent"] as const

/** What a row is divided into: it can be shared out exactly among up to sixteen. */
export const PARTS_A_ROW = 720_720

export const needsOf = oncePer(needed)

function needed(metric: Metric): Needs {
  const parts = partsOf(metric)
  const counts: Record<string, Aggregate> = { n: { kind: "count", where: parts.counted } }
  for (const part of ["numerator", "denominator", "pending", "censored"] as const) {
    const where = parts[part]
    if (where) counts[part] = { kind: "count", where }
  }
  for (const [reason, where] of Object.entries(parts.excluded)) counts[`excluded_${reason}`] = { kind: "count", where }
  const lists = metric.value.kind === "duration" ? listsOf(metric.value, parts) : undefined
  const clusters = clustersOf(metric.value, parts)
  return { parts, aggregates: { ...counts, ...ofValue(metric, parts) }, ...(lists && { lists }), ...(clusters && { clusters }) }
}

function ofValue(metric: Metric, { counted }: Parts): Record<string, Aggregate> {
  const { value } = metric
  switch (value.kind) {
    case "count":
    case "share":
      return partCounts(value.parts, counted)
    case "prevalence":
      return checks(value, all(counted, value.known))
    case "mix":
      return value.divided ? { parts: { kind: "shared_out", of: columnOfMix(metric, value.of), where: counted } } : {}
    case "rate":
    case "ratio":
    case "quotient":
    case "lifetime":
    case "difference":
    case "staffing":
      return {}
    case "exposure":
      return { during: { kind: "sum", of: value.during, where: counted } }
    case "purchases":
      return Object.fromEntries(
        PURCHASE_LISTS.map((part) => [
          part,
          { kind: "values", of: value[part], inOrderOf: value.customer, where: counted } satisfies Aggregate,
        ]),
      )
    case "growth":
      return { of: { kind: "sum", of: value.of, where: counted }, from: { kind: "sum", of: value.from, where: counted } }
    case "distinct":
      return { distinct: { kind: "distinct", of: value.of, where: counted } }
    case "sum":
      return { sum: { kind: "sum", of: value.of, where: counted } }
    case "longest":
      return { most: { kind: "most", of: value.of, where: counted } }
    case "score":
      return { down: { kind: "count", where: all(counted, value.down) } }
    case "mean":
      return {
        ...moments(value.of, value.per, counted),
        ...(value.per ? {} : spread(value.of, counted)),
        ...partCounts(value.parts, counted),
      }
    case "duration":
      return value.headline === "mean" && value.cluster === undefined
        ? { ...moments(value.took, undefined, counted), ...spread(value.took, counted) }
        : { x: { kind: "sum", of: value.took, where: counted }, ...spread(value.took, counted) }
    default:
      return value satisfies never
  }
}

/** How labels did where the truth is known. */
function checks(
  { of, truth }: { readonly of: Condition; readonly truth: Condition },
  known: Condition,
): Record<string, Aggregate> {
  return {
    checked_true: { kind: "count", where: all(known, truth) },
    found: { kind: "count", where: all(known, truth, of) },
    checked_false: { kind: "count", where: all(known, not(truth)) },
    denied: { kind: "count", where: all(known, not(truth), not(of)) },
  }
}

function spread(of: Term, where: Condition): Record<string, Aggregate> {
  return { quantiles: { kind: "quantiles", of, where }, order: { kind: "order", of, where } }
}

/** The sums of powers and products from which the interval of a mean, or of a ratio of sums, is made without a second look at the rows. */
function moments(x: Term, y: Term | undefined, where: Condition): Record<string, Aggregate> {
  const product = (name: string): Aggregate => ({
    kind: "wide_sum",
    factors: name.split("").map((factor) => (factor === "x" ? x : y!)),
    where,
  })
  const names = y ? ["xx", "xy", "yy", "xxx", "xxy", "xyy", "yyy"] : ["xx", "xxx"]
  return {
    x: { kind: "sum", of: x, where },
    ...(y && { y: { kind: "sum", of: y, where } }),
    ...Object.fromEntries(names.map((name) => [name, product(name)])),
  }
}

function partCounts(parts: Readonly<Record<string, Condition>> | undefined, counted: Condition): Record<string, Aggregate> {
  return Object.fromEntries(
    Object.entries(parts ?? {}).map(([name, of]) => [`part_${name}`, { kind: "count", where: simplified(all(counted, of)) }]),
  )
}

function listsOf({ took, soFar }: Duration, { counted, censored }: Parts): Lists | undefined {
  return soFar && censored ? { took, finished: counted, soFar, censored } : undefined
}

function clustersOf(value: Metric["value"], { counted }: Parts): Clusters | undefined {
  if (value.kind === "share" && value.cluster) return { part: "numerator", by: value.cluster, of: when(value.of, 1, 0), counted }
  if (value.kind !== "duration" || value.headline !== "mean" || !value.cluster) return undefined
  return { part: "x", by: value.cluster, of: value.took, counted }
}

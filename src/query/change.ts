import type { Metric } from "../metrics/metric.ts"
import type { Cell, Change } from "./question.ts"
import { difference, type Estimated, newcombe, npsDifference } from "./statistics/index.ts"

/** How a cell differs from the same one before. Shares and scores move by points, other units by per cent; from nothing there is no change. */
export function changeOf(now: Cell, before: Cell, metric: Metric, settling = false): Change {
  const { unit, better } = metric
  const inPoints = unit === "share" || unit === "points"
  const amount = amountOf(now.value, before.value, unit)
  const undecided = amount === null || amount === 0 || better === "neutral" || settling
  return {
    before,
    amount,
    unit: inPoints ? "points" : "percent",
    good: undecided ? null : amount > 0 === (better === "higher"),
    ...(settling && { settling }),
    ...intervalOf(now, before, metric),
  }
}

function intervalOf(now: Cell, before: Cell, { value, unit }: Metric): Partial<Change> {
  if (value.kind === "share" || (value.kind === "mix" && !value.divided)) return shareInterval(now, before)
  if (value.kind === "score") return scoreInterval(now, before)
  return estimatedInterval(now, before, unit)
}

function amountOf(now: number | null, before: number | null, unit: Metric["unit"]): number | null {
  if (now === null || before === null) return null
  if (unit === "share") return (now - before) * 100
  if (unit === "points") return now - before
  return before === 0 ? null : ((now - before) / before) * 100
}

function shareInterval(now: Cell, before: Cell): Partial<Change> {
  const difference = newcombe(countsOf(now), countsOf(before))
  return difference ? { low: difference.low * 100, high: difference.high * 100 } : {}
}

/** Of a share: how many of how many; of rows that are not independent, of as many as they are worth. */
export function countsOf({ value, numerator = 0, denominator = 0, also }: Cell) {
  const worth = also?.["effective_n"]
  return typeof worth === "number" ? { successes: (value ?? 0) * worth, n: worth } : { successes: numerator, n: denominator }
}

function scoreInterval(now: Cell, before: Cell): Partial<Change> {
  const difference = npsDifference(answersOf(now), answersOf(before))
  return difference ? { low: difference.low, high: difference.high } : {}
}

/** Of any two numbers with intervals; per cent are of the one before. */
function estimatedInterval(now: Cell, before: Cell, unit: Metric["unit"]): Partial<Change> {
  const [a, b] = [estimatedOf(now), estimatedOf(before)]
  if (!a || !b) return {}
  const { low, high } = difference(a, b)
  if (unit === "share") return { low: low * 100, high: high * 100 }
  if (unit === "points") return { low, high }
  return b.value > 0 ? { low: (low / b.value) * 100, high: (high / b.value) * 100 } : {}
}

function estimatedOf({ value, low, high }: Cell): Estimated | null {
  return value === null || low === null || high === null ? null : { value, low, high }
}

function answersOf({ parts }: Cell) {
  return { promoters: parts?.["up"] ?? 0, passives: parts?.["neither"] ?? 0, detractors: parts?.["down"] ?? 0 }
}

import { GRAIN_TITLES } from "./grains.ts"
import type { Grain, Question } from "../../../src/query/question.ts"
import { type Condition, MOST_CONDITIONS, readCondition, toFilters } from "./conditions.ts"
import { type Day, isDay } from "./days.ts"
import {
  type Comparison,
  COMPARISONS,
  isPeriodName,
  naturalGrain,
  type Period,
  type PeriodName,
  PERIODS,
  possibleGrains,
} from "./period.ts"
import { MOST_TARGETS, readTarget, readTargets, type WrittenTarget } from "./targets.ts"

/** What is looked at: when, compared with what, and which part of the work. It lives in the address, nowhere else. */
export interface Scope {
  readonly period?: PeriodName | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly compare?: Comparison | undefined
  readonly grain?: Grain | undefined
  readonly where?: readonly Condition[] | undefined
  /** What metrics should be. Each page judges by those of the metrics it shows. */
  readonly target?: readonly WrittenTarget[] | undefined
  /** Whether charts show the limits of usual variation. */
  readonly limits?: boolean | undefined
}

export const DEFAULT_PERIOD: PeriodName = "28d"

/** Reads an address. Whatever does not make sense is left out, and the default stands. */
export function readScope(raw: Record<string, unknown>): Scope {
  const [period, from, to, compare, grain] = ["period", "from", "to", "compare", "grain"].map((name) => first(raw[name]))
  const where = many(raw["where"]).filter((condition) => readCondition(condition) !== null)
  const target = many(raw["target"]).filter((text) => readTarget(text) !== null)
  const days = from !== undefined && to !== undefined && isDay(from) && isDay(to) && from < to
  return {
    ...(period !== undefined && isPeriodName(period) && { period }),
    ...(days && { from, to }),
    ...(compare !== undefined && isComparison(compare) && { compare }),
    ...(grain !== undefined && isGrain(grain) && { grain }),
    ...(where.length > 0 && { where: where.slice(0, MOST_CONDITIONS) }),
    ...(target.length > 0 && { target: target.slice(0, MOST_TARGETS) }),
    ...(String(raw["limits"]) === "true" && { limits: true }),
  }
}

/**
 * An address may have days and the name they were chosen by, so that a link to the rows behind a number means the same tomorrow, and who goes on from
 * them today goes on with the name. As long as the name means those days it stands alone, and the days do from then on.
 */
export function asMeant(scope: Scope, today: Day): Scope {
  const { period, from, to, ...rest } = scope
  if (period === undefined || from === undefined || to === undefined) return scope
  const named = PERIODS[period].of(today)
  return named.from === from && named.to === to ? { ...rest, period } : { ...rest, from, to }
}

export function periodOf(scope: Scope, today: Day): Period {
  if (scope.from !== undefined && scope.to !== undefined) return { from: scope.from, to: scope.to }
  return PERIODS[scope.period ?? DEFAULT_PERIOD].of(today)
}

export function grainOf(scope: Scope, today: Day): Grain {
  const period = periodOf(scope, today)
  return scope.grain !== undefined && possibleGrains(period).includes(scope.grain) ? scope.grain : naturalGrain(period)
}

/** The question's part that every number on the screen shares. */
export function askedOf(scope: Scope, today: Day): Pick<Question, "from" | "to" | "where" | "compare"> {
  const where = toFilters(scope.where ?? [])
  const compare = scope.compare ?? "previous"
  return {
    ...periodOf(scope, today),
    ...(where.length > 0 && { where }),
    ...(compare !== "none" && { compare }),
  }
}

/** By what the numbers of these metrics are judged. A target needs a direction, so metrics without one are left out by the caller. */
export function judgedBy({ target = [], limits }: Scope, metrics: readonly string[]): Pick<Question, "targets" | "limits"> {
  const targets = [...readTargets(target)].filter(([metric]) => metrics.includes(metric))
  return {
    ...(targets.length > 0 && { targets: targets.map(([metric, value]) => ({ metric, value })) }),
    ...(limits && { limits }),
  }
}

const isComparison = (text: string): text is Comparison => Object.hasOwn(COMPARISONS, text)
const isGrain = (text: string): text is Grain => Object.hasOwn(GRAIN_TITLES, text)
const first = (value: unknown): string | undefined => many(value)[0]

export function many(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string" || typeof one === "number").map(String)
}

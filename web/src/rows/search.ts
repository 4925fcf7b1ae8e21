import type { Grain, Question, RowsQuestion } from "../../../src/query/question.ts"
import { readCondition, writeCondition } from "../scope/conditions.ts"
import type { Day } from "../scope/days.ts"
import { askedOf, DEFAULT_PERIOD, many, periodOf, type Scope } from "../scope/scope.ts"

export type Part = RowsQuestion["part"]
const GRAINS: readonly Grain[] = ["hour", "day", "week", "month", "quarter", "year", "hour_of_week"]
const PARTS: readonly Part[] = ["counted", "numerator", "censored", "pending", "excluded"]

/** Which number's rows are shown: the metric, the bucket (the how-many-th of which grain), the split, the part, the page. */
export interface RowsSearch {
  readonly metric: string
  readonly each?: Grain | undefined
  readonly bucket?: number | undefined
  readonly by?: readonly string[] | undefined
  readonly part?: Part | undefined
  readonly page?: number | undefined
  readonly sort?: string | undefined
}

export function readRowsSearch(raw: Record<string, unknown>): RowsSearch {
  const [metric, each, part, sort] = ["metric", "each", "part", "sort"].map((name) => many(raw[name])[0])
  const [bucket, page] = ["bucket", "page"].map((name) => wholeNumber(many(raw[name])[0]))
  const grain = GRAINS.find((one) => one === each)
  const named = PARTS.find((one) => one === part)
  const by = many(raw["by"]).filter((one) => readCondition(one) !== null)
  return {
    metric: metric ?? "ticket_volume",
    ...(grain && bucket !== undefined && { each: grain, bucket }),
    ...(by.length > 0 && { by }),
    ...(named && named !== "counted" && { part: named }),
    ...(page && page > 1 && { page }),
    ...(sort !== undefined && { sort }),
  }
}

export interface NumberShown {
  readonly metric: string
  readonly each?: Grain | undefined
  readonly bucket?: number | null | undefined
  readonly by?: Readonly<Record<string, string | null>> | undefined
  readonly part?: Part | undefined
}

/** The address of the rows behind a number. The days are written out, so that the link means the same tomorrow; their name goes with them. */
export function behind(scope: Scope, today: Day, { metric, each, bucket, by = {}, part }: NumberShown): Scope & RowsSearch {
  const split = Object.entries(by).map(([field, word]) => writeCondition({ field, word, not: false }))
  return {
    ...periodOf(scope, today),
    ...(scope.from === undefined && { period: scope.period ?? DEFAULT_PERIOD }),
    ...(scope.where && { where: scope.where }),
    ...(scope.compare && { compare: scope.compare }),
    metric,
    ...(each && bucket !== undefined && bucket !== null && { each, bucket }),
    ...(split.length > 0 && { by: split }),
    ...(part && part !== "counted" && { part }),
  }
}

export const splitOf = (search: RowsSearch): Record<string, string | null> =>
  Object.fromEntries((search.by ?? []).flatMap((one) => readCondition(one) ?? []).map(({ field, word }) => [field, word]))

/** The question whose one cell is the number. */
export function numberQuestion(scope: Scope, today: Day, search: RowsSearch): Question {
  const { from, to, where } = askedOf(scope, today)
  const by = Object.keys(splitOf(search))
  return {
    metrics: [search.metric],
    from,
    to,
    ...(where && { where }),
    ...(search.each && { grain: search.each }),
    ...(by.length > 0 && { by }),
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

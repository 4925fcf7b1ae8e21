import { endsAt } from "../src/query/cells/interval-ends.ts"
import { LEVELS } from "../src/query/plan/aggregates.ts"
import type { Answer, Cell } from "../src/query/question.ts"
import type { Row } from "../src/warehouse/warehouse.ts"

type Numbers = Map<string, number>

const COUNTS: ReadonlySet<string> = new Set(["n", "numerator", "denominator", "pending", "censored"])
const isCount = (name: string): boolean => COUNTS.has(name) || /^(excluded|parts)\//.test(name)

/** Every number the hand-written statements have beside the one of the answer. */
export function compare(
  answer: Answer,
  rows: readonly Row[],
  channels: ReadonlyMap<number, string>,
  cards: readonly string[],
): { compared: number; different: readonly string[] } {
  const byHand = numbersByHand(rows, channels)
  const different: string[] = []
  let compared = 0
  for (const row of answer.rows) {
    const place = `${row.bucket ?? "total"}|${"channel" in row.by ? (row.by["channel"] ?? "none") : "all"}`
    for (const metric of cards) {
      const cells = [row.cells[metric], row.changes?.[metric]?.before]
      for (const [before, cell] of cells.entries()) {
        if (!cell) continue
        const said = saysMore(byHand, metric) ? [...numbersOf(cell, metric), ...besides(cell)] : numbersOf(cell, metric)
        for (const [name, value] of said) {
          // A group without rows has no line by hand; its counts are 0.
          const other = byHand.get(`${before}|${place}|${metric}/${name}`) ?? (isCount(name) ? 0 : undefined)
          compared++
          if (!same(value, other)) different.push(`${before}|${place}|${metric}/${name}: ${value} and ${other}`)
        }
      }
    }
  }
  return { compared, different }
}

/** What both sides can say of a cell. Where too many are unfinished an answer estimates, and the hand-written one does not. */
function* numbersOf(cell: Cell, metric: string): Iterable<readonly [string, number]> {
  if (SUMS.has(metric)) {
    yield ["value", cell.value ?? 0]
    return
  }
  if (metric !== "clearance_ratio") yield ["n", cell.n]
  if (cell.numerator !== undefined) yield ["numerator", cell.numerator]
  if (metric === "clearance_ratio" && cell.denominator !== undefined) yield ["denominator", cell.denominator]
  if (cell.n === 0 || cell.method.startsWith("km")) return
  const { mean, median, p90 } = cell.also ?? {}
  if (mean != null) yield ["mean", mean]
  if (metric === "replies_per_resolution") return
  if (median != null) yield ["median", median]
  if (p90 != null) yield ["p90", p90]
}

/** Whether the statements count by hand what a card leaves out. */
function saysMore(byHand: Numbers, metric: string): boolean {
  return [0, 1].some((before) => byHand.has(`${before}|total|all|${metric}/excluded/spam`))
}

function* besides(cell: Cell): Iterable<readonly [string, number]> {
  const { pending, censored, excluded, parts = {}, method, low, high } = cell
  yield ["pending", pending]
  yield ["censored", censored]
  for (const [reason, left] of Object.entries(excluded)) yield [`excluded/${reason}`, left]
  for (const [part, count] of Object.entries(parts)) yield [`parts/${part}`, count]
  if (method === "order_statistic") yield* endsOf(cell)
  if (method !== "wilson" || low === null || high === null) return
  yield ["low", low]
  yield ["high", high]
}

/** By hand all order statistics are there among which the ends can be. */
function* endsOf({ n, low, high, also }: Cell): Iterable<readonly [string, number]> {
  const [median, p90] = LEVELS.map((level) => endsAt(n, level, n))
  const ends = [
    [median?.lower, low],
    [median?.upper, high],
    [p90?.lower, also?.["p90_low"]],
    [p90?.upper, also?.["p90_high"]],
  ] as const
  for (const [place, value] of ends) if (place !== undefined && value != null) yield [`order/${place}`, value]
}

function numbersByHand(rows: readonly Row[], channels: ReadonlyMap<number, string>): Numbers {
  const numbers: Numbers = new Map()
  const weeks = [0, 1].map((before) => weeksOf(rows, before))
  for (const row of rows) {
    const before = Number(row["before"])
    const week = row["all_weeks"] === 1 ? null : weeks[before]!.indexOf(Number(row["week"]))
    const channel = row["all_channels"] === 1 ? "all" : (channels.get(Number(row["channel"])) ?? "none")
    for (const [column, value] of Object.entries(row)) {
      if (!column.includes("/") || value === null) continue
      keep(numbers, `${before}|${week ?? "total"}|${channel}|${column}`, value)
      // What stands at the end of a period is what stands at the end of its last week.
      if (STANDING.test(column) && week === weeks[before]!.length - 1)
        keep(numbers, `${before}|total|${channel}|${column}`, value)
    }
  }
  return numbers
}

const STANDING = /^(backlog|aged_backlog_share|mrr)\//
const SUMS: ReadonlySet<string> = new Set(["mrr", "chargeback_rate:ordered_amount"])

function weeksOf(rows: readonly Row[], before: number): readonly number[] {
  const weeks = rows.filter((row) => row["before"] === before && row["all_weeks"] === 0).map(({ week }) => Number(week))
  return [...new Set(weeks)].toSorted((a, b) => a - b)
}

function keep(numbers: Numbers, key: string, value: unknown): void {
  if (!Array.isArray(value)) return void numbers.set(key, Number(value))
  if (key.endsWith("/order")) {
    for (const [place, ms] of value.entries()) numbers.set(`${key}/${place}`, Number(ms) / 1000)
    return
  }
  const name = key.replace("/quantiles", "")
  numbers.set(`${name}/median`, Number(value[0]) / 1000)
  numbers.set(`${name}/p90`, Number(value[1]) / 1000)
}

const TOLERANCE = 1e-9

function same(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))
}

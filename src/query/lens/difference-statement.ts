import { assert } from "../../assert.ts"
import type { Condition, Term } from "../../metrics/expression.ts"
import type { Metric } from "../../metrics/metric.ts"
import { Problem } from "../../problem.ts"
import { quote } from "../../warehouse/schema.ts"
import type { Dialect } from "../plan/dialect.ts"
import type { Parts } from "../plan/parts.ts"
import { writeCondition, writeTerm, type Writer } from "../plan/writer.ts"

/** What a row adds to a number, as whole numbers: milliseconds, 1 for a hit and 0 for a miss, 1 for a row that is counted. */
export function addedBy(metric: Metric, parts: Parts, w: Writer): string {
  const { value } = metric
  switch (value.kind) {
    case "duration":
      return writeTerm(value.took, w)
    case "count":
    case "rate":
      return "1"
    case "share":
      return writeHit(parts.numerator, w)
    case "score":
      return `${writeHit(value.up, w)} - ${writeHit(value.down, w)}`
    case "mean":
      if (value.per) break
      return writeTerm(value.of, w)
    default:
  }
  throw new Problem("difference.not_of_rows", { metric: metric.name })
}

function writeHit(condition: Condition | undefined, w: Writer): string {
  assert(condition !== undefined, "a share has a numerator")
  return `CASE WHEN ${writeCondition(condition, w)} THEN 1 ELSE 0 END`
}

/** How long what still runs has lasted, where the metric looks at it. */
export function lastingOf({ value }: Metric): Term | undefined {
  return value.kind === "duration" ? value.soFar : undefined
}

/** What each subject adds to a number. */
export interface State {
  readonly table: string
  readonly subject: string
  readonly counted: string
  readonly added: string
  /** Of what still runs, where it has a part. */
  readonly running?: { readonly where: string; readonly lasting: string } | undefined
}

/**
 * One row for each subject that has a part in the number: how many rows, what they add, and in `told` all of it in order, so that
 * equal texts are equal parts.
 */
export function writeState({ table, subject, counted, added, running }: State, dialect: Dialect): string {
  const rows = [
    `SELECT ${quote(subject)} AS subject, ${added} AS added, FALSE AS runs FROM ${table} WHERE ${counted}`,
    ...(running
      ? [`SELECT ${quote(subject)} AS subject, ${running.lasting} AS added, TRUE AS runs FROM ${table} WHERE ${running.where}`]
      : []),
  ]
  const all = (where: string) => `coalesce(${dialect.text(dialect.listInOrder("added", "added", where))}, '')`
  return `SELECT subject, ${dialect.count("NOT runs")} AS n, ${dialect.count("runs")} AS running, ${dialect.sum("added", "NOT runs")} AS total,
  ${all("NOT runs")} || '/' || ${all("runs")} AS told
FROM (
${rows.join("\nUNION ALL\n")}
) AS parts GROUP BY subject`
}

/**
 * The subjects whose part in the last state is not the one in the first, each with both and with the step that made it so: the one
 * after which it never was as in the first again.
 */
export function writeDifferences(states: readonly string[], dialect: Dialect): string {
  const last = states.length - 1
  const told = states.map((_, i) => `${dialect.most("told", `state = ${i}`)} AS told_${i}`)
  const since = Array.from({ length: last - 1 }, (_, i) => last - 1 - i)
  const step = since.map((i) => `WHEN ${same(0, i)} THEN ${i + 1}`)
  const ends = (
    [
      ["ours", 0],
      ["theirs", last],
    ] as const
  ).flatMap(([side, state]) =>
    ["n", "running", "total"].map((name) => `${dialect.most(name, `state = ${state}`)} AS ${name}_${side}`),
  )
  return `WITH states AS (
${states.map((state, i) => `SELECT ${i} AS state, s${i}.* FROM (\n${state}\n) AS s${i}`).join("\nUNION ALL\n")}
),
subjects_told AS (
SELECT subject, ${[...told, ...ends].join(",\n  ")}
FROM states GROUP BY subject
),
differing AS (
SELECT subject, ${step.length === 0 ? "1" : `CASE ${step.join(" ")} ELSE 1 END`} AS step,
  CASE WHEN told_0 IS NULL THEN 'only_theirs' WHEN told_${last} IS NULL THEN 'only_ours' ELSE 'both' END AS change,
  n_ours, running_ours, total_ours, n_theirs, running_theirs, total_theirs
FROM subjects_told WHERE NOT (${same(0, last)})
)`
}

function same(one: number, other: number): string {
  return `coalesce(told_${one}, '') = coalesce(told_${other}, '')`
}

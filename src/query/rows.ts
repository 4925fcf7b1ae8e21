import { any, type Condition } from "../metrics/expression.ts"
import { termsIn, termsOf } from "../metrics/walk.ts"
import type { Metric } from "../metrics/metric.ts"
import { Problem } from "../problem.ts"
import { quote } from "../warehouse/schema.ts"
import { AGENTS, type Column, TEAMS } from "../warehouse/tables.ts"
import type { Row } from "../warehouse/warehouse.ts"
import { dictionaryFor, textsOf } from "./dictionary.ts"
import { displayNamesOf, type Staff } from "./display-names.ts"
import { tableRead } from "./plan/dialect.ts"
import type { Scope } from "./plan/feed.ts"
import { writeFilter } from "./plan/filter.ts"
import { madeOf, type Pass } from "./plan/plan.ts"
import { partsOf } from "./plan/parts.ts"
import { writeBucket, writeTouches } from "./plan/place.ts"
import { windowWriter, writeCondition, writeTerm } from "./plan/writer.ts"
import { prepare, type Prepared, scopeOf } from "./prepare.ts"
import type { RowColumn, RowsAnswer, RowsQuestion } from "./question.ts"
import { plainRow, unitOf } from "./row-values.ts"
import { type AskSource, dialectOf } from "./source.ts"
import type { Range } from "./time/frame.ts"
import { widened } from "./variants.ts"

/** The rows behind one number. They are found by the conditions that counted them, so their count is the number. */
export async function rowsBehind(asked: RowsQuestion, source: AskSource): Promise<RowsAnswer> {
  const { metric: ref } = asked
  const { question } = widened(asked.question, source.metrics)
  if (!question.metrics.includes(ref)) throw new Problem("rows.not_in_question", { metric: ref })
  const prepared = await prepare({ ...question, metrics: [ref], by: question.by ?? [] }, source)
  const [only] = prepared.plan.asked
  const made = madeOf(only!, source.metrics)
  if (made.length > 0) throw new Problem("rows.none", { metric: ref, of: [...new Set(made.map((one) => one.ref))] })
  const table = prepared.plan.tables[0]!
  const pass = table.passes[0]!
  const scope = scopeOf(prepared)
  const columns = columnsOf(only!.metric)
  const where = await whereOf(asked, only!.metric, pass, prepared, scope)
  if (where === null) return { count: 0, columns: columns.map(rowColumn), rows: [], names: {} }
  const { params } = scope.writer
  const listed = columns.map(([name]) => quote(name)).join(", ")
  const from = `FROM ${tableRead(source.schema, table.table, `${listed} ${where}`, dialectOf(source))}\nWHERE ${where}`
  const count = await source.warehouse.rows(`SELECT count(*) AS n\n${from}`, params)
  const order = orderOf(only!.metric, columns)
  const page = `SELECT ${listed}\n${from}\nORDER BY ${order}\nLIMIT ${asked.limit} OFFSET ${asked.offset}`
  const rows = await source.warehouse.rows(page, params)
  const texts = await textsOfRows(rows, columns, source)
  return {
    count: Number(count[0]!["n"]),
    columns: columns.map(rowColumn),
    rows: rows.map((row) => plainRow(row, columns, texts, prepared.frame.periods.zone)),
    names: await displayNamesOf(source, staffIn(rows, columns)),
  }
}

type NamedColumn = readonly [name: string, column: Column]

/** The condition of the bucket, the group, the filters and the part. null: nothing is known of that time. */
export async function whereOf(
  asked: Pick<RowsQuestion, "metric" | "bucket" | "by" | "part">,
  metric: Metric,
  pass: Pass,
  prepared: Prepared,
  scope: Scope,
): Promise<string | null> {
  const place = writePlaceOf(asked, pass, prepared, scope)
  if (place === null) return null
  const writer = pass.at.basis === "window" ? windowWriter(scope.writer, prepared.frame.windows) : scope.writer
  const group = await groupFilters(asked, pass, prepared, scope)
  const filters = pass.filters.map((filter) => writeFilter(filter, writer))
  const instant = "column" in pass.at ? null : instantOf(asked, pass, prepared)
  const text = writeCondition(conditionOf(asked, metric), { ...writer, instant: String(instant) })
  return [place, ...group, ...filters, `(${text})`].join("\n  AND ")
}

function conditionOf({ part, metric: ref }: Pick<RowsQuestion, "part" | "metric">, metric: Metric): Condition {
  const parts = partsOf(metric)
  const conditions: Record<RowsQuestion["part"], Condition | undefined> = {
    counted: parts.counted,
    numerator: parts.numerator,
    pending: parts.pending,
    censored: parts.censored,
    excluded: any(...Object.values(parts.excluded)),
  }
  const condition = conditions[part]
  if (condition) return condition
  const has = Object.entries(conditions).filter(([, one]) => one !== undefined)
  throw new Problem("rows.no_such_part", { metric: ref, part, has: has.map(([name]) => name) })
}

function writePlaceOf(asked: Pick<RowsQuestion, "bucket">, pass: Pass, prepared: Prepared, { writer }: Scope): string | null {
  const { frame } = prepared
  const { bucket } = asked
  if (bucket !== null && bucket >= frame.buckets.length)
    throw new Problem("rows.no_such_bucket", { bucket, buckets: frame.buckets.length })
  if (pass.at.basis === "instant") {
    const index = instantOf(asked, pass, prepared)
    if (index === null) return null
    const [from, to] = [writeTerm(pass.at.from, writer), writeTerm(pass.at.to, writer)]
    return `${from} < ${frame.instants[index]!} AND (${to} IS NULL OR ${to} >= ${frame.instants[index]!})`
  }
  if (pass.at.basis === "window") {
    const index = instantOf(asked, pass, prepared)
    if (index === null) return null
    return writeTouches(pass.at, String(frame.windows[index]!.from), String(frame.windows[index]!.to), writer)
  }
  const range = (pass.at.ahead ? frame.runsAhead : frame.runs).flat().find(({ first }) => first === 0)
  if (!range) return null
  const at = quote(pass.at.column.name)
  const inside = `${at} >= ${range.from} AND ${at} < ${range.to}`
  return bucket === null || frame.grain === undefined ? inside : `${inside} AND ${inBucket(at, bucket, range, prepared, writer)}`
}

function inBucket(at: string, bucket: number, range: Range, { frame }: Prepared, writer: Scope["writer"]): string {
  return `${writeBucket(at, [range], frame, writer)} = ${bucket}`
}

function instantOf({ bucket }: Pick<RowsQuestion, "bucket">, { at }: Pass, { frame }: Prepared): number | null {
  // A snapshot has no hour of the week.
  if (frame.grain === "hour_of_week" && bucket !== null) return null
  return at.basis === "window" ? frame.windowOf(0, bucket) : frame.instantOf(0, bucket)
}

/** The group of the cell, as filters: each split is one word or not known. */
async function groupFilters(
  asked: Pick<RowsQuestion, "by">,
  pass: Pass,
  { source }: Prepared,
  { writer }: Scope,
): Promise<readonly string[]> {
  const other = Object.keys(asked.by).find((name) => !pass.splits.some((split) => split.name === name))
  if (other !== undefined) throw new Problem("rows.not_split", { name: other, by: pass.splits.map(({ name }) => name) })
  const values = Object.values(asked.by).filter((value) => value !== null)
  const codes = await dictionaryFor(source, { words: values, agents: values, teams: values, subjects: values })
  return pass.splits
    .filter(({ name }) => name in asked.by)
    .map((dimension) =>
      writeFilter({ dimension, filter: { field: dimension.name, in: [asked.by[dimension.name] ?? null] } }, { ...writer, codes }),
    )
}

/** The row's subject, its moments, and what its number is made of. */
function columnsOf(metric: Metric): readonly NamedColumn[] {
  const parts = partsOf(metric)
  const used = [parts.counted, parts.numerator, ...Object.values(parts.excluded)]
    .flatMap((condition) => (condition ? termsIn(condition) : []))
    .concat(metric.value.kind === "duration" ? termsOf(metric.value.took) : [])
    // By whom a metric tells its rows apart, as by who replied: the conversation's own team may be another by now.
    .concat(Object.values(metric.splits ?? {}).flatMap(termsOf))
    .flatMap((term) => (term.kind === "column" ? [term.name] : []))
  const anchor = "column" in metric.at ? [metric.at.column.name] : []
  const shown = [...(metric.shows ?? []), ...(metric.soonest ? [metric.soonest] : [])].map(({ name }) => name)
  const [subject] = Object.keys(metric.table.columns)
  const names = new Set([subject!, "conversation", "call", ...anchor, "channel", "team", "agent", ...shown, ...used])
  return Object.entries(metric.table.columns).filter(
    ([name, { type }]) => names.has(name) && type !== "texts" && type !== "codes" && type !== "steps",
  )
}

/** The latest first, or the soonest; the subject decides among equals, so that pages do not overlap. */
function orderOf({ at, table, soonest }: Metric, columns: readonly NamedColumn[]): string {
  const moment = "column" in at ? at.column.name : columns.find(([, { type }]) => type === "moment")?.[0]
  const first = soonest?.name ?? moment
  const rest = [Object.keys(table.columns)[0]!, ...columns.map(([name]) => name)].filter((name) => name !== first)
  return [
    ...(first === undefined ? [] : [`${quote(first)} ${soonest ? "ASC NULLS LAST" : "DESC"}`]),
    ...new Set(rest.map(quote)),
  ].join(", ")
}

async function textsOfRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly NamedColumn[],
  { warehouse }: AskSource,
) {
  const codes = (wanted: Column["type"]) =>
    columns
      .filter(([, { type }]) => type === wanted)
      .flatMap(([name]) => rows.map((row) => row[name]))
      .filter((code) => typeof code === "number")
  return {
    words: await textsOf(warehouse, "words", codes("code")),
    subjects: await textsOf(warehouse, "subjects", codes("subject")),
  }
}

function staffIn(rows: readonly Row[], columns: readonly NamedColumn[]): readonly Staff[] {
  return columns.flatMap(([field]) => {
    if (!AGENTS.has(field) && !TEAMS.has(field)) return []
    const codes = rows.map((row) => row[field]).filter((code) => typeof code === "number")
    return [{ field, named: TEAMS.has(field) ? ("teams" as const) : ("agents" as const), codes }]
  })
}

function rowColumn([name, column]: NamedColumn): RowColumn {
  return { name, title: name.replace(/_(at|ms)$/, "").replaceAll("_", " "), unit: unitOf(column.type) }
}

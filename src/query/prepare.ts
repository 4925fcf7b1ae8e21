import { farAhead } from "../ahead.ts"
import type { Row } from "../warehouse/warehouse.ts"
import { withOrder } from "./cells/gather.ts"
import { type Dictionary, dictionaryFor } from "./dictionary.ts"
import { isOrdered } from "./plan/aggregates.ts"
import type { Dialect } from "./plan/dialect.ts"
import type { Feed, Scope } from "./plan/feed.ts"
import { namesOf, type Plan, planOf, type TablePlan } from "./plan/plan.ts"
import { type TableStatement, type Ways, writeStatement } from "./plan/statement.ts"
import type { Writer } from "./plan/writer.ts"
import type { Question } from "./question.ts"
import { type AskSource, dialectOf, type Fold, foldOf } from "./source.ts"
import { type Frame, frameOf } from "./time/frame.ts"
import { periodsOf } from "./time/period.ts"
import { offsetsBetween } from "./time/zone.ts"

/** A question that is understood: its metrics, its time, its words as codes. Nothing was counted yet. */
export interface Prepared {
  readonly question: Question
  readonly source: AskSource
  readonly fold: Fold
  readonly frame: Frame
  readonly plan: Plan
  readonly dictionary: Dictionary
  /** By table: its rows; null for an engine that puts values in order itself. */
  readonly sizes: ReadonlyMap<string, number> | null
}

export async function prepare(question: Question, source: AskSource): Promise<Prepared> {
  const plan = planOf(question, source.metrics)
  const fold = await foldOf(source)
  const frame = frameOf(question, periodsOf(question, question.zone ?? source.zone, fold.measuredAt))
  const dictionary = await dictionaryFor(source, namesOf(plan))
  return { question, source, fold, frame, plan, dictionary, sizes: await sizesOf(source, plan) }
}

/** What one table's statement counted. */
export interface Counted {
  readonly feeds: readonly Feed[]
  readonly rows: readonly Row[]
  readonly sql: string
}

/** One statement a table. The engine goes on with the others while the values of one are put in order here. */
export async function countAll(prepared: Prepared): Promise<readonly Counted[]> {
  const counted: Counted[] = []
  for (const together of askedTogether(prepared))
    for await (const { feeds, rows, gathered, sql } of farAhead(together, (table) => count(table, prepared)))
      counted.push({ feeds, rows: await withOrder(rows, gathered), sql })
  return counted
}

/** What large tables hand over takes too much room to lie there all at once. */
function askedTogether(prepared: Prepared): readonly (readonly TablePlan[])[] {
  const { tables } = prepared.plan
  return tables.every((table) => waysOf(table, prepared).maySetAside) ? [tables] : tables.map((table) => [table])
}

async function count(table: TablePlan, prepared: Prepared): Promise<Counted & Pick<TableStatement, "gathered">> {
  const { sql, params, feeds, gathered } = writeStatement(table, scopeOf(prepared), waysOf(table, prepared))
  const rows = feeds.length === 0 ? [] : await prepared.source.warehouse.rows(sql, params, { sparse: true, packed: true })
  return { feeds, rows, gathered, sql }
}

/**
 * So many values are held at once when they are put in order here; of more the engine reads the quantiles, for which it holds them once for
 * each kind of cells and of reading.
 */
const MOST_GATHERED = 100_000_000

/** What passes share of so many rows fits in memory; of more the engine writes it to disk, and reading the table again takes a third of that. */
const MOST_SET_ASIDE = 5_000_000

function waysOf(plan: TablePlan, { sizes }: Prepared): Ways {
  if (sizes === null) return { mayGather: false, maySetAside: true }
  const rows = sizes.get(plan.table.name) ?? 0
  return { mayGather: rows * listsOf(plan) <= MOST_GATHERED, maySetAside: rows <= MOST_SET_ASIDE }
}

/** How many values of each row a statement may have to hand over. */
function listsOf({ passes }: TablePlan): number {
  const ordered = passes.flatMap(({ aggregates }) => Object.values(aggregates).filter(isOrdered))
  const clustered = passes.flatMap(({ members }) => members.filter(({ needs }) => needs.clusters))
  // Quantiles and the ends of their intervals are read from one list; a cluster stands beside a value.
  return ordered.length / 2 + 2 * clustered.length
}

/** By table: its rows, where anything is read from values and the engine lends its values. */
async function sizesOf(source: AskSource, { tables }: Plan): Promise<Prepared["sizes"]> {
  const { gathers } = dialectOf(source)
  if (gathers === null || tables.every((table) => listsOf(table) === 0)) return null
  const rows = await source.warehouse.rows(gathers.sizes, [source.schema])
  return new Map(rows.map((row) => [String(row["name"]), Number(row["rows"])]))
}

/** `params` are shared by what is written into one statement. */
export function scopeOf(prepared: Prepared, params: Writer["params"] = []): Scope {
  const { source, frame } = prepared
  return { schema: source.schema, frame, writer: writerFor(prepared, params) }
}

function writerFor({ source, frame, fold, dictionary }: Prepared, params: Writer["params"]): Writer {
  const { timetable } = source
  const dialect = dialectOf(source)
  const { periods, instants } = frame
  const asOf = fold.measuredAt ?? periods.now.to
  const calendars = timetable?.calendars.map((_, calendar) => calendar) ?? []
  return {
    dialect,
    params,
    codes: dictionary,
    text: (text) => bound(text, params, dialect),
    attribute: (name) => dialect.attribute('"attributes"', bound(name, params, dialect)),
    asOf,
    openBefore_ms: calendars.map((calendar) => timetable!.openBefore(calendar, asOf)),
    instants: {
      at: instants,
      openBefore_ms: calendars.map((calendar) => instants.map((at) => timetable!.openBefore(calendar, at))),
    },
    openings: [],
    instant: "bucket",
    offsets: offsetsBetween(periods.zone, Math.min(periods.now.from, periods.before?.from ?? Infinity), periods.now.to),
  }
}

/** The same text is bound once, so that the same attribute reads the same everywhere in the statement. */
function bound(text: string, params: Writer["params"], dialect: Dialect): string {
  const known = params.indexOf(text)
  return dialect.parameter(known >= 0 ? known + 1 : params.push(text))
}

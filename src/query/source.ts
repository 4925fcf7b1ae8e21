import type { Metric } from "../metrics/metric.ts"
import { assert } from "../assert.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"
import type { EventCounts } from "./needs.ts"
import { type Dialect, duckdb } from "./plan/dialect.ts"

/** Where a question is answered from. */
export interface AskSource {
  readonly warehouse: Warehouse
  /** The schema of the fold that is asked: `facts`, or one folded as of an earlier day or by other rules. */
  readonly schema: string
  /** The zone of a question that names none. */
  readonly zone: string
  /** The calendars of the fold, for what still runs: `openBefore` in milliseconds, calendars by their number in the fold. */
  readonly timetable?: { readonly calendars: readonly string[]; openBefore(calendar: number, at: number): number } | undefined
  readonly metrics: readonly Metric[]
  /** How many events of each kind there are, where that is known: a metric that lacks one says so instead of 0. */
  readonly events?: EventCounts | undefined
  /** In which all amounts are told, where that is known. */
  readonly currency?: string | undefined
  readonly dialect?: Dialect | undefined
}

/** What the fold knows of itself. */
export interface Fold {
  readonly knownUntil: number | null
  readonly learnedUntil: number | null
  /** Where running things are measured: the moment that was asked for, else the last one that is known. */
  readonly measuredAt: number | null
}

export async function foldOf({ warehouse, schema }: AskSource): Promise<Fold> {
  assert(/^[a-z][a-z0-9_]*$/.test(schema), `"${schema}" is no name for a schema`)
  const [row] = await warehouse.rows(`SELECT known_until, learned_until, as_of FROM ${schema}.fold`)
  const knownUntil = wholeOrNull(row?.["known_until"])
  return { knownUntil, learnedUntil: wholeOrNull(row?.["learned_until"]), measuredAt: wholeOrNull(row?.["as_of"]) ?? knownUntil }
}

export function dialectOf(source: AskSource): Dialect {
  return source.dialect ?? duckdb
}

function wholeOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null
}

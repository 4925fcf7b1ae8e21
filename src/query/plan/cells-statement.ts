import { clusterColumns, writeClusters } from "./clusters-statement.ts"
import { instant, opening, type Term } from "../../metrics/expression.ts"
import { windowRanges, writeTouches } from "./place.ts"
import { listColumns, writeLists } from "./lists-statement.ts"
import type { Marks } from "./marks.ts"
import type { Select } from "./dialect.ts"
import type { Feed, Grouping, GroupingSet, Scope } from "./feed.ts"
import { type Gathered, type Listed, writeGathered } from "./gathered-statement.ts"
import { finest, writeFinest, writeGrouping } from "./grouping-statement.ts"
import { writeTerm, type Writer } from "./writer.ts"

/** Named parts of the statement, and the selects whose rows are the answer. */
export interface CellSelects {
  readonly parts: readonly string[]
  readonly selects: readonly Select[]
  readonly gathered: readonly Gathered[]
  /** How often `base` is read. */
  readonly reads: number
}

/** An aggregate as text: over rows, and over what it gave for parts of them; null where parts cannot be put together, as of a quantile. */
export interface Written {
  readonly overRows: string
  readonly overParts: string | null
  /** Where the values are put in order here, this instead of both. */
  readonly listed?: Listed | undefined
}

/**
 * The cells of a feed: by bucket and split, by bucket, by split, and over all, each period for itself. Counts and sums are made once, for the
 * finest cells, and put together for the others in the same statement; quantiles need the rows each time, or the lists of the finest cells.
 */
export function writeCellSelects(feed: Feed, aggregates: ReadonlyMap<string, Written>, marks: Marks, scope: Scope): CellSelects {
  const { id, pass } = feed
  const keys = bucketKeys(feed, scope)
  const splits = pass.splits.map((_, i) => `split_${i}`)
  const exploded = pass.splits.findIndex(({ type }) => type === "codes")
  const lists = listColumns(feed, marks, scope.writer)
  const groupings = groupingsOf(id, keys, splits, exploded >= 0)
  const clustered = clusterColumns(feed, marks, scope.writer)
  const added = new Map([...aggregates].filter(([, { overParts }]) => overParts !== null))
  const listed = new Map([...aggregates].flatMap(([name, { listed }]) => (listed ? [[name, listed] as const] : [])))
  const spread = new Map([...aggregates].filter(([name, { overParts }]) => overParts === null && !listed.has(name)))
  const gathered = writeGathered(feed, groupings, keys, splits, listed)
  const clusters = groupings.flatMap((grouping) => writeClusters(id, grouping, keys, splits, clustered, scope))
  const parts = [
    writeRows(feed, keys, splits, scope),
    writeMarked(feed, [...keys, ...splits], marks, scope),
    ...(exploded >= 0 ? [writeEach(feed, keys, splits, exploded, marks, scope)] : []),
    ...groupings.flatMap((grouping) => [
      writeFinest(grouping, keys, splits, overRows(added)),
      writeGrouping({ ...grouping, rows: finest(grouping) }, keys, splits, overParts(added), lists.length > 0, scope),
      ...(spread.size > 0
        ? [writeGrouping({ ...grouping, name: spreadOf(grouping) }, keys, splits, overRows(spread), false, scope)]
        : []),
    ]),
    ...gathered.map(({ part }) => part),
    ...clusters.flatMap(({ parts }) => parts),
  ]
  const select = (name: string, own: ReadonlyMap<string, Written>): Select => {
    const columns = ["whole", ...keys, ...splits, ...own.keys()]
    return {
      sql: `SELECT ${id} AS feed, ${columns.join(", ")}\nFROM ${name}`,
      columns: ["feed", ...columns],
      lists: listsAmong(pass),
    }
  }
  const selects = groupings.flatMap((grouping) => [
    select(grouping.name, added),
    ...(spread.size > 0 ? [select(spreadOf(grouping), spread)] : []),
  ])
  const curves =
    lists.length === 0
      ? []
      : groupings.flatMap((grouping) => grouping.sets.map((set) => writeLists(id, grouping, set, splits, lists)))
  const all = [...selects, ...gathered.map(({ select }) => select), ...curves, ...clusters.map(({ select }) => select)]
  return { parts, selects: all, gathered: gathered.map(({ gathered }) => gathered), reads: all.length }
}

function listsAmong({ aggregates }: Feed["pass"]): ReadonlySet<string> {
  const lists = Object.entries(aggregates).filter(([, { kind }]) => kind === "quantiles" || kind === "order" || kind === "values")
  return new Set(lists.map(([name]) => name))
}

/** The bucket and, where there are buckets, the period they belong to. */
function bucketKeys({ run }: Feed, { frame }: Scope): readonly ("bucket" | "period")[] {
  return run === null || frame.grain === undefined ? ["bucket"] : ["bucket", "period"]
}

/** With a split by tags the totals are grouped apart, because there a row is counted once. */
function groupingsOf(
  id: number,
  keys: readonly ("bucket" | "period")[],
  splits: readonly string[],
  exploded: boolean,
): readonly Grouping[] {
  const whole = keys.map((key): GroupingSet => ({ key, splits: [] }))
  const split = splits.length === 0 ? [] : keys.map((key): GroupingSet => ({ key, splits }))
  if (!exploded) return [{ name: `cells_${id}`, rows: `marked_${id}`, sets: [...split, ...whole] }]
  return [
    { name: `cells_${id}`, rows: `marked_${id}`, sets: whole },
    { name: `cells_${id}_each`, rows: `each_${id}`, sets: split },
  ]
}

function writeRows(feed: Feed, keys: readonly string[], splits: readonly string[], { frame, writer }: Scope): string {
  const { id, run, columns, pass } = feed
  const windows = pass.at.basis === "window"
  const ranges = windows ? windowRanges(feed, frame) : [[`start_${id}`, `stop_${id}`] as const]
  const names = [
    `${run === null ? writer.dialect.eachAmong(ranges) : `place_${id}`} AS bucket`,
    ...(keys.includes("period") ? [`CASE WHEN place_${id} >= ${frame.count} THEN 1 ELSE 0 END AS period`] : []),
    ...splits.map((name, i) => `split_${id}_${i} AS ${name}`),
    ...columns,
  ]
  const where = run === null && !windows ? `start_${id} < stop_${id}` : `place_${id} IS NOT NULL`
  return `rows_${id} AS (\n  SELECT ${names.join(", ")}\n  FROM base\n  WHERE ${where}\n)`
}

function writeMarked({ id, pass }: Feed, keys: readonly string[], marks: Marks, { writer }: Scope): string {
  const named = [...marks.columns].map(([name, text]) => `${text} AS ${name}`)
  const where = pass.at.basis === "window" ? `\n  WHERE ${writeInWindow(pass.at, writer)}` : ""
  return `marked_${id} AS (\n  SELECT\n    ${[keys.join(", "), ...named].join(",\n    ")}\n  FROM rows_${id}${where}\n)`
}

function writeInWindow(at: { readonly from: Term; readonly to: Term }, writer: Writer): string {
  return writeTouches(at, writeTerm(opening, writer), writeTerm(instant, writer), writer)
}

/** A row with three tags stands in three groups; in the totals it stays one. */
function writeEach(
  { id }: Feed,
  keys: readonly string[],
  splits: readonly string[],
  exploded: number,
  marks: Marks,
  { writer }: Scope,
): string {
  const each = splits.map((name, i) => (i === exploded ? `${writer.dialect.eachOf(name)} AS ${name}` : name))
  return `each_${id} AS (\n  SELECT ${[...keys, ...each, ...marks.columns.keys()].join(", ")}\n  FROM marked_${id}\n)`
}

const spreadOf = ({ name }: Grouping): string => `spread_${name}`

const overRows = (written: ReadonlyMap<string, Written>) =>
  new Map([...written].map(([name, aggregate]) => [name, aggregate.overRows]))
const overParts = (written: ReadonlyMap<string, Written>) =>
  new Map([...written].map(([name, aggregate]) => [name, aggregate.overParts!]))

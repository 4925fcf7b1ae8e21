import { clusterColumns, writeClusters } from "./clusters-statement.ts"
import { windowRanges } from "./place.ts"
import { listColumns, writeLists } from "./lists-statement.ts"
import type { Marks } from "./marks.ts"
import type { Select } from "./dialect.ts"
import { type Feed, type Grouping, type GroupingSet, type Scope, writePeriod } from "./feed.ts"
import { type Gathered, type Listed, writeGathered } from "./gathered-statement.ts"
import { finest, writeFinest, writeGrouping } from "./grouping-statement.ts"

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
export function writeCellSelects(
  feed: Feed,
  aggregates: ReadonlyMap<string, Written>,
  marks: Marks,
  mayGather: boolean,
  scope: Scope,
): CellSelects {
  const { id, pass } = feed
  const keys = bucketKeys(feed, scope)
  const splits = pass.splits.map((_, i) => `split_${i}`)
  const exploded = pass.splits.findIndex(({ type }) => type === "codes")
  const lists = listColumns(feed, marks, scope.writer)
  const groupings = groupingsOf(feed, keys, splits, exploded >= 0, scope)
  const clustered = clusterColumns(feed, marks)
  const paired = clustered.filter(({ numbered }) => mayGather && numbered)
  const summed = clustered.filter((column) => !paired.includes(column))
  const { added, listed, spread } = byWay(aggregates)
  const gathered = writeGathered(feed, groupings, keys, splits, listed, paired, scope.writer.dialect)
  const clusters = groupings.flatMap((grouping) => writeClusters(id, grouping, keys, splits, summed, scope))
  const parts = [
    ...(feed.early
      ? [writeMarkedInBase(feed, keys, splits, marks, scope)]
      : [writeRows(feed, keys, splits, scope), writeMarked(feed, [...keys, ...splits], marks)]),
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
  const select = (name: string, own: ReadonlyMap<string, Written>) =>
    writeSelect(feed, name, ["whole", ...keys, ...splits, ...own.keys()])
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

function writeSelect({ id, pass }: Feed, name: string, columns: readonly string[]): Select {
  const sql = `SELECT ${id} AS feed, ${columns.join(", ")}\nFROM ${name}`
  return { sql, columns: ["feed", ...columns], lists: listsAmong(pass) }
}

/** What is added up from the finest cells, what is read from their lists, and what needs the rows for each kind of cells. */
function byWay(aggregates: ReadonlyMap<string, Written>) {
  const all = [...aggregates]
  const listed = new Map(all.flatMap(([name, { listed }]) => (listed ? [[name, listed] as const] : [])))
  return {
    added: new Map(all.filter(([, { overParts }]) => overParts !== null)),
    listed,
    spread: new Map(all.filter(([name, { overParts }]) => overParts === null && !listed.has(name))),
  }
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
  { suffix }: Feed,
  keys: readonly ("bucket" | "period")[],
  splits: readonly string[],
  exploded: boolean,
  { frame: { count: firstBefore } }: Scope,
): readonly Grouping[] {
  const whole = keys.map((key): GroupingSet => ({ key, splits: [] }))
  const split = splits.length === 0 ? [] : keys.map((key): GroupingSet => ({ key, splits }))
  if (!exploded) return [{ name: `cells_${suffix}`, rows: `marked_${suffix}`, sets: [...split, ...whole], firstBefore }]
  return [
    { name: `cells_${suffix}`, rows: `marked_${suffix}`, sets: whole, firstBefore },
    { name: `cells_${suffix}_each`, rows: `each_${suffix}`, sets: split, firstBefore },
  ]
}

function writeRows(feed: Feed, keys: readonly string[], splits: readonly string[], scope: Scope): string {
  return `rows_${feed.suffix} AS (\n${writeRowsSelect(feed, keys, splits, feed.columns, scope)}\n)`
}

/** Where the conditions and values are in `base` already. */
function writeMarkedInBase(
  feed: Feed,
  keys: readonly string[],
  splits: readonly string[],
  { columns }: Marks,
  scope: Scope,
): string {
  const select = writeRowsSelect(feed, keys, splits, [...columns.keys()], scope)
  return scope.writer.dialect.eachTime(`marked_${feed.suffix}`, select)
}

function writeRowsSelect(
  feed: Feed,
  keys: readonly string[],
  splits: readonly string[],
  columns: readonly string[],
  { frame, writer }: Scope,
): string {
  const { id, run, pass, among } = feed
  const windows = pass.at.basis === "window"
  const ranges = windows ? windowRanges(feed, frame) : [[`start_${id}`, `stop_${id}`] as const]
  const names = [
    `${run === null ? writer.dialect.eachAmong(ranges) : `place_${id}`} AS bucket`,
    ...(keys.includes("period") ? [writePeriod(`place_${id}`, frame.count)] : []),
    ...splits.map((name, i) => `split_${id}_${i} AS ${name}`),
    ...columns,
  ]
  const placed = run === null && !windows ? `start_${id} < stop_${id}` : feed.alone ? "" : `place_${id} IS NOT NULL`
  const where = [placed, among].filter((one) => one !== "").join(" AND ")
  return `  SELECT ${names.join(", ")}\n  FROM base${where === "" ? "" : `\n  WHERE ${where}`}`
}

function writeMarked({ suffix }: Feed, keys: readonly string[], marks: Marks): string {
  const named = [...marks.columns].map(([name, text]) => `${text} AS ${name}`)
  return `marked_${suffix} AS (\n  SELECT\n    ${[keys.join(", "), ...named].join(",\n    ")}\n  FROM rows_${suffix}\n)`
}

/** A row with three tags stands in three groups; in the totals it stays one. */
function writeEach(
  { suffix }: Feed,
  keys: readonly string[],
  splits: readonly string[],
  exploded: number,
  marks: Marks,
  { writer }: Scope,
): string {
  const each = splits.map((name, i) => (i === exploded ? `${writer.dialect.eachOf(name)} AS ${name}` : name))
  return `each_${suffix} AS (\n  SELECT ${[...keys, ...each, ...marks.columns.keys()].join(", ")}\n  FROM marked_${suffix}\n)`
}

const spreadOf = ({ name }: Grouping): string => `spread_${name}`

const overRows = (written: ReadonlyMap<string, Written>) =>
  new Map([...written].map(([name, aggregate]) => [name, aggregate.overRows]))
const overParts = (written: ReadonlyMap<string, Written>) =>
  new Map([...written].map(([name, aggregate]) => [name, aggregate.overParts!]))

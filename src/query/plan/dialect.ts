import type { Table } from "../../warehouse/tables.ts"
import { LABELS, wholeName } from "../../warehouse/tables/labelled.ts"

/** A select whose rows are part of an answer. */
export interface Select {
  readonly sql: string
  readonly columns: readonly string[]
  /** Those of the columns that hold lists. */
  readonly lists: ReadonlySet<string>
}

/** What differs from engine to engine, on one screen. Conditions and numbers are SQL text already. */
export interface Dialect {
  /** How an engine of this process hands over values; null for one that is asked over a wire: it puts them in order sooner than it sends them. */
  readonly gathers: Gathers | null
  /** The name of a table that is read with its tags and attributes. */
  whole(table: Table): string
  /** The `index`-th bound value, from 1. */
  parameter(index: number): string
  /** Whole division of numbers that are not below 0. By 0 an engine may refuse, also on a row that a condition leaves out. */
  divide(left: string, right: string): string
  /** Not true, which is more than false: what is not known is not true. */
  not(condition: string): string
  attribute(column: string, name: string): string
  /** Text as a number; NULL where it is none. */
  toNumber(text: string): string
  /** A number with a fraction, times 1000, as a whole one. */
  thousandths(number: string): string
  /** Whether a list holds one of these codes. */
  holds(list: string, codes: readonly number[]): string
  /** Whether a list holds anything. */
  filled(list: string): string
  length(list: string): string
  /** One row for each element; one row with NULL for an empty list. */
  eachOf(list: string): string
  /** One row for each whole number of these ranges, each from its first until just before its second; what is not known is none. */
  eachAmong(ranges: readonly (readonly [from: string, to: string])[]): string
  /** The element of a written list, counted from 0. */
  element(list: string, index: string): string
  /** The same of a written list of lists. */
  entry(lists: string, row: string, index: string): string
  /** The value of the last of a row's steps that came before a moment; 0 before the first. */
  stepBefore(times: string, values: string, at: string): string
  /** One row for each key of a map. */
  eachKeyOf(map: string): string
  count(where: string): string
  distinct(of: string, where: string): string
  sum(of: string, where: string): string
  /** A sum that may pass 2^63. */
  wideSum(factors: readonly string[], where: string): string
  most(of: string, where: string): string
  /** A number as text, because it may pass 2^63. */
  text(number: string): string
  /** Type 7 at these fractions, times ten: with 0.5 and 0.9 of whole numbers that is whole again, so no engine rounds it its own way. */
  tenfoldQuantiles(fractions: readonly number[], of: string, where: string): string
  /** The values themselves at these fractions: the least value that at least so many are not above. */
  orderStatistics(fractions: readonly number[], of: string, where: string): string
  /** All values, in any order; whole numbers that a number holds exactly. */
  list(of: string, where: string): string
  /** All values, in the order of other ones. */
  listInOrder(of: string, inOrderOf: string, where: string): string
  /** A whole number below 2^15, in as little room as the engine has for it. */
  small(number: string): string
  /** A named part of the statement that is computed once however often it is read. */
  once(name: string, select: string): string
  /** One that is worked out each time it is read: it only leaves rows and columns out. */
  eachTime(name: string, select: string): string
  /** Rows of selects with different columns; what a select does not have is NULL. */
  together(selects: readonly Select[]): string
}

interface Gathers {
  /** How many rows each table of the schema `$1` has, as far as the engine knows without a look. */
  readonly sizes: string
  /** All pairs of a value and the cluster of its row, in any order; whole numbers that a number holds exactly. Without a cluster it is -1. */
  pairs(of: string, by: string, where: string): string
}

const filter = (where: string): string => (where === "" ? "" : ` FILTER (WHERE ${where})`)

export const duckdb: Dialect = {
  gathers: {
    sizes: "SELECT table_name AS name, estimated_size AS rows FROM duckdb_tables() WHERE schema_name = $1",
    pairs: (of, by, where) => `list({'of': CAST(${of} AS DOUBLE), 'by': CAST(coalesce(${by}, -1) AS DOUBLE)})${filter(where)}`,
  },
  whole: wholeName,
  parameter: (index) => `$${index}`,
  divide: (left, right) => `${left} // ${right}`,
  not: (condition) => `(${condition}) IS NOT TRUE`,
  attribute: (column, name) => `${column}[${name}]`,
  toNumber: (text) => `try_cast(${text} AS DOUBLE)`,
  thousandths: (number) => `CAST(round(${number} * 1000) AS BIGINT)`,
  holds: (list, codes) => `list_has_any(${list}, [${codes.join(", ")}]::INTEGER[])`,
  filled: (list) => `len(${list}) > 0`,
  length: (list) => `len(${list})`,
  eachOf: (list) => `unnest(CASE WHEN len(${list}) > 0 THEN ${list} ELSE [NULL] END)`,
  eachAmong: (ranges) => `unnest(${ranges.map(([from, to]) => `range(${from}, ${to})`).join(" || ")})`,
  element: (list, index) => `(${list})[${index} + 1]`,
  entry: (lists, row, index) => `(${lists})[${row} + 1][${index} + 1]`,
  stepBefore: (times, values, at) => `coalesce(${values}[len(list_filter(${times}, lambda step: step < ${at}))], 0)`,
  eachKeyOf: (map) => `unnest(map_keys(${map}))`,
  count: (where) => (where === "" ? "count(*)" : `count_if(${where})`),
  distinct: (of, where) => `count(DISTINCT ${of})${filter(where)}`,
  sum: (of, where) => `sum(${of})${filter(where)}`,
  wideSum: (factors, where) => `sum(${factors.map((factor) => `CAST(${factor} AS HUGEINT)`).join(" * ")})${filter(where)}`,
  most: (of, where) => `max(${of})${filter(where)}`,
  text: (number) => `CAST(${number} AS VARCHAR)`,
  tenfoldQuantiles: (fractions, of, where) => `quantile_cont(10 * ${of}, [${fractions.join(", ")}])${filter(where)}`,
  orderStatistics: (fractions, of, where) => `quantile_disc(${of}, [${fractions.join(", ")}])${filter(where)}`,
  list: (of, where) => `list(CAST(${of} AS DOUBLE))${filter(where)}`,
  listInOrder: (of, inOrderOf, where) => `list(CAST(${of} AS BIGINT) ORDER BY ${inOrderOf})${filter(where)}`,
  small: (number) => `CAST(${number} AS SMALLINT)`,
  once: (name, select) => `${name} AS MATERIALIZED (\n${select}\n)`,
  eachTime: (name, select) => `${name} AS NOT MATERIALIZED (\n${select}\n)`,
  together: (selects) => selects.map(({ sql }) => sql).join("\nUNION ALL BY NAME\n"),
}

const reads = new RegExp(`"(${LABELS.join("|")})"`)

/** Where a statement reads a table: without tags and attributes where it names none. `reading` is its text, or what of it may name them. */
export function tableRead(schema: string, table: Table, reading: string, dialect: Dialect): string {
  return `${schema}.${reads.test(reading) ? dialect.whole(table) : table.name}`
}

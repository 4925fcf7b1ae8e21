import { assert } from "../../assert.ts"
import type { Dialect, Select } from "./dialect.ts"

const filter = (where: string): string => (where === "" ? "" : ` FILTER (WHERE ${where})`)

/** The values in order. The engine's own exact quantiles keep all values as well; sorted once, they serve every fraction. */
const sorted = (of: string, where: string): string => `arraySort(groupArray(${of})${filter(where)})`

export const clickhouse: Dialect = {
  parameter: (index) => `$${index}`,
  divide: (left, right) => `intDiv(${left}, ${right})`,
  not: (condition) => `ifNull(NOT (${condition}), true)`,
  // What a map does not have would be an empty text.
  attribute: (column, name) => `if(mapContains(${column}, ${name}), ${column}[${name}], NULL)`,
  toNumber: (text) => `toFloat64OrNull(trimBoth(${text}))`,
  thousandths: (number) => `toInt64(${awayFromZero(`(${number} * 1000)`)})`,
  holds: (list, codes) => `hasAny(${list}, [${codes.join(", ")}]::Array(Int32))`,
  filled: (list) => `notEmpty(${list})`,
  eachOf: (list) => `arrayJoin(if(empty(${list}), [NULL], ${list}))`,
  eachBetween: (from, to) => `arrayJoin(range(toInt64(ifNull(${from}, 0)), toInt64(ifNull(${to}, 0))))`,
  element: (list, index) => `arrayElementOrNull(${list}, ${place(index)})`,
  entry: (lists, row, index) => `arrayElementOrNull(arrayElement(${lists}, ${place(row)}), ${place(index)})`,
  eachKeyOf: (map) => `arrayJoin(mapKeys(${map}))`,
  count: (where) => `count(*)${filter(where)}`,
  // `uniq` would guess.
  distinct: (of, where) => `uniqExact(${of})${filter(where)}`,
  sum: (of, where) => `sum(${of})${filter(where)}`,
  wideSum: (factors, where) => `toString(sum(${factors.map((factor) => `toInt256(${factor})`).join(" * ")})${filter(where)})`,
  most: (of, where) => `max(${of})${filter(where)}`,
  tenfoldQuantiles: (fractions, of, where) => {
    const values = sorted(of, where)
    return orNothing(
      values,
      fractions.map((fraction) => tenfold(values, tenths(fraction))),
    )
  },
  orderStatistics: (fractions, of, where) => {
    const values = sorted(of, where)
    return orNothing(
      values,
      fractions.map((fraction) => atRank(values, tenThousandths(fraction))),
    )
  },
  list: (of, where) => `groupArray(${of})${filter(where)}`,
  once: (name, select) => `${name} AS MATERIALIZED (\n${select}\n)`,
  together: (selects) => {
    const lists = new Set(selects.flatMap((select) => [...select.lists]))
    const columns = [...new Set(selects.flatMap((select) => select.columns))]
    return selects.map((select) => aligned(select, columns, lists)).join("\nUNION ALL\n")
  },
}

/** The engine joins rows by position, and a list cannot be NULL. */
function aligned({ sql, columns }: Select, all: readonly string[], lists: ReadonlySet<string>): string {
  const has = new Set(columns)
  const names = all.map((name) => (has.has(name) ? name : `${lists.has(name) ? "[]" : "NULL"} AS ${name}`))
  return `SELECT ${names.join(", ")}\nFROM (\n${sql}\n)`
}

/** Positions count from 1. A place that is not known, or before the first, is far outside: there is nothing there. */
function place(index: string): string {
  return `ifNull(${index} + 1, 1000000000)`
}

/** Halves go away from zero, as in DuckDB; the engine's own `round` takes them to the even neighbour. */
function awayFromZero(number: string): string {
  return `trunc(${number}) + if(abs(${number} - trunc(${number})) >= 0.5, sign(${number}), 0)`
}

function orNothing(values: string, items: readonly string[]): string {
  return `if(empty(${values}), [], [${items.join(", ")}])`
}

/** Type 7 times ten, in whole numbers: it lies (n − 1) · tenths tenths of a step above the least. */
function tenfold(values: string, of: number): string {
  const steps = `(toInt64(length(${values})) - 1) * ${of}`
  const below = `${values}[intDiv(${steps}, 10) + 1]`
  const above = `${values}[least(intDiv(${steps}, 10) + 2, toInt64(length(${values})))]`
  return `10 * ${below} + (${steps}) % 10 * (${above} - ${below})`
}

/** The value of the rank of DuckDB's `quantile_disc`: the least that at least so many are not above. */
function atRank(values: string, of: number): string {
  const size = `toInt64(length(${values}))`
  return `${values}[greatest(1, ${size} - intDiv(${size} * ${10_000 - of}, 10000))]`
}

function tenths(fraction: number): number {
  return wholeTimes(fraction, 10)
}

function tenThousandths(fraction: number): number {
  return wholeTimes(fraction, 10_000)
}

/** Fractions are written with few digits; whole numbers of them do not lie between two ranks by a rounding error. */
function wholeTimes(fraction: number, times: number): number {
  const whole = Math.round(fraction * times)
  assert(Math.abs(whole - fraction * times) < 1e-9, `${fraction} is not a whole number of ${times}ths`)
  return whole
}

import { assert } from "../../assert.ts"
import type { Dialect, Select } from "./dialect.ts"

const filter = (where: string): string => (where === "" ? "" : ` FILTER (WHERE ${where})`)

/**
 * Some of the values, by their places among all in order. The engine's own exact quantiles keep all values as well, and do not pick as
 * DuckDB does. They are given to a function as `v`, and the places as one list of numbers `m`: the engine reads a statement again for
 * each time that it names them, and an interval has a hundred places.
 */
const picked = (item: string, places: readonly number[], of: string, where: string): string =>
  `arrayMap(v -> if(empty(v), [], arrayMap(m -> ${item}, [${places.join(", ")}])), [arraySort(groupArray(${of})${filter(where)})])[1]`

export const clickhouse: Dialect = {
  gathers: null,
  // There a column that is not read costs nothing, and one that repeats itself little: each table is kept whole.
  whole: ({ name }) => name,
  parameter: (index) => `$${index}`,
  divide: (left, right) => `intDiv(${left}, ${right})`,
  not: (condition) => `ifNull(NOT (${condition}), true)`,
  // What a map does not have would be an empty text.
  attribute: (column, name) => `if(mapContains(${column}, ${name}), ${column}[${name}], NULL)`,
  toNumber: (text) => `toFloat64OrNull(trimBoth(${text}))`,
  thousandths: (number) => `toInt64(${awayFromZero(`(${number} * 1000)`)})`,
  holds: (list, codes) => `hasAny(${list}, [${codes.join(", ")}]::Array(Int32))`,
  filled: (list) => `notEmpty(${list})`,
  length: (list) => `toInt64(length(${list}))`,
  eachOf: (list) => `arrayJoin(if(empty(${list}), [NULL], ${list}))`,
  eachAmong: (ranges) => {
    const whole = (number: string) => `toInt64(ifNull(${number}, 0))`
    const lists = ranges.map(([from, to]) => `range(${whole(from)}, ${whole(to)})`)
    return `arrayJoin(${lists.length === 1 ? lists[0]! : `arrayConcat(${lists.join(", ")})`})`
  },
  element: (list, index) => `arrayElementOrNull(${list}, ${place(index)})`,
  entry: (lists, row, index) => `arrayElementOrNull(arrayElement(${lists}, ${place(row)}), ${place(index)})`,
  // Position 0 of an array is 0, as is a step before the first.
  stepBefore: (times, values, at) => `${values}[arrayCount(step -> step < ${at}, ${times})]`,
  eachKeyOf: (map) => `arrayJoin(mapKeys(${map}))`,
  count: (where) => `count(*)${filter(where)}`,
  // `uniq` would guess.
  distinct: (of, where) => `uniqExact(${of})${filter(where)}`,
  sum: (of, where) => `sum(${of})${filter(where)}`,
  wideSum: (factors, where) => `sum(${factors.map((factor) => `toInt256(${factor})`).join(" * ")})${filter(where)}`,
  most: (of, where) => `max(${of})${filter(where)}`,
  text: (number) => `toString(${number})`,
  tenfoldQuantiles: (fractions, of, where) =>
    picked(
      TENFOLD,
      fractions.map((fraction) => wholeTimes(fraction, 10)),
      of,
      where,
    ),
  orderStatistics: (fractions, of, where) =>
    picked(
      AT_RANK,
      fractions.map((fraction) => 1_000_000 - wholeTimes(fraction, 1_000_000)),
      of,
      where,
    ),
  list: (of, where) => `groupArray(${of})${filter(where)}`,
  listInOrder: (of, inOrderOf, where) =>
    `arrayMap(pair -> pair.2, arraySort(pair -> pair.1, groupArray((${inOrderOf}, ${of}))${filter(where)}))`,
  small: (number) => number,
  once: (name, select) => `${name} AS MATERIALIZED (\n${select}\n)`,
  eachTime: (name, select) => `${name} AS (\n${select}\n)`,
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

const LENGTH = "toInt64(length(v))"

/** Type 7 times ten at so many tenths, in whole numbers: it lies (n − 1) · tenths tenths of a step above the least. */
const TENFOLD = ((steps: string): string => {
  const below = `v[intDiv(${steps}, 10) + 1]`
  const above = `v[least(intDiv(${steps}, 10) + 2, ${LENGTH})]`
  return `10 * ${below} + (${steps}) % 10 * (${above} - ${below})`
})(`(${LENGTH} - 1) * m`)

/** The value of the rank of DuckDB's `quantile_disc`, so many millionths below the last: the least that at least so many are not above. */
const AT_RANK = `v[greatest(1, ${LENGTH} - intDiv(${LENGTH} * m, 1000000))]`

/** Fractions are written with few digits; whole numbers of them do not lie between two ranks by a rounding error. */
function wholeTimes(fraction: number, times: number): number {
  const whole = Math.round(fraction * times)
  assert(Math.abs(whole - fraction * times) < 1e-9, `${fraction} is not a whole number of ${times}ths`)
  return whole
}

import { assert } from "../../assert.ts"
import type { Row } from "../../warehouse/warehouse.ts"
import type { Member } from "../plan/plan.ts"

/** The engine's numbers for one metric in one cell, by part. A cell without a row has nothing but zeros. */
export interface Values {
  /** How many; 0 where there is no row. */
  count(part: string): number
  /** A sum or a maximum; NULL, as sums over no rows are, reads as 0: ask `count` first. */
  number(part: string): number
  numbers(part: string): readonly number[]
  excluded(): Readonly<Record<string, number>>
  /** The counts whose part begins so. */
  named(prefix: string): Readonly<Record<string, number>>
}

export function valuesOf({ columns }: Member, row: Row | undefined): Values {
  const read = (part: string): unknown => {
    const column = columns[part]
    return column === undefined ? undefined : row?.[column]
  }
  const count = (part: string): number => {
    const value = read(part)
    return value === undefined || value === null ? 0 : wholeNumber(value)
  }
  const named = (prefix: string) =>
    Object.fromEntries(
      Object.keys(columns)
        .filter((part) => part.startsWith(prefix))
        .map((part) => [part.slice(prefix.length), count(part)]),
    )
  return {
    count,
    number: count,
    numbers: (part) => listOf(part.endsWith("_list") ? row?.[`${columns[part.slice(0, -"_list".length)]}_list`] : read(part)),
    excluded: () => Object.fromEntries(Object.entries(named("excluded_")).filter(([, count]) => count > 0)),
    named,
  }
}

function wholeNumber(value: unknown): number {
  const number = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN
  assert(!Number.isNaN(number), `the engine returned ${String(value)} for a number`)
  return number
}

function listOf(value: unknown): readonly number[] {
  if (value === undefined || value === null) return []
  assert(Array.isArray(value), "the engine returned no list")
  return value.map(wholeNumber)
}

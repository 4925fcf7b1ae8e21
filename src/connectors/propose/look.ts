import { openTable } from "../table/open-table.ts"
import { readNumber } from "../table/numbers.ts"
import type { TableFormat } from "../table/table.ts"
import { looksLikeDate, looksLikeUnix, type Seen } from "./dates.ts"

/** The most rows looked at for a proposal. */
export const MOST_ROWS_LOOKED_AT = 100_000
/** More different values than that are no list of words. */
const MOST_DISTINCT = 40
/** So much of a column must look like a date, or a number, for it to be one. */
const NEARLY_ALL = 0.9

const MISSING_MARKS = new Set([
  "?",
  "-",
  "--",
  "n/a",
  "na",
  "null",
  "none",
  "nan",
  "nil",
  "(blank)",
  "(empty)",
  "unknown",
  "undefined",
])

/** What the rows show of one column. */
export interface Look {
  readonly column: string
  readonly kind: "date" | "number" | "text"
  /** Values that usually stand for none, as they are written. */
  readonly missing: readonly string[]
  /** The different values, if they are few. */
  readonly words: readonly string[] | undefined
  /** No value comes twice. */
  readonly isUnique: boolean
  readonly dates: readonly Seen[]
  readonly numbers: readonly Seen[]
}

interface Tally {
  readonly values: Set<string>
  readonly missing: Set<string>
  readonly dates: Seen[]
  readonly numbers: Seen[]
  filled: number
}

export interface Looks {
  readonly looks: readonly Look[]
  readonly rows: number
}

export async function lookAt(file: string, format: TableFormat): Promise<Looks> {
  const table = await openTable(file, format)
  const tallies = table.columns.map((): Tally => ({ values: new Set(), missing: new Set(), dates: [], numbers: [], filled: 0 }))
  let rows = 0
  for await (const page of table.pages) {
    for (const { row, cells } of page)
      tallies.forEach((tally, index) => note(tally, { text: (cells[index] ?? "").trim(), row }, table.columns[index]!))
    rows += page.length
    if (rows >= MOST_ROWS_LOOKED_AT) break
  }
  return { looks: table.columns.map((column, index) => lookOf(column, tallies[index]!)), rows }
}

function note(tally: Tally, seen: Seen, column: string): void {
  const { text } = seen
  if (text === "") return
  if (MISSING_MARKS.has(text.toLowerCase())) {
    tally.missing.add(text)
    return
  }
  tally.filled++
  tally.values.add(text)
  if (looksLikeDate(text) || looksLikeUnix(text, column)) tally.dates.push(seen)
  else if (readNumber(text, ".") !== undefined || readNumber(text, ",") !== undefined) tally.numbers.push(seen)
}

function lookOf(column: string, { values, missing, dates, numbers, filled }: Tally): Look {
  const enough = Math.max(1, filled * NEARLY_ALL)
  return {
    column,
    kind: dates.length >= enough ? "date" : numbers.length >= enough ? "number" : "text",
    missing: [...missing],
    words: values.size <= MOST_DISTINCT ? [...values] : undefined,
    isUnique: values.size === filled && filled > 0,
    dates,
    numbers,
  }
}

/** The decimal mark, if some number can only be read with it; why, if none or both can. */
export function chooseDecimal(numbers: readonly Seen[]): { readonly mark?: "." | ","; readonly why: string } | undefined {
  const written = numbers.filter(({ text }) => /[.,]/.test(text))
  const point = written.find(({ text }) => readNumber(text, ",") === undefined)
  const comma = written.find(({ text }) => readNumber(text, ".") === undefined)
  if (written.length === 0) return undefined
  if (point && comma)
    return { why: `row ${point.row} has ${point.text}, row ${comma.row} has ${comma.text}: the file mixes both marks.` }
  if (point) return { mark: ".", why: `row ${point.row} has ${point.text}` }
  if (comma) return { mark: ",", why: `row ${comma.row} has ${comma.text}` }
  return {
    why: `every number can be read both ways, as row ${written[0]!.row}: ${written[0]!.text}. Write "." if that is more than a thousand, "," if it is less than two.`,
  }
}

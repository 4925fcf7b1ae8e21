import type { Encoding } from "./open-text.ts"

export const FORMATS = ["csv", "tsv", "xlsx", "jsonl"] as const
export type Format = (typeof FORMATS)[number]

/** How a file of rows is written. */
export interface TableFormat {
  readonly format: Format
  readonly delimiter: string
  readonly encoding: Encoding
  /** `none` where nothing is quoted. */
  readonly quote: string
  /** The sheet of a workbook; the first if absent. */
  readonly sheet: string | undefined
}

/** One row of a file: the cells in the order of the columns, as they stand; "" where there is nothing. */
export interface SourceRow {
  /** As people count: the first row after the names is 2, in a file without names 1. For text files it is the line the row begins on. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Rows in pages, and the names of all columns, known once the first page has come. */
export interface SourceTable {
  readonly columns: readonly string[]
  readonly pages: AsyncIterable<readonly SourceRow[]>
}

/** Rows in one page. */
export const PAGE_ROWS = 2000
/** The most characters one row may have. */
export const MOST_ROW_CHARACTERS = 20_000_000

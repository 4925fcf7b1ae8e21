/** A value bound to a statement. Numbers go as they are: moments and durations are integers below 2^53. */
export type Param = string | number | boolean | null | readonly number[] | readonly string[]

/** SQL text with `$1`, `$2`, … and the values for them. A stranger's word is only ever a value. */
export interface Statement {
  readonly sql: string
  readonly params: readonly Param[]
}

/** One row: numbers for all integer and floating types, arrays for lists, null for NULL. */
export type Row = Readonly<Record<string, unknown>>

export interface Reading {
  /** What is NULL may be left out of a row: for many columns of which each row has few. */
  readonly sparse?: boolean
  /** Lists of 64-bit integers may be typed arrays: for long ones. NaN is NULL. */
  readonly packed?: boolean
}

/** What the rest of the program needs of an engine. */
export interface Warehouse {
  run(sql: string, params?: readonly Param[]): Promise<void>
  rows(sql: string, params?: readonly Param[], reading?: Reading): Promise<readonly Row[]>
  close(): void
}

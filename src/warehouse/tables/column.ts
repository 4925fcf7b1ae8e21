/**
 * The tables the fold writes and the questions read. Data, so that they can be created on any engine, printed and documented.
 *
 * code     INTEGER, a word of the dictionary (`words`)
 * subject  INTEGER, a subject of the dictionary (`subjects`)
 * moment   BIGINT, UTC microseconds since 1970
 * ms       BIGINT, milliseconds
 * count    INTEGER
 * money    BIGINT, ten-thousandths of the reporting currency
 * boolean, number (DOUBLE), codes (INTEGER[]), texts (MAP of VARCHAR to VARCHAR)
 * steps    BIGINT[], moments or money, in the order of time
 *
 * NULL is "we looked, there is none". A duration has two clocks: `x_ms` on the calendar, `x_business_ms` in open hours; the latter
 * is NULL where no calendar applies. What still runs is known by its start: `x_from_at`, and for open hours `x_business_base_ms`,
 * the number that makes "open milliseconds so far" = openBefore(calendar, moment) − base.
 */
export type ColumnType =
  | "code"
  | "subject"
  | "moment"
  | "ms"
  | "count"
  | "boolean"
  | "number"
  | "codes"
  | "texts"
  | "money"
  | "steps"

export interface Column<Type extends ColumnType = ColumnType> {
  readonly type: Type
  readonly means: string
}

export interface Table {
  readonly name: string
  readonly means: string
  /** What its rows are, as a sentence names several. */
  readonly rows: string
  readonly columns: Readonly<Record<string, Column>>
  /** The column that names the conversation whose tags and attributes are its rows' own: they are kept there alone. */
  readonly labelledBy?: string
  /** What it is looked up in whenever it is read, for rows that depend on those of many subjects; in words both engines know. */
  readonly view?: (schema: string, words: string) => string
}

const column =
  <Type extends ColumnType>(type: Type) =>
  (means: string): Column<Type> => ({ type, means })
export const code = column("code")
export const subject = column("subject")
export const moment = column("moment")
export const ms = column("ms")
export const count = column("count")
export const boolean = column("boolean")
export const number = column("number")
export const codes = column("codes")
export const texts = column("texts")
export const money = column("money")
export const steps = column("steps")

/** What every row about a conversation can be split and filtered by, as of the row's own moment where that differs. */
export const dimensions = {
  customer: subject("the customer"),
  channel: code("channel of the first customer message"),
  direction: code("inbound or outbound"),
  team: code("team"),
  agent: code("agent"),
  brand: code("brand"),
  priority: code("priority"),
  type: code("type"),
  topic: code("topic"),
  tags: codes("tags"),
  attributes: texts("the source's own fields, and the customer's as `customer.…`"),
} as const

/** Why a conversation is never counted; NULL for a valid one. */
export const excluded = {
  excluded: code("why it is not counted: spam, deleted, test, merged, backfill; NULL for a valid one"),
} as const

type Clocked<Name extends string> = Readonly<Record<`${Name}_ms` | `${Name}_business_ms`, Column<"ms">>>

/** A duration on both clocks. */
export const clocked = <Name extends string>(name: Name, means: string) =>
  ({
    [`${name}_ms`]: ms(means),
    [`${name}_business_ms`]: ms(`${means}, in open hours`),
    // The compiler knows a computed name only as "some text".
  }) as Clocked<Name>

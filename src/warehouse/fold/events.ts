/**
 * Events of one family as columns. A story is a stretch of rows with the same `story`, in order. 0 stands for "not said" in every
 * column of codes; booleans are 0 not said, 1 false, 2 true; numbers are NaN where not said.
 */
export interface Columns<Code extends string, Numeric extends string> {
  count: number
  readonly codeNames: readonly Code[]
  readonly numberNames: readonly Numeric[]
  readonly codes: Readonly<Record<Code, Int32Array>>
  readonly numbers: Readonly<Record<Numeric, Float64Array>>
}

/** Whatever they are about, events belong to a story and have a subject, a kind and a moment. */
export type AnyColumns = Columns<"story" | "subject" | "kind", "at">

export const CONVERSATION_CODES = [
  "story",
  "subject",
  "kind",
  "customer",
  "agent",
  "team",
  "channel",
  "brand",
  "direction",
  "priority",
  "type",
  "topic",
  "author",
  "public",
  "status",
  "agent_is",
  "to",
  "into",
  "linked",
  "solved",
  "test",
  "backfill",
  "promise",
  "policy",
  "clock",
  "pauses",
] as const

export const CONVERSATION_NUMBERS = ["at", "tier", "seconds", "target_s"] as const

export type EventColumns = Columns<(typeof CONVERSATION_CODES)[number], (typeof CONVERSATION_NUMBERS)[number]>

export const FALSE = 1
export const TRUE = 2

/** Room for so many events at first: most folds are of a few stories. */
const FIRST_ROOM = 4096

export function columnsFor<Code extends string, Numeric extends string>(
  codeNames: readonly Code[],
  numberNames: readonly Numeric[],
  capacity = FIRST_ROOM,
): Columns<Code, Numeric> {
  // The compiler does not follow names through Object.fromEntries.
  const codes = Object.fromEntries(codeNames.map((name) => [name, new Int32Array(capacity)])) as Record<Code, Int32Array>
  const numbers = Object.fromEntries(numberNames.map((name) => [name, new Float64Array(capacity)])) as Record<
    Numeric,
    Float64Array
  >
  return { count: 0, codeNames, numberNames, codes, numbers }
}

export function capacityOf(events: Pick<AnyColumns, "numbers">): number {
  return events.numbers.at.length
}

/** The same events with room for more. */
export function enlarge<Code extends string, Numeric extends string>(
  events: Columns<Code, Numeric>,
  capacity: number,
): Columns<Code, Numeric> {
  const larger = columnsFor(events.codeNames, events.numberNames, capacity)
  for (const name of events.codeNames) larger.codes[name].set(events.codes[name].subarray(0, events.count))
  for (const name of events.numberNames) larger.numbers[name].set(events.numbers[name].subarray(0, events.count))
  larger.count = events.count
  return larger
}

/** Keeps only the rows from `from` on, moved to the front. */
export function keepFrom<Code extends string, Numeric extends string>(events: Columns<Code, Numeric>, from: number): void {
  for (const name of events.codeNames) events.codes[name].copyWithin(0, from, events.count)
  for (const name of events.numberNames) events.numbers[name].copyWithin(0, from, events.count)
  events.count -= from
}

/** Puts the rows from `start` on into the order of `order`, which are indices of rows. */
export function reorder<Code extends string, Numeric extends string>(
  events: Columns<Code, Numeric>,
  start: number,
  order: readonly number[],
): void {
  for (const name of events.codeNames) permute(events.codes[name], start, order)
  for (const name of events.numberNames) permute(events.numbers[name], start, order)
}

function permute(column: Int32Array | Float64Array, start: number, order: readonly number[]): void {
  const moved = order.map((from) => column[from]!)
  column.set(moved, start)
}

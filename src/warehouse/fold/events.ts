/**
 * Events of conversations as columns. A story is a stretch of rows with the same `story`, in order. 0 stands for "not said" in every
 * column of codes; booleans are 0 not said, 1 false, 2 true; numbers are NaN where not said.
 */
export interface EventColumns {
  count: number
  readonly codes: Readonly<Record<CodeColumn, Int32Array>>
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>
}

export const CODE_NAMES = [
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
] as const
export type CodeColumn = (typeof CODE_NAMES)[number]

export const NUMBER_NAMES = ["at", "tier", "seconds"] as const
export type NumberColumn = (typeof NUMBER_NAMES)[number]

export const FALSE = 1
export const TRUE = 2

export function eventColumns(capacity: number): EventColumns {
  return {
    count: 0,
    codes: Object.fromEntries(CODE_NAMES.map((name) => [name, new Int32Array(capacity)])) as Record<CodeColumn, Int32Array>,
    numbers: Object.fromEntries(NUMBER_NAMES.map((name) => [name, new Float64Array(capacity)])) as Record<
      NumberColumn,
      Float64Array
    >,
  }
}

export function capacityOf(events: EventColumns): number {
  return events.numbers.at.length
}

/** The same events with room for more. */
export function enlarge(events: EventColumns, capacity: number): EventColumns {
  const larger = eventColumns(capacity)
  for (const name of CODE_NAMES) larger.codes[name].set(events.codes[name].subarray(0, events.count))
  for (const name of NUMBER_NAMES) larger.numbers[name].set(events.numbers[name].subarray(0, events.count))
  larger.count = events.count
  return larger
}

/** Keeps only the rows from `from` on, moved to the front. */
export function keepFrom(events: EventColumns, from: number): void {
  for (const name of CODE_NAMES) events.codes[name].copyWithin(0, from, events.count)
  for (const name of NUMBER_NAMES) events.numbers[name].copyWithin(0, from, events.count)
  events.count -= from
}

/** Puts the rows from `start` on into the order of `order`, which are indices of rows. */
export function reorder(events: EventColumns, start: number, order: readonly number[]): void {
  for (const name of CODE_NAMES) permute(events.codes[name], start, order)
  for (const name of NUMBER_NAMES) permute(events.numbers[name], start, order)
}

function permute(column: Int32Array | Float64Array, start: number, order: readonly number[]): void {
  const moved = order.map((from) => column[from]!)
  column.set(moved, start)
}

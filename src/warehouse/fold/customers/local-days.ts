import { Temporal } from "temporal-polyfill"
import { assert } from "../../../assert.ts"
import type { DuckWarehouse } from "../../duckdb.ts"
import { writeRows } from "../../vectors.ts"

/** Days outside these years are not told apart: what is dated there is nobody's sale. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2100

interface LocalDay {
  readonly from_at: number
  readonly to_at: number
  /** The same date a month later, or the last of that month: an order of May stands here in June. */
  readonly later_from_at: number
  readonly later_to_at: number
}

/** The temporary table `local_days`: the days of a zone that touch the time from `from` to `to`, so that the engine needs no zones. */
export async function createLocalDays(
  own: DuckWarehouse,
  zone: string,
  range: { readonly from: number; readonly to: number } | null,
): Promise<void> {
  await own.run(
    "CREATE OR REPLACE TEMP TABLE local_days (day INTEGER, from_at BIGINT, to_at BIGINT, later_from_at BIGINT, later_to_at BIGINT)",
  )
  const days = range === null ? [] : daysOf(zone, range.from, range.to)
  await writeRows(
    own.connection,
    { name: "local_days", catalog: "temp" },
    [
      { type: "int", value: (row) => row },
      { type: "bigint", value: (row) => days[row]!.from_at },
      { type: "bigint", value: (row) => days[row]!.to_at },
      { type: "bigint", value: (row) => days[row]!.later_from_at },
      { type: "bigint", value: (row) => days[row]!.later_to_at },
    ],
    days.length,
  )
}

function daysOf(zone: string, from: number, to: number): readonly LocalDay[] {
  const last = dateOf(Math.min(to, limit(LAST_YEAR)), zone)
  const days: LocalDay[] = []
  const start = (date: Temporal.PlainDate): number => date.toZonedDateTime(zone).epochMilliseconds * 1000
  for (
    let date = dateOf(Math.max(from, limit(FIRST_YEAR)), zone);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const later = date.add({ months: 1 })
    days.push({
      from_at: start(date),
      to_at: start(date.add({ days: 1 })),
      later_from_at: start(later),
      later_to_at: start(later.add({ days: 1 })),
    })
  }
  assert(days.length < 60_000, "the years are limited")
  return days
}

function dateOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
}

function limit(year: number): number {
  return Date.UTC(year, 0, 2) * 1000
}

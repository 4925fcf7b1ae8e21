import { Temporal } from "temporal-polyfill"
import { Problem } from "../../problem.ts"

/** From this moment on (UTC microseconds) local time is so many microseconds ahead of UTC. */
export interface Offset {
  readonly from_at: number
  readonly ahead_us: number
}

/** The offsets of a zone in force from `from` until `to`, in order; the first began at or before `from`. */
export function offsetsBetween(zone: string, from: number, to: number): readonly Offset[] {
  let at = zoned(from, zone)
  const offsets: Offset[] = [{ from_at: from, ahead_us: ahead(at) }]
  for (;;) {
    const next = at.getTimeZoneTransition("next")
    if (next === null || micros(next) >= to) return offsets
    if (ahead(next) !== offsets.at(-1)!.ahead_us) offsets.push({ from_at: micros(next), ahead_us: ahead(next) })
    at = next
  }
}

export function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochNanoseconds(BigInt(at) * 1000n).toZonedDateTimeISO(zone)
}

/** UTC microseconds. */
export function micros(at: Temporal.ZonedDateTime | Temporal.Instant): number {
  return Number(at.epochNanoseconds / 1000n)
}

/** RFC 3339 with the zone's offset. */
export function written(at: number, zone: string): string {
  return zoned(at, zone).toString({ timeZoneName: "never" })
}

export function checkZone(zone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  } catch (cause) {
    throw new Problem("question.zone", { zone }, { cause })
  }
}

/** A date (its start), a local date-time, or a moment with its offset. */
export function momentOf(text: string, zone: string, field: string): number {
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes("T")) return micros(Temporal.Instant.from(text))
    if (!/^\d{4}-\d\d-\d\d(T[\d:.]+)?$/.test(text)) throw new RangeError("neither a date nor a date with a time")
    const local = Temporal.PlainDateTime.from(text)
    // A date is its first moment, which is not midnight where the clock changes then.
    return micros(text.includes("T") ? local.toZonedDateTime(zone) : local.toPlainDate().toZonedDateTime(zone))
  } catch (cause) {
    throw new Problem("question.time", { field, text }, { cause })
  }
}

function ahead(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1000
}

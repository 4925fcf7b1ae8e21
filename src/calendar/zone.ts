import { Temporal } from "temporal-polyfill"

/** A zone's offsets over the years asked for, so that a local time becomes an instant by arithmetic. */
export interface Zone {
  /**
   * The instant of a local time, both as milliseconds, as Temporal's "compatible" has it: a time that the clock skipped moves later by
   * what was skipped, of a time that comes twice the first is meant.
   */
  instantOf(local_ms: number): number
}

interface Period {
  readonly from_ms: number
  readonly offset_ms: number
}

/** The offsets of a zone that matter between two instants. */
export function zoneBetween(name: string, from_ms: number, to_ms: number): Zone {
  const periods = [...periodsOf(name, from_ms, to_ms)]
  return {
    instantOf(local_ms) {
      const index = firstEndingAfter(periods, local_ms)
      const { from_ms, offset_ms } = periods[index]!
      const skipped = index > 0 && local_ms < from_ms + offset_ms
      return local_ms - (skipped ? periods[index - 1]!.offset_ms : offset_ms)
    },
  }
}

function* periodsOf(name: string, from_ms: number, to_ms: number): Generator<Period> {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from_ms).toZonedDateTimeISO(name)
  while (at !== null && at.epochMilliseconds < to_ms) {
    yield { from_ms: at.epochMilliseconds, offset_ms: at.offsetNanoseconds / 1e6 }
    at = at.getTimeZoneTransition("next")
  }
}

/** The first period whose last local time, by its own offset, is later. */
function firstEndingAfter(periods: readonly Period[], local_ms: number): number {
  let [low, high] = [0, periods.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (periods[middle + 1]!.from_ms + periods[middle]!.offset_ms > local_ms) high = middle
    else low = middle + 1
  }
  return low
}

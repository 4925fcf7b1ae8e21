import { Temporal } from "temporal-polyfill"
import type { CanonicalEvent } from "../../src/events/event.ts"
import type { Floor, Hours, HoursLine } from "../worlds/world.ts"
import type { Clock } from "./metrics.ts"
import { memo } from "./memo.ts"
import { openMs } from "./open-hours.ts"
import type { Plain } from "./plain.ts"

/** Open milliseconds of one stretch under the same hours. */
type Measure = (hours: Hours, from_at: number, to_at: number) => number

/**
 * Open time while the hours change under a conversation: it is cut wherever its team or priority or a line of the hours changes, and each
 * piece is measured by the hours of its own; not known if one piece has none.
 */
export function inHoursOf({ hours: lines }: Floor, asOf: number, measure: Measure = openMs): Clock {
  return (conversation, from_at, to_at) => {
    const ends = lines.flatMap((line) => [line.from, line.before].flatMap((date) => date ?? []).map((date) => dayOf(date, line)))
    const cuts = [...ends, ...conversation.told.map(({ at }) => at)].filter((at) => at > from_at && at < to_at)
    const marks = [from_at, ...cuts.sort((a, b) => a - b), to_at]
    // What still runs goes on by the hours of now.
    const pieces = [
      ...marks.slice(1).map((to, i) => [marks[i]!, to] as const),
      ...(to_at === asOf ? [[asOf, asOf] as const] : []),
    ]
    return pieces.reduce((sum: number | null, [from, to]) => {
      const hours = lines.findLast((line) => fits(line, from, conversation))?.hours ?? null
      return sum === null || hours === null ? null : sum + measure(hours, from, to)
    }, 0)
  }
}

function fits(line: HoursLine, at: number, { told }: Plain): boolean {
  const words = wordsAt(told, at)
  return (
    (line.team === undefined || line.team === words.team) &&
    (line.priority === undefined || line.priority === words.priority) &&
    (line.from === undefined || dayOf(line.from, line) <= at) &&
    (line.before === undefined || at < dayOf(line.before, line))
  )
}

/** Its team and priority then. An opening says both; what else happens says what changes. */
function wordsAt(told: readonly CanonicalEvent[], at: number): { readonly team: unknown; readonly priority: unknown } {
  const before = told.filter((event, i) => i === 0 || event.at <= at)
  const opening = before.findLastIndex(({ kind }) => kind === "conversation.opened")
  const since = before.slice(Math.max(0, opening))
  const last = (field: "team" | "priority") => since.findLast((event) => TURNING.has(event.kind) && event[field])?.[field]
  return { team: last("team"), priority: last("priority") }
}

const TURNING = new Set([
  "conversation.opened",
  "conversation.assigned",
  "conversation.changed",
  "conversation.escalated",
  "conversation.handed_off",
])

/** A line's dates are days where its hours are. */
function dayOf(date: string, { hours }: HoursLine): number {
  return midnight(hours?.zone ?? "UTC")(date)
}

const midnight = memo((zone: string) =>
  memo((date: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds * 1000),
)

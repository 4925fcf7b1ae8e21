import { PROMISE, type Telling } from "./story.ts"

/**
 * Of the promises of one conversation, rows from `first` on, the one that is due last speaks for all. Those that nobody can judge are left
 * aside: ended in time without being fulfilled, or without a calendar.
 */
export function standForAll(t: Telling, first: number): void {
  const { cells, width, count } = t.promises
  let speaker = -1
  let met = -Infinity
  let late = Infinity
  for (let row = first * width; row < count * width; row += width) {
    cells[row + PROMISE.speaks_for_all] = 0
    const missed = !Number.isNaN(cells[row + PROMISE.late_at]!)
    const ended = !Number.isNaN(cells[row + PROMISE.ended_at]!) && !missed
    if (ended || !Number.isNaN(cells[row + PROMISE.no_calendar_at]!)) continue
    // What is not fulfilled makes the last moment NaN, and it stays so.
    met = Math.max(met, cells[row + PROMISE.met_at]!)
    if (missed) late = Math.min(late, cells[row + PROMISE.late_at]!)
    if (speaker < 0 || dueOf(cells, row) >= dueOf(cells, speaker)) speaker = row
  }
  if (speaker < 0) return
  cells[speaker + PROMISE.speaks_for_all] = 1
  cells[speaker + PROMISE.all_met_at] = met
  cells[speaker + PROMISE.any_late_at] = late === Infinity ? NaN : late
}

/** What stands still is not due. */
function dueOf(cells: Float64Array, row: number): number {
  const due = cells[row + PROMISE.due_at]!
  return Number.isNaN(due) ? -Infinity : due
}

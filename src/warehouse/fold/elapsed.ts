import type { Telling } from "./story.ts"

/**
 * Open milliseconds from an earlier moment, whose reading is given, to the event being told. NaN unless a calendar was in force all along;
 * by the rule schedule=last, unless one is in force at the end.
 */
export function openMsSince(t: Telling, from: number, reading: number): number {
  if (t.rules.schedule === "last") return openBeforeByLast(t, t.story.at) - openBeforeByLast(t, from)
  return t.odometer.unbroken(from) ? t.story.open - reading : NaN
}

/** What makes "open time so far" of something that runs: openBefore(calendar, moment) - base. */
export function openBase(t: Telling, from: number, reading: number): number {
  if (t.rules.schedule === "last") return openBeforeByLast(t, from)
  return t.odometer.unbroken(from) ? t.odometer.base(reading) : NaN
}

/** The same for what still runs, up to a moment after all that was told: as a question computes it. */
export function openMsUntil(t: Telling, from: number, reading: number, until: number): number {
  const calendar = t.odometer.calendar()
  return calendar < 0 ? NaN : t.timetable.openBefore(calendar, until) - openBase(t, from, reading)
}

function openBeforeByLast({ timetable, odometer }: Telling, at: number): number {
  const calendar = odometer.calendar()
  return calendar < 0 ? NaN : timetable.openBefore(calendar, at)
}

import type { Telling } from "./story.ts"

/** Whole milliseconds between two moments. Each is floored first, so that the parts of a span add up to the whole. */
export function msBetween(from: number, to: number): number {
  return Math.floor(to / 1000) - Math.floor(from / 1000)
}

/** Open milliseconds from an earlier moment, whose reading is given, to the event being told. NaN unless a calendar was in force all along. */
export function openMsSince(t: Telling, from: number, reading: number): number {
  return t.odometer.unbroken(from) ? t.story.open - reading : NaN
}

/** What makes "open time so far" of something that runs: openBefore(calendar, moment) - base. */
export function openBase(t: Telling, from: number, reading: number): number {
  return t.odometer.unbroken(from) ? t.odometer.base(reading) : NaN
}

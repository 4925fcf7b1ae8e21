import { NO_CALENDAR, type Timetable } from "./timetable.ts"

/**
 * Counts one conversation's open time while calendars change under it, as an odometer counts a journey over several roads. Moments
 * must not go backward between two starts. Open time between two moments is the difference of their readings, and null unless
 * `unbroken`.
 */
export interface Odometer {
  /** A new conversation begins. */
  start(team: number, brand: number, channel: number, priority: number, at: number): void
  /** Its team, brand, channel or priority is another from now on. */
  turn(team: number, brand: number, channel: number, priority: number, at: number): void
  /** Open milliseconds so far; only differences of readings mean something. It stands still where no calendar is in force. */
  read(at: number): number
  /** The calendar in force at the last moment seen, or NO_CALENDAR. */
  calendar(): number
  /** Whether some calendar was in force at `from` and at every moment after it before the last one seen. */
  unbroken(from: number): boolean
  /** For what still runs: open time so far = openBefore(calendar(), moment) - base(reading at its start). NaN without a calendar. */
  base(reading: number): number
}

interface Journey {
  team: number
  brand: number
  channel: number
  priority: number
  calendar: number
  /** A reading is openBefore(calendar, moment) + shift. */
  shift: number
  /** The last calendar that was in force, by which the reading stands. */
  road: number
  /** When a rule next begins or ends. */
  change: number
  /** The last moment seen. */
  at: number
  /** The last stretch without a calendar; `brokenUntil` is its end once it is over. */
  brokenSince: number
  brokenUntil: number
}

export function odometer(timetable: Timetable): Odometer {
  const journey: Journey = { ...NOWHERE }
  return {
    start(team, brand, channel, priority, at) {
      leaveForNowhere(journey)
      set(journey, team, brand, channel, priority)
      journey.brokenSince = at
      look(timetable, journey, at)
    },
    turn(team, brand, channel, priority, at) {
      const same = team === journey.team && brand === journey.brand && channel === journey.channel
      if (same && priority === journey.priority) return
      follow(timetable, journey, at)
      set(journey, team, brand, channel, priority)
      look(timetable, journey, at)
    },
    read(at) {
      follow(timetable, journey, at)
      return reading(timetable, journey, at)
    },
    calendar: () => journey.calendar,
    unbroken: (from) => from >= journey.brokenUntil && (journey.calendar !== NO_CALENDAR || covered(journey, from)),
    base: (reading) => (journey.calendar === NO_CALENDAR ? NaN : reading - journey.shift),
  }
}

const NOWHERE: Readonly<Journey> = {
  team: 0,
  brand: 0,
  channel: 0,
  priority: 0,
  calendar: NO_CALENDAR,
  shift: 0,
  road: NO_CALENDAR,
  change: Infinity,
  at: -Infinity,
  brokenSince: -Infinity,
  brokenUntil: -Infinity,
}

/** Field by field: several times as fast as Object.assign, and this is done for every conversation. */
function leaveForNowhere(journey: Journey): void {
  journey.calendar = NO_CALENDAR
  journey.shift = 0
  journey.road = NO_CALENDAR
  journey.change = Infinity
  journey.at = -Infinity
  journey.brokenSince = -Infinity
  journey.brokenUntil = -Infinity
}

function set(journey: Journey, team: number, brand: number, channel: number, priority: number): void {
  journey.team = team
  journey.brand = brand
  journey.channel = channel
  journey.priority = priority
}

/** Passes every date at which a rule begins or ends, up to the moment. */
function follow(timetable: Timetable, journey: Journey, at: number): void {
  while (journey.change <= at) look(timetable, journey, journey.change)
  journey.at = at
}

function reading(timetable: Timetable, { calendar, road, shift, brokenSince }: Journey, at: number): number {
  if (road === NO_CALENDAR) return shift
  return timetable.openBefore(road, calendar === NO_CALENDAR ? brokenSince : at) + shift
}

/** Spans are half-open: what ends at the moment at which the calendar ends was under it all along. */
function covered({ at, brokenSince }: Journey, from: number): boolean {
  return at <= brokenSince && from < brokenSince
}

/** From `at` on, the calendar that the rules name then is in force; the shift keeps the reading from jumping. */
function look(timetable: Timetable, journey: Journey, at: number): void {
  const next = timetable.calendarAt(journey.team, journey.brand, journey.channel, journey.priority, at)
  journey.change = timetable.nextChange(at)
  if (next === journey.calendar) return
  if (next === NO_CALENDAR) journey.brokenSince = at
  else {
    // A stretch of no length breaks nothing.
    if (journey.calendar === NO_CALENDAR && at > journey.brokenSince) journey.brokenUntil = at
    journey.shift = reading(timetable, journey, at) - timetable.openBefore(next, at)
    journey.road = next
  }
  journey.calendar = next
}

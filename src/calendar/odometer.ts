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
  /** Open milliseconds so far; only differences of readings mean something. NaN where no calendar is in force. */
  read(at: number): number
  /** The calendar in force at the last moment seen, or NO_CALENDAR. */
  calendar(): number
  /** Whether some calendar was in force at every moment from `from` until the last one seen. */
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
  /** When a rule next begins or ends. */
  change: number
  /** The last moment without a calendar. */
  brokenUntil: number
}

export function odometer(timetable: Timetable): Odometer {
  const journey: Journey = { ...NOWHERE }
  return {
    start(team, brand, channel, priority, at) {
      Object.assign(journey, NOWHERE)
      set(journey, team, brand, channel, priority)
      look(timetable, journey, at)
      journey.brokenUntil = -Infinity
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
      return journey.calendar === NO_CALENDAR ? NaN : timetable.openBefore(journey.calendar, at) + journey.shift
    },
    calendar: () => journey.calendar,
    unbroken: (from) => journey.calendar !== NO_CALENDAR && from >= journey.brokenUntil,
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
  change: Infinity,
  brokenUntil: -Infinity,
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
}

/** From `at` on, the calendar that the rules name then is in force; the shift keeps the reading from jumping. */
function look(timetable: Timetable, journey: Journey, at: number): void {
  const { calendar } = journey
  const next = timetable.calendarAt(journey.team, journey.brand, journey.channel, journey.priority, at)
  if (calendar === NO_CALENDAR) journey.brokenUntil = at
  if (next !== calendar) {
    if (calendar !== NO_CALENDAR) journey.shift += timetable.openBefore(calendar, at)
    if (next !== NO_CALENDAR) journey.shift -= timetable.openBefore(next, at)
  }
  journey.calendar = next
  journey.change = timetable.nextChange(at)
}

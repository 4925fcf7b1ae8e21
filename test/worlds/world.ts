import { parseCalendars } from "../../src/calendar/read.ts"
import type { CalendarSettings } from "../../src/calendar/settings.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { conversationsOf, PRIORITIES, TEAMS, type Trouble } from "./conversations.ts"
import { dice, type Dice } from "./dice.ts"
import { checked } from "./draft.ts"
import { surveysOf } from "./surveys.ts"

/** Small, unruly support floors side by side in one ledger, so that one question compares them all: each is a brand of its own. */
export interface World {
  readonly seed: number
  readonly zone: string
  readonly calendars: CalendarSettings
  readonly floors: readonly Floor[]
  /** In the order in which they are learned, which is not that in which they happened. */
  readonly events: readonly CanonicalEvent[]
}

export interface Floor {
  readonly brand: string
  /** Its hours as a person reads them, for the second computation: the last line that fits is in force; without one there are none. */
  readonly hours: readonly HoursLine[]
  readonly events: readonly CanonicalEvent[]
}

/** Whose hours, and from which day to before which; a word that is not said fits all. `null` takes them off every calendar. */
export interface HoursLine {
  readonly hours: Hours | null
  readonly team?: string
  readonly priority?: string
  readonly from?: string
  readonly before?: string
}

/** Opening hours as a person would read them from the door. */
export interface Hours {
  readonly zone: string
  /** ISO weekdays, Monday is 1. */
  readonly weekdays: readonly number[]
  readonly open: string
  readonly close: string
  readonly breakFrom: string
  readonly breakTo: string
  readonly holidays: readonly string[]
}

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"] as const
const STARTS = ["2024-03-20", "2024-10-20", "2024-11-01", "2024-06-03"] as const

/** Calendars are few and shared, as the settings may not have one for each floor. */
const MOST_CALENDARS = 30

const DAY_US = 86_400_000_000

export function worldOf(seed: number, floors: number, trouble?: Trouble): World {
  const chance = dice(seed)
  const start = Date.parse(`${chance.pick(STARTS)}T00:00:00Z`) * 1000
  const hours = Array.from({ length: MOST_CALENDARS }, () => hoursOf(chance))
  const dates = TURNS.map((days) => printMoment(start + days * DAY_US).slice(0, 10))
  const made = Array.from({ length: floors }, (_, i): Floor => {
    const brand = `b${i}`
    const lines = linesOf(chance, hours, dates)
    const drafts = [...conversationsOf(chance, start, brand, trouble), ...surveysOf(chance, start, brand)]
    return { brand, hours: lines, events: drafts.map((draft, n) => checked(draft, `${brand}:${n}`)) }
  })
  const events = made.flatMap((floor) => floor.events)
  const told = chance.chance(0.3) ? events : chance.shuffled(events)
  // Some events are sent twice; the second time says nothing new.
  const again = told.filter(() => chance.chance(0.05))
  return { seed, zone: chance.pick(ZONES), calendars: settingsOf(hours, made), floors: made, events: [...told, ...again] }
}

function hoursOf(chance: Dice): Hours {
  const holidays = ["2024-03-29", "2024-04-01", "2024-10-31", "2024-11-05", "2024-06-06"]
  return {
    zone: chance.pick(ZONES),
    weekdays: chance.pick([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7], [2, 4, 6], [7]]),
    open: chance.pick(["09:00", "00:00", "01:30", "08:15"]),
    close: chance.pick(["17:00", "24:00", "12:45"]),
    breakFrom: "10:00",
    breakTo: chance.pick(["10:00", "11:20"]),
    holidays: holidays.filter(() => chance.chance(0.5)),
  }
}

/** Days after the start on which hours of some change. */
const TURNS = [3, 8, 15, 21, 40]

/** Most have the same hours for good; some have others for a team or a priority, or from a day on, or none for a while. */
function linesOf(chance: Dice, hours: readonly Hours[], dates: readonly string[]): readonly HoursLine[] {
  const usual = chance.chance(0.1) ? [] : [{ hours: chance.pick(hours) }]
  if (chance.chance(0.4)) return usual
  const others = Array.from({ length: chance.whole(1, 4) }, (): HoursLine => {
    const [from, before] = [chance.pick(dates), chance.pick(dates)].sort()
    return {
      hours: chance.chance(0.15) ? null : chance.pick(hours),
      ...(chance.chance(0.6) && { team: chance.pick(TEAMS) }),
      ...(chance.chance(0.2) && { priority: chance.pick(PRIORITIES) }),
      ...(chance.chance(0.6) && from !== before && { from }),
      ...(chance.chance(0.4) && from !== before && { before }),
    }
  })
  return [...usual, ...others]
}

const DAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

function settingsOf(all: readonly Hours[], floors: readonly Floor[]): CalendarSettings {
  const calendars = all.map(({ zone, weekdays, open, close, breakFrom, breakTo, holidays }, i) => {
    const days = weekdays.map((weekday) => DAY_NAMES[weekday - 1]!).join(",")
    const breaks = breakFrom === breakTo ? {} : { breaks: { [days]: `${breakFrom}-${breakTo}` } }
    return [`hours${i}`, { zone, hours: { [days]: `${open}-${close}` }, ...breaks, holidays }]
  })
  const apply = floors.flatMap(({ brand, hours }) =>
    hours.map(({ hours: these, ...line }) => ({
      ...line,
      brand,
      calendar: these === null ? "none" : `hours${all.indexOf(these)}`,
    })),
  )
  return parseCalendars(JSON.stringify({ calendars: Object.fromEntries(calendars), apply }))
}

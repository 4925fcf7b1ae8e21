/** Opening hours as data, and whom they are for. Times of day are seconds since local midnight, dates are days since 1970-01-01. */
export interface CalendarSettings {
  readonly calendars: readonly CalendarDefinition[]
  /** In order: the last one that fits is in force. */
  readonly rules: readonly CalendarRule[]
}

export interface CalendarDefinition {
  readonly name: string
  /** IANA: `Europe/Berlin`. */
  readonly zone: string
  /** Windows by weekday, Monday first. */
  readonly hours: readonly (readonly Window[])[]
  /** Breaks by weekday, taken out of whatever is open then. */
  readonly breaks: readonly (readonly Window[])[]
  /** Dates with hours of their own, which replace the weekly ones that begin on that date. */
  readonly dates: ReadonlyMap<number, readonly Window[]>
  /** Dates on which nobody works at all, and what they are called. They beat everything else. */
  readonly holidays: ReadonlyMap<number, string>
  readonly publicHolidays: PublicHolidays | undefined
}

/** Half-open: `open_s` is in, `close_s` is not. Beyond 86,400 it closes on the next date. */
export interface Window {
  readonly open_s: number
  readonly close_s: number
}

/** The public holidays of a country, or of a part of it. */
export interface PublicHolidays {
  /** ISO 3166: `DE`. */
  readonly country: string
  /** The part of the country, in the library's letters: `BE`. */
  readonly region: string | undefined
  /** Names of holidays on which one works all the same. */
  readonly except: readonly string[]
}

/** Without words for a dimension a rule fits all of it. */
export interface CalendarRule {
  /** Index of the calendar; null takes the conversation off every calendar. */
  readonly calendar: number | null
  readonly team: readonly string[]
  readonly brand: readonly string[]
  readonly channel: readonly string[]
  readonly priority: readonly string[]
  /** In force from this moment until before that one. */
  readonly from_at: number
  readonly before_at: number
}

export const NO_SETTINGS: CalendarSettings = { calendars: [], rules: [] }

export const DAY_S = 86_400
export const DAY_MS = 86_400_000

/** Monday is 0. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()
export const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / DAY_MS
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

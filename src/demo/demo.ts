import type { CanonicalEvent } from "../events/event.ts"
import { Problem } from "../problem.ts"
import { demoCalendars } from "./calendars.ts"
import { plantIncidents, truth } from "./incidents.ts"
import { dateOf, dayOf } from "./local.ts"
import { simulate } from "./simulate.ts"
import { DEFAULT_END, type Year, yearEnding } from "./year.ts"

export interface DemoOptions {
  /** The same seed gives the same bytes. */
  readonly seed?: number | undefined
  /** 1 is about 120,000 conversations. */
  readonly scale?: number | undefined
  /** The last day of the year, in the company's zone: 2026-10-31. */
  readonly end?: string | undefined
}

/** The most that can be asked for: some ten million conversations. */
const MOST_SCALE = 100
const LEAST_SCALE = 0.001
const EARLIEST_END = "2015-01-01"
const LATEST_END = "2037-12-31"

export interface Demo {
  readonly seed: number
  readonly scale: number
  readonly year: Year
  /** Day after day. Not strictly by time: what somebody does for a while is told when they begin or when they are done. */
  events(): AsyncIterable<CanonicalEvent[]>
  /** `calendars.yaml` of the company's data folder. */
  readonly calendars: string
  /** What was planted, for whoever wants to see it found. */
  readonly truth: Readonly<Record<string, unknown>>
}

/** The demo company: a year of Tideway Outdoor, ready to be told. */
export function demo({ seed = 1, scale = 1, end = DEFAULT_END }: DemoOptions = {}): Demo {
  if (!(scale >= LEAST_SCALE && scale <= MOST_SCALE))
    throw new Problem("demo.scale", { scale, least: LEAST_SCALE, most: MOST_SCALE })
  if (!isDate(end) || end < EARLIEST_END || end > LATEST_END)
    throw new Problem("demo.end", { end, earliest: EARLIEST_END, latest: LATEST_END })
  if (!Number.isSafeInteger(seed)) throw new Problem("demo.seed", { seed })
  const year = yearEnding(end)
  return {
    seed,
    scale,
    year,
    async *events() {
      yield* simulate(seed, scale, year)
    },
    calendars: demoCalendars(),
    truth: {
      seed,
      scale,
      from: dateOf(year.firstDay),
      to: dateOf(year.lastDay),
      zone: year.home.zone,
      planted: truth(plantIncidents(year)),
    },
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(dayOf(text)) && dateOf(dayOf(text)) === text
}

import * as fc from "fast-check"
import { expect, test } from "vitest"
import { parseCalendars } from "../../calendar/read.ts"
import { compileTimetable } from "../../calendar/timetable.ts"
import { forecastOf, type Measure, newClock, type Piece, standsStill, start, walkTo } from "./promise-clock.ts"
import { STATUS } from "./words.ts"

const calendars = parseCalendars(`
calendars:
  desk: { zone: UTC, hours: { mon-fri: "10:00-12:30, 13:00-18:00" } }
  night: { zone: UTC, hours: { daily: 18:00-24:00 } }
  weekend: { zone: UTC, hours: { sat-sun: 09:00-12:00 } }
apply:
  - { calendar: desk, team: front, before: 2024-05-10 }
  - { calendar: weekend, team: front, from: 2024-05-11 }
  - { calendar: night, team: back }
`)
const TEAMS = ["nobody", "front", "back"]
const timetable = compileTimetable(calendars, (word) => (TEAMS.includes(word) ? TEAMS.indexOf(word) + 1 : undefined))

/** A Monday. */
const START_MS = Date.UTC(2024, 4, 6, 8)
const DAYS = 9
const MINUTES = DAYS * 1440
const moment = (minute: number) => (START_MS + minute * 60_000) * 1000

interface World {
  readonly measure: Measure
  readonly pieces: readonly Piece[]
  readonly from: number
  /** Minutes at which somebody looks at the clock; the last is the end. */
  readonly looks: readonly number[]
}

/** The obvious way: every minute is looked at once. What is reached at the end of a minute is due then, and late as soon as the clock goes on. */
function walkedByMinutes({ measure, pieces, from }: World, until: number, goesOn: boolean) {
  const shown = { ms: 0, due: NaN, late: NaN, noCalendar: NaN }
  let ms = 0
  for (let minute = from; minute < MINUTES; minute++) {
    if (minute === until) shown.ms = ms
    if (minute >= until && !goesOn) break
    const begun = pieces.filter((piece) => piece.at <= moment(Math.min(minute, until)))
    const piece = begun[begun.length - 1]!
    if (minute < until && standsStill(measure, piece.status)) continue
    if (measure.business) {
      const calendar = timetable.calendarAt(piece.team, 0, 0, 0, moment(minute))
      if (calendar < 0) {
        if (Number.isNaN(shown.late)) shown.noCalendar = moment(minute)
        if (minute < until) shown.ms = NaN
        break
      }
      if (timetable.openBefore(calendar, moment(minute + 1)) === timetable.openBefore(calendar, moment(minute))) continue
    }
    if (Number.isNaN(shown.late) && ms === measure.target_ms) shown.late = moment(minute) + 1000
    ms += 60_000
    if (Number.isNaN(shown.due) && ms === measure.target_ms) shown.due = moment(minute + 1)
  }
  return shown
}

const worlds: fc.Arbitrary<World> = fc
  .record({
    business: fc.boolean(),
    target: fc.integer({ min: 1, max: 1500 }),
    still: fc.subarray([STATUS.pending, STATUS.on_hold, STATUS.solved]),
    changes: fc.array(
      fc.record({
        minute: fc.nat(4 * 1440),
        status: fc.constantFrom(...Object.values(STATUS)),
        team: fc.constantFrom(2, 2, 3, 3, 3, 1),
      }),
      { maxLength: 7 },
    ),
    firstTeam: fc.constantFrom(2, 3),
    from: fc.nat(1440),
    looks: fc.array(fc.nat(5 * 1440), { minLength: 1, maxLength: 5 }),
    looksAtChanges: fc.boolean(),
  })
  .map(({ business, target, still, changes, firstTeam, from, looks, looksAtChanges }) => ({
    measure: { target_ms: target * 60_000, business, still: still.reduce((bits, status) => bits | (1 << status), 0) },
    pieces: [
      pieceOf(-Infinity, STATUS.open, firstTeam),
      ...changes.sort((a, b) => a.minute - b.minute).map(({ minute, status, team }) => pieceOf(moment(minute), status, team)),
    ],
    from,
    looks: [
      ...new Set(
        [...looks, ...(looksAtChanges ? changes.map(({ minute }) => minute) : [])].map((minute) => Math.max(minute, from)),
      ),
    ].sort((a, b) => a - b),
  }))

function pieceOf(at: number, status: number, team: number): Piece {
  return { at, status, team, brand: 0, channel: 0, priority: 0 }
}

test("a clock walked from look to look shows what walking through the minutes shows", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { measure, pieces, from, looks } = world
      const clock = newClock()
      start(clock, measure, moment(from))
      for (const look of looks) {
        // An event is told before the piece that it begins is known.
        const before = pieces.filter((piece) => piece.at < moment(look))
        walkTo(timetable, before, clock, moment(look))
        forecastOf(timetable, before, clock)
        const known = pieces.filter((piece) => piece.at <= moment(look))
        walkTo(timetable, known, clock, moment(look))
        const { ms, due, late, noCalendar } = clock
        const shown = walkedByMinutes(world, look, false)
        expect({ ms, noCalendar }).toEqual({ ms: shown.ms, noCalendar: shown.noCalendar })
        expectReached({ due, late }, shown, moment(look))
        const ahead = walkedByMinutes(world, look, true)
        const forecast = forecastOf(timetable, known, clock)
        expectReached(forecast, ahead, moment(MINUTES))
        if (!Number.isNaN(ahead.noCalendar)) expect(forecast.noCalendar).toBe(ahead.noCalendar)
      }
    }),
    { numRuns: 400 },
  )
})

/** Equal as far as the minutes were walked; what lies beyond them was not seen there. */
function expectReached(one: { due: number; late: number }, other: { due: number; late: number }, until: number): void {
  for (const name of ["due", "late"] as const) {
    if (Number.isNaN(other[name])) expect(one[name] < until).toBe(false)
    else expect(one[name]).toBe(other[name])
  }
}

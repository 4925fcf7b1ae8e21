import { describe, expect, test } from "vitest"
import { parseCalendars } from "../../calendar/read.ts"
import { compileTimetable } from "../../calendar/timetable.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { compact, START, tellStory, type TellOptions } from "./testing/compact.ts"

const promised = (fields: Partial<CanonicalEvent>, minute = 0): CanonicalEvent => ({
  id: `p${minute}${fields.promise}`,
  at: START + minute * 60_000_000,
  subject: "conversation:1",
  kind: "conversation.promised",
  ...fields,
})

const rows = (story: string, given: Partial<CanonicalEvent>, options: TellOptions = {}, minute = 0) =>
  tellStory([...compact(story), promised(given, minute)], options).promises

describe("a first reply within an hour, in minutes", () => {
  const hour = { promise: "first_response", target_s: 3600 } as const
  const lateFrom = 60 + 0.001 / 60

  test.each([
    ["met", "c0 a50", {}, { met_at: 50, elapsed_ms: 50, due_at: 60, late_at: null }],
    ["met to the moment", "c0 a60", {}, { met_at: 60, elapsed_ms: 60, due_at: 60, late_at: null }],
    ["late", "c0 a61", {}, { met_at: 61, elapsed_ms: 61, due_at: 60, late_at: lateFrom }],
    ["running", "c0", {}, { met_at: null, elapsed_ms: null, due_at: 60, late_at: lateFrom }],
    ["from the first message on, not the opening", "o0 c10 a65", {}, { from_at: 10, met_at: 65, due_at: 70 }],
    ["solved without", "c0 s30", {}, { met_at: null, ended_at: 30, elapsed_ms: 30, late_at: null, speaks_for_all: 0 }],
    ["solved without too late", "c0 s90", {}, { met_at: null, ended_at: 90, late_at: lateFrom }],
    ["solved without and reopened it runs on", "c0 s30 r50", {}, { ended_at: null, due_at: 80 }],
    [
      "solved without, by the rule as good as a reply",
      "c0 s30",
      { solve_meets_reply_promise: true },
      { met_at: 30, ended_at: null },
    ],
    ["after a bot's answer from the reopening", "c0 b1 S2 c60 r60 a75", {}, { from_at: 60, met_at: 75, elapsed_ms: 15 }],
  ])("%s", (_case, story, rules, expected) => {
    const [row, ...more] = rows(story, hour, { rules })
    expect(row).toMatchObject({ promise: "first_response", clock: "calendar", speaks_for_all: 1, ...expected })
    expect(more).toEqual([])
  })

  test("pending stops the clock where the policy says so", () => {
    const pausing = { ...hour, pauses: ["pending"] }
    expect(rows("c0 p10 w20 a65", pausing)[0]).toMatchObject({ elapsed_ms: 55, due_at: 70, met_at: 65, late_at: null })
    expect(rows("c0 p10", pausing)[0]).toMatchObject({ elapsed_ms: 10, due_at: null, late_at: null })
    expect(rows("c0 p10 w20", pausing)[0]).toMatchObject({ elapsed_ms: null, due_at: 70 })
    // Told late, what stood still before it counts too.
    expect(rows("c0 p10 w20 a65", pausing, {}, 30)[0]).toMatchObject({ elapsed_ms: 55, due_at: 70, promised_at: 30 })
  })

  test("while it runs each stretch has its due time, and while the clock stands still what is left of it", () => {
    const pausing = { ...hour, pauses: ["pending"] }
    const stretches = (story: string, at = 0) =>
      tellStory([...compact(story), promised(pausing, at)]).promiseStretches.map((s) =>
        ["from_at", "to_at", "due_at", "stands_still", "left_ms"].map((name) => s[name]),
      )
    expect(stretches("c0 p10 w20 a65")).toEqual([
      [0, 10, 60, 0, null],
      [10, 20, null, 1, 50],
      [20, 65, 70, 0, null],
    ])
    expect(stretches("c0 p70")).toEqual([
      [0, 70, 60, 0, null],
      [70, null, 60, 1, -10],
    ])
    // Promised late it runs from then on; what a solve ended and a reopening brought back did not run in between.
    expect(stretches("c0 s30 r50", 5)).toEqual([
      [5, 30, 60, 0, null],
      [50, null, 80, 0, null],
    ])
  })

  test("the policy that holds is the last one before the reply", () => {
    const events = [...compact("c0 a50"), promised(hour), promised({ ...hour, target_s: 1800 }, 20), promised(hour, 60)]
    expect(tellStory(events).promises).toMatchObject([{ target_ms: 30, due_at: 30, late_at: 30 + 0.001 / 60, promised_at: 20 }])
  })

  test("without a first message nothing runs yet, and a promise alone is no conversation", () => {
    expect(rows("a0", hour)).toEqual([])
    const told = tellStory([promised(hour)])
    expect([told.row, told.promises, told.problems]).toEqual([undefined, [], []])
  })
})

describe("other promises", () => {
  test("next replies: each wait after the first reply", () => {
    const found = rows("c0 a5 c60 c70 a90 c100 s110", { promise: "next_response", target_s: 1200 })
    expect(found).toMatchObject([
      { turn: 2, from_at: 60, met_at: 90, elapsed_ms: 30, due_at: 80 },
      { turn: 3, from_at: 100, ended_at: 110, met_at: null, late_at: null },
    ])
    expect(rows("c0 a5 c60", { promise: "next_response", target_s: 1200 })).toMatchObject([{ turn: 2, from_at: 60, due_at: 80 }])
  })

  test("the resolution stands still while it is solved, and a reopening takes the solve back", () => {
    const day = { promise: "resolution", target_s: 3600 }
    expect(rows("c0 s40", day)[0]).toMatchObject({ met_at: 40, elapsed_ms: 40, due_at: 60 })
    expect(rows("c0 s40 r100", day)[0]).toMatchObject({ met_at: null, elapsed_ms: null, due_at: 120 })
    expect(rows("c0 s40 r100 s115", day)[0]).toMatchObject({ met_at: 115, elapsed_ms: 55 })
    expect(rows("c0 x40", day, { rules: { closed_counts_as_solved: false } })[0]).toMatchObject({ met_at: null, ended_at: 40 })
  })

  test("the requester waits while it is new, open and on hold", () => {
    const found = rows("c0 p10 h70 w100 s115", { promise: "requester_wait", target_s: 7200 })
    expect(found).toMatchObject([{ elapsed_ms: 55, met_at: 115, due_at: 180 }])
  })

  test("of several promises the one due last speaks for all", () => {
    const events = [
      ...compact("c0 a70 s100"),
      promised({ promise: "first_response", target_s: 3600 }),
      promised({ promise: "resolution", target_s: 36_000 }),
    ]
    expect(tellStory(events).promises).toMatchObject([
      { promise: "first_response", speaks_for_all: 0, all_met_at: null },
      { promise: "resolution", speaks_for_all: 1, all_met_at: 100, any_late_at: 60 + 0.001 / 60 },
    ])
  })
})

describe("in open hours", () => {
  const calendars = parseCalendars(`
calendars:
  desk: { zone: UTC, hours: { mon-fri: 10:00-18:00 } }
  night: { zone: UTC, hours: { daily: 18:00-24:00 } }
apply:
  - { calendar: desk, before: 2024-05-10 }
  - { calendar: night, team: back }
`)
  const timetable: TellOptions["timetable"] = (codeOf) => compileTimetable(calendars, codeOf)
  const business = { promise: "first_response", target_s: 4 * 3600, clock: "business" } as const

  test("four hours from Monday 14:00 are up on Monday at 18:00, and not late before Tuesday at 10:00", () => {
    // The story begins on Monday at 08:00.
    const [row] = rows("o360 c360 a1500", business, { timetable })
    expect(row).toMatchObject({ clock: "business", due_at: 600, met_at: 1500, elapsed_ms: 240, late_at: null })
    expect(rows("o360 c360", business, { timetable })[0]).toMatchObject({ due_at: 600, late_at: 1560 + 0.001 / 60 })
  })

  test("each team's hours count for as long as the team has it", () => {
    // One hour at the desk, and from 18:00 on at night.
    const [row] = rows("o540 c540 U600", business, { timetable })
    expect(row).toMatchObject({ due_at: 780 })
  })

  test("out of hours nothing stands still that did not run", () => {
    const [row] = rows("o540 c540 p600 w1530", { ...business, pauses: ["pending"] }, { timetable })
    expect(row).toMatchObject({ due_at: 1560 + 180 })
  })

  test("without a calendar nobody can judge", () => {
    expect(rows("c0 a10", business)[0]).toMatchObject({
      no_calendar_at: 0,
      due_at: 0,
      elapsed_ms: null,
      late_at: null,
      speaks_for_all: 0,
    })
    // What was late before stays late.
    expect(rows("o360 c360 s5400", business, { timetable })[0]).toMatchObject({
      no_calendar_at: null,
      late_at: 1560 + 0.001 / 60,
    })
    // The calendar ends on Friday.
    const [row] = rows("c0", { ...business, target_s: 100 * 3600 }, { timetable })
    expect(row).toMatchObject({ no_calendar_at: 5280, due_at: 5280, late_at: null })
  })
})

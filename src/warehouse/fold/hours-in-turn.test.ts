import { describe, expect, test } from "vitest"
import { parseCalendars } from "../../calendar/read.ts"
import { compileTimetable } from "../../calendar/timetable.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { timetableOf } from "./begin.ts"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { compact, START, tellStory } from "./testing/compact.ts"
import { append, dump, USUAL, withLedger } from "./testing/facts.ts"

/** Monday to Tuesday everybody is there from 09:00 to 17:00, from Wednesday on all day; on Friday nobody counts any more. */
const CALENDARS = parseCalendars(`
calendars:
  desk: { zone: UTC, hours: { daily: 09:00-17:00 } }
  always: { zone: UTC, hours: { daily: 00:00-24:00 } }
apply:
  - { calendar: desk, before: 2024-05-10 }
  - { calendar: always, priority: urgent }
  - { calendar: always, from: 2024-05-08, before: 2024-05-10 }
`)
const HOUR = 60
const DAY = 24 * HOUR
const at = (minutes: number): number => START + minutes * 60_000_000
const tell = (events: readonly CanonicalEvent[], until: number) =>
  tellStory(events, { timetable: (codeOf) => compileTimetable(CALENDARS, codeOf), knownUntil: at(until) })

/** Open minutes so far, as a question computes them. */
function soFar(calendar: unknown, base: unknown, until: number): number {
  const timetable = compileTimetable(CALENDARS, () => undefined)
  return (timetable.openBefore(Number(calendar), at(until)) - Number(base)) / 60_000
}

describe("what runs goes by the calendar in force when it is looked at", () => {
  // Monday 08:00 is minute 0; Wednesday 00:00 is 40 hours later.
  const wednesday = 40 * HOUR

  test.each([
    ["before the rule changes", 30 * HOUR, (8 + 5) * HOUR],
    ["after it", wednesday + 3 * HOUR, (16 + 3) * HOUR],
  ])("%s", (_case, until, expected) => {
    const { row, waits, spans } = tell(compact("c0"), until)
    expect(soFar(row["calendar"], row["resolution_business_base_ms"], until)).toBe(expected)
    expect(soFar(row["calendar"], row["first_reply_business_base_ms"], until)).toBe(expected)
    expect(soFar(row["calendar"], row["status_business_base_ms"], until)).toBe(expected)
    expect(soFar(row["calendar"], row["unassigned_business_base_ms"], until)).toBe(expected)
    expect(soFar(waits[0]!["calendar"], waits[0]!["wait_business_base_ms"], until)).toBe(expected)
    expect(spans.map(({ to_at }) => to_at)).toEqual([wednesday, wednesday + 2 * DAY, null])
  })

  test("where none is in force any more it is not known", () => {
    const { row, waits } = tell(compact("c0"), wednesday + 3 * DAY)
    expect(row).toMatchObject({ calendar: null, resolution_business_base_ms: null, new_business_ms: null })
    expect(waits[0]!["wait_business_base_ms"]).toBeNull()
  })

  test("what was solved by then knows its time", () => {
    const { row } = tell(compact("c0 s600 c6000"), wednesday + 3 * DAY)
    expect(row).toMatchObject({ resolution_business_ms: 8 * HOUR, new_business_ms: 8 * HOUR })
  })

  test("and so does what is solved as the last calendar ends", () => {
    const friday = wednesday + 2 * DAY
    const { row } = tell(compact(`c0 s${friday}`), friday)
    expect(row).toMatchObject({ resolution_business_ms: (16 + 48) * HOUR, unassigned_business_ms: (16 + 48) * HOUR })
  })
})

test("a rule that passes while nothing happens to a conversation is seen when others are folded", () =>
  withLedger(async (duck) => {
    const options = { ...USUAL, calendars: CALENDARS }
    const batches = [compact("c0"), compact("o10 c10", "conversation:2"), compact("o3000 c3000", "conversation:3")]
    const scopes = []
    for (const batch of batches) {
      await append(duck, batch, START + 1e12)
      scopes.push((await refold(duck, options)).scope)
    }
    expect(scopes).toEqual(["all", "touched", "all"])
    await foldAll(duck, options, "whole")
    expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
    const [row] = await duck.rows(
      "SELECT calendar, resolution_business_base_ms AS base FROM facts.conversations ORDER BY conversation",
    )
    const timetable = await timetableOf(duck, CALENDARS)
    expect((timetable.openBefore(Number(row!["calendar"]), at(3000)) - Number(row!["base"])) / 60_000).toBe(16 * HOUR + 600)
  }))

test("an escalation that raises the priority turns what a change of priority turns", () => {
  const escalated = {
    id: "e",
    at: at(120),
    subject: "conversation:1",
    kind: "conversation.escalated",
    to: "priority",
    priority: "urgent",
  }
  const { row, spans } = tell([...compact("c0 s900"), escalated as CanonicalEvent], 900)
  expect(spans.map(({ from_at, to_at, priority }) => [from_at, to_at, priority])).toEqual([
    [0, 120, null],
    [120, 900, "urgent"],
  ])
  // From 09:00 to 10:00 at the desk, then always.
  expect(row["resolution_business_ms"]).toBe(HOUR + 780)
})

test("a first message on another channel turns the hours of its stretch", () => {
  const calendars = parseCalendars(`
calendars: { desk: { zone: UTC, hours: { daily: 09:00-17:00 } }, always: { zone: UTC, hours: { daily: 00:00-24:00 } } }
apply: [{ calendar: desk }, { calendar: always, channel: chat }]
`)
  const events = compact("c30").map((event) => (event.kind === "message.sent" ? { ...event, channel: "chat" } : event))
  const { spans } = tellStory(events, { timetable: (codeOf) => compileTimetable(calendars, codeOf) })
  expect(spans.map(({ from_at, calendar }) => [from_at, calendar])).toEqual([
    [0, 0],
    [30, 1],
  ])
})

test("a conversation known only by what was merged into it has that one's status and assignee", () =>
  withLedger(async (duck) => {
    const merged = { id: "m", at: at(40), subject: "conversation:2", kind: "conversation.merged_into", into: "conversation:1" }
    await append(duck, [...compact("c0 A10 p20", "conversation:2"), merged as CanonicalEvent], START + 1e12)
    await foldAll(duck, USUAL)
    const read = () =>
      duck.rows(`SELECT s.name, st.word AS status, a.word AS agent, merged_from, (c.pending_ms // 60000)::INTEGER AS pending
FROM facts.conversations c JOIN subjects s ON s.code = c.conversation JOIN words st ON st.code = c.status
LEFT JOIN words a ON a.code = c.agent ORDER BY s.name`)
    expect(await read()).toEqual([
      { name: "conversation:1", status: "pending", agent: "ana", merged_from: 1, pending: 0 },
      { name: "conversation:2", status: "pending", agent: "ana", merged_from: 0, pending: 20 },
    ])
    expect(await duck.rows("SELECT problem FROM facts.problems WHERE value IS NULL")).toEqual([])
    // Once it speaks for itself, only its own count.
    await append(duck, compact("o50 c60"), START + 2e12)
    await refold(duck, USUAL)
    expect((await read())[0]).toEqual({ name: "conversation:1", status: "new", agent: null, merged_from: 1, pending: 0 })
  }))

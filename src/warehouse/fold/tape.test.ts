import { expect, test } from "vitest"
import { parseCalendars } from "../../calendar/read.ts"
import { foldAll } from "./fold.ts"
import { readRules } from "./rules.ts"
import { finenessOf, type TapeSpan } from "./tape.ts"
import { tapeOf } from "./tell-tape.ts"
import { compact, START } from "./testing/compact.ts"
import { append, USUAL, withLedger } from "./testing/facts.ts"

const OPTIONS = {
  ...USUAL,
  calendars: parseCalendars(
    "calendars:\n  front: { zone: UTC, hours: { daily: 09:00-17:00 } }\napply:\n  - { calendar: front }\n",
  ),
}
const MINUTE_MS = 60_000

test("the tape says what each event did to the clocks, and tells it again by other rules", () =>
  withLedger(async (duck) => {
    await append(duck, compact("c0 b10 n20 a90 s95 c120 r120"), START + 1e10)
    await foldAll(duck, OPTIONS)
    const usual = await tapeOf(duck, { conversation: "1", ...OPTIONS })
    expect(usual.events.map(({ sentence }) => sentence)).toEqual([
      "It was opened by email.",
      "The customer wrote.",
      "The bot wrote.",
      "ana left a note for colleagues.",
      "ana wrote to the customer.",
      "It was solved, by ana.",
      "The customer wrote.",
      "It was set to open, by the customer.",
    ])
    expect(usual.events[3]!.clocks).toEqual([{ clock: "wait", did: "runs on", why: "a note is for colleagues" }])
    // It began at 08:00 and the hours at 09:00.
    const reply = usual.spans.find(({ clock }) => clock === "first_reply")
    expect(reply).toMatchObject({ elapsedMs: 90 * MINUTE_MS, openMs: 30 * MINUTE_MS, reached: true })
    expect(usual.spans.filter(({ clock, to }) => clock === "wait" && to === null)).toHaveLength(1)
    expect(usual.hours).toEqual([{ calendar: "front", zone: "UTC", open: [{ from: START + 3.6e9, to: START + 7.2e9 }] }])

    const other = await tapeOf(duck, {
      conversation: "conversation:1",
      ...OPTIONS,
      rules: readRules({ bot_stops_clock: "true" }),
    })
    expect(other.rules).toEqual(["bot_stops_clock=true"])
    expect(other.spans.find(({ clock }) => clock === "first_reply")).toMatchObject({ elapsedMs: 10 * MINUTE_MS })
    expect(other.row.find(({ name }) => name === "first_reply_ms")).toMatchObject({ value: 10 * MINUTE_MS })
  }))

test("what runs is measured up to when everything is known, as in every number; what has ended, to its end", () =>
  withLedger(async (duck) => {
    await append(
      duck,
      [...compact("c0 n120"), ...compact("c0 a10 s20", "conversation:2"), ...compact("c600", "conversation:3")],
      START + 1e12,
    )
    const running = await tapeOf(duck, { conversation: "1", ...OPTIONS })
    expect(running.to).toBe(START + 600 * MINUTE_MS * 1000)
    // The hours are from 09:00 to 17:00, and it is 18:00.
    const wait = { to: null, elapsedMs: 600 * MINUTE_MS, openMs: 480 * MINUTE_MS }
    expect(running.spans.find(({ clock }) => clock === "wait")).toMatchObject(wait)
    expect(running.hours[0]?.open).toEqual([{ from: START + 3.6e9, to: START + 9 * 3.6e9 }])
    const solved = await tapeOf(duck, { conversation: "2", ...OPTIONS })
    expect(solved.to).toBe(START + 20 * MINUTE_MS * 1000)
  }))

test("open hours end where the calendar does, though nothing happens there", () =>
  withLedger(async (duck) => {
    const day = new Date(START / 1000 + 86_400_000).toISOString().slice(0, 10)
    const calendars = parseCalendars(
      `calendars:\n  front: { zone: UTC, hours: { daily: 09:00-17:00 } }\napply:\n  - { calendar: front, before: ${day} }\n`,
    )
    await append(duck, [...compact("c0"), ...compact("c6000", "conversation:2")], START + 1e12)
    const tape = await tapeOf(duck, { conversation: "1", ...OPTIONS, calendars })
    expect(tape.hours.flatMap(({ open }) => open)).toEqual([{ from: START + 3.6e9, to: START + 9 * 3.6e9 }])
    expect(tape.spans.find(({ clock }) => clock === "wait")).toMatchObject({ elapsedMs: 6000 * MINUTE_MS, openMs: null })
  }))

test("lengths of time are told as everywhere", () =>
  withLedger(async (duck) => {
    const at = (minute: number): number => START + minute * MINUTE_MS * 1000
    const logged = {
      id: "l",
      at: at(9),
      subject: "conversation:1",
      kind: "conversation.time_logged",
      agent: "ana",
      seconds: 539,
    } as const
    const promised = { id: "p", at: at(0), subject: "conversation:1", kind: "conversation.promised" } as const
    await append(duck, [...compact("c0"), { ...promised, promise: "first_response", target_s: 14_400 }, logged], START + 1e12)
    const { events } = await tapeOf(duck, { conversation: "1", ...OPTIONS })
    const sentences = events.map(({ sentence }) => sentence)
    expect(sentences).toContain("A policy began to apply: first response within 4 h.")
    expect(sentences).toContain("ana logged 8 min 59 s of work.")
  }))

test("people and teams have the names people know them by", () =>
  withLedger(async (duck) => {
    const at = START
    const named = [
      { id: "n1", at, subject: "agent:ana", kind: "agent.hired", name: "Ana Silva" },
      { id: "n2", at, subject: "agent:ana", kind: "agent.known_as", same_as: "agent:u7" },
      { id: "n3", at, subject: "team:care", kind: "team.known_as", name: "Customer care" },
    ] as const
    const given = {
      id: "g",
      at: at + 1,
      subject: "conversation:1",
      kind: "conversation.assigned",
      agent: "u7",
      team: "care",
    } as const
    await append(duck, [...compact("c0"), ...named, given], START + 1e12)
    const { events, row } = await tapeOf(duck, { conversation: "1", ...OPTIONS })
    expect(events.map(({ sentence }) => sentence)).toContain("It was given to Ana Silva in Customer care.")
    expect(row.find(({ name }) => name === "team")).toMatchObject({ value: "care", shown: "Customer care" })
    expect(row.find(({ name }) => name === "agent")).toMatchObject({ shown: "Ana Silva" })
  }))

test("what runs is measured by the hours in force, also where other hours come later", () =>
  withLedger(async (duck) => {
    const calendars = parseCalendars(
      "calendars:\n  front: { zone: UTC, hours: { daily: 09:00-17:00 } }\napply:\n  - { calendar: front, before: 2030-01-01 }\n",
    )
    await append(duck, compact("c0 n120"), START + 1e10)
    const tape = await tapeOf(duck, { conversation: "1", ...OPTIONS, calendars })
    expect(tape.spans.find(({ clock }) => clock === "wait")).toMatchObject({
      to: null,
      elapsedMs: 120 * MINUTE_MS,
      openMs: 60 * MINUTE_MS,
    })
  }))

test("the row of the tape is the row of the facts", () =>
  withLedger(async (duck) => {
    await append(
      duck,
      compact("c0 A3 a10 p20 c30 w30 a40 s50 r60", "conversation:7", { team: "front", priority: "high" }),
      START + 1e10,
    )
    await foldAll(duck, OPTIONS)
    const { row } = await tapeOf(duck, { conversation: "7", ...OPTIONS })
    const [fact] = await duck.rows("SELECT * FROM facts.conversations")
    for (const { name, value, unit } of row) if (unit !== "text") expect([name, fact![name]]).toEqual([name, value])
  }))

test("a merged conversation says where it went, and the other one tells its messages", () =>
  withLedger(async (duck) => {
    const merged = {
      ...compact("d30", "conversation:2")[1]!,
      id: "merge",
      kind: "conversation.merged_into",
      into: "conversation:1",
    } as const
    await append(duck, [...compact("c10 a40"), ...compact("c0", "conversation:2"), merged], START + 1e10)
    await foldAll(duck, OPTIONS)
    expect(await tapeOf(duck, { conversation: "2", ...OPTIONS })).toMatchObject({ mergedInto: "conversation:1" })
    const tape = await tapeOf(duck, { conversation: "1", ...OPTIONS })
    expect(tape.events.find(({ kind }) => kind === "message.sent")).toMatchObject({ from: "conversation:2" })
    expect(tape.row.find(({ name }) => name === "first_reply_ms")).toMatchObject({ value: 40 * MINUTE_MS })
  }))

test("a conversation that nobody knows is refused", () =>
  withLedger(async (duck) => {
    await expect(tapeOf(duck, { conversation: "404", ...OPTIONS })).rejects.toThrow('There is no conversation "conversation:404"')
  }))

test.each([
  ["bot_stop_clock=true", 'There is no fold rule "bot_stop_clock". Did you mean "bot_stops_clock"?'],
  ["bot_stops_clock=yes", 'cannot be "yes". It takes true or false.'],
  ["outbound=never", "It takes from_customer_reply or second_agent_message or first_agent_message."],
  ["survey_edit_window_h=-1", "It takes a number from 0 to 2160."],
])("the rule %s is refused", (text, sentence) => {
  const [name, value] = text.split("=") as [string, string]
  expect(() => readRules({ [name]: value })).toThrow(sentence)
})

test.each<[string, readonly number[], "minute" | "second"]>([
  ["42 seconds beside a day", [86_400_000, 42_000], "second"],
  ["five minutes and more", [86_400_000, 5 * MINUTE_MS], "minute"],
  ["nothing", [], "minute"],
])("moments are told by the second beside a short stretch: %s", (_, lengths, fineness) => {
  const span = { clock: "wait", from: START, to: START, openMs: null, started: "", stopped: "", reached: true } as const
  const spans: readonly TapeSpan[] = lengths.map((elapsedMs) => ({ ...span, elapsedMs }))
  expect(finenessOf({ spans })).toBe(fineness)
})

import { hash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { publicHolidays } from "../calendar/public-holidays.ts"
import { parseCalendars } from "../calendar/read.ts"
import { Fault } from "../events/fault.ts"
import type { CanonicalEvent } from "../events/event.ts"
import { kinds } from "../events/kinds.ts"
import { printEvent } from "../events/print.ts"
import { readEvent } from "../events/read.ts"
import { demo, type DemoOptions } from "./demo.ts"
import { plantIncidents } from "./incidents.ts"
import { roster } from "./shifts.ts"

const small = await all({ scale: 0.03 })

test("every event is one the ledger takes, as written and read again", () => {
  const faults = small.events
    .map((event) => [event, readEvent(printEvent(event))] as const)
    .filter(([, read]) => read instanceof Fault)
  expect(faults.slice(0, 3)).toEqual([])
  const changed = small.events.filter((event) => printEvent(readEvent(printEvent(event)) as CanonicalEvent) !== printEvent(event))
  expect(changed.slice(0, 3)).toEqual([])
})

test("no two events share an id", () => {
  expect(new Set(small.events.map(({ id }) => id)).size).toBe(small.events.length)
})

test("the same seed gives the same bytes, another seed others", async () => {
  const bytes = async (options: DemoOptions) => digest((await all(options)).events)
  const first = digest(small.events)
  expect(await bytes({ scale: 0.03 })).toBe(first)
  expect(await bytes({ scale: 0.03, seed: 2 })).not.toBe(first)
})

test("nothing happens after the year, and nearly every kind of event happens", () => {
  const end = small.company.year.end * 1000
  expect(small.events.filter(({ at }) => at >= end)).toEqual([])
  const seen = new Set(small.events.map(({ kind }) => kind))
  const missing = Object.keys(kinds).filter((kind) => !seen.has(kind as CanonicalEvent["kind"]))
  // Rare ones may be absent in so small a company; these never happen in this one.
  expect(missing).toEqual(expect.arrayContaining(["customer.known_as"]))
  expect(missing.length).toBeLessThan(6)
})

describe("a person of the support", () => {
  test("does nothing before being hired or after having left", () => {
    const hired = new Map(small.of("agent.hired").map(({ subject, at }) => [subject, at]))
    const left = new Map(small.of("agent.left").map(({ subject, at }) => [subject, at]))
    const wrong = small
      .of("message.sent")
      .filter(
        ({ author, agent, at }) =>
          author === "agent" &&
          !(at > hired.get(`agent:${agent}`)! && at < (left.get(`agent:${agent}`) ?? Number.POSITIVE_INFINITY)),
      )
    expect(wrong).toEqual([])
  })

  test("writes while on shift, but for the last words of a long answer", () => {
    const shifts = bySubject(small.of("shift.planned").filter(({ activity }) => activity !== "absent"))
    const replies = small.of("message.sent").filter(({ author }) => author === "agent")
    const off = replies.filter(
      ({ agent, at }) => !shifts.get(`agent:${agent}`)!.some((shift) => shift.at <= at && at < shift.until!),
    )
    expect(off.length / replies.length).toBeLessThan(0.03)
  })
})

describe("a conversation", () => {
  const stories = bySubject(small.events.filter(({ kind }) => kind.startsWith("conversation.") || kind === "message.sent"))

  test("is opened once, before anything else happens in it", () => {
    const wrong = [...stories.values()].filter((story) => {
      const opened = story.filter(({ kind }) => kind === "conversation.opened")
      return opened.length !== 1 || story.some(({ at }) => at < opened[0]!.at)
    })
    expect(wrong.map((story) => story.map(printEvent)).slice(0, 2)).toEqual([])
  })

  test("does not enter the status it is in", () => {
    const twice = [...stories.values()].filter((story) => {
      const statuses = story
        .filter(({ kind }) => kind === "conversation.status_changed")
        .toSorted((a, b) => a.at - b.at)
        .map(({ status }) => status)
      return statuses.some((status, i) => i > 0 && status === statuses[i - 1])
    })
    expect(twice.map((story) => story.map(printEvent)).slice(0, 1)).toEqual([])
  })
})

describe("the opening hours", () => {
  const settings = parseCalendars(small.company.calendars)

  test("are one calendar a team", () => {
    expect(settings.calendars.map(({ name, zone }) => [name, zone])).toEqual([
      ["care_berlin", "Europe/Berlin"],
      ["care_toronto", "America/Toronto"],
      ["specialists", "Europe/Berlin"],
    ])
  })

  test("know every day on which the teams are closed, but for the one that was forgotten", () => {
    const { year } = small.company
    const incidents = plantIncidents(year)
    const { closed } = roster(year, 1, incidents)
    const open = (team: "care_berlin" | "care_toronto") => {
      const { publicHolidays: place } = settings.calendars.find(({ name }) => name === team)!
      const known = new Set([2025, 2026].flatMap((number) => [...publicHolidays(place!, number).keys()]))
      return [...closed[team]].filter((day) => !known.has(day))
    }
    expect(open("care_berlin")).toEqual([])
    expect(open("care_toronto")).toEqual([incidents.forgottenHoliday])
  })
})

test.each([
  [{ scale: 1000 }, "demo.scale"],
  [{ scale: Number.NaN }, "demo.scale"],
  [{ end: "2026-02-30" }, "demo.end"],
  [{ end: "yesterday" }, "demo.end"],
  [{ seed: 1.5 }, "demo.seed"],
])("asked for %j it says %s", (options, code) => {
  expect(() => demo(options)).toThrow(expect.objectContaining({ code }))
})

test("a year that ends elsewhere has the same rhythm", async () => {
  const { company, events } = await all({ scale: 0.005, end: "2024-12-31" })
  expect(company.truth).toMatchObject({ from: "2024-01-01", to: "2024-12-31" })
  expect(events.length).toBeGreaterThan(5000)
})

async function all(options: DemoOptions) {
  const company = demo(options)
  const events: CanonicalEvent[] = []
  for await (const chunk of company.events()) events.push(...chunk)
  return { company, events, of: (kind: CanonicalEvent["kind"]) => events.filter((event) => event.kind === kind) }
}

function digest(events: readonly CanonicalEvent[]): string {
  return hash("sha256", events.map(printEvent).join("\n"))
}

function bySubject(events: readonly CanonicalEvent[]): ReadonlyMap<string, readonly CanonicalEvent[]> {
  const groups = new Map<string, CanonicalEvent[]>()
  for (const event of events) {
    const group = groups.get(event.subject)
    if (group) group.push(event)
    else groups.set(event.subject, [event])
  }
  return groups
}

import { beforeEach, expect, test } from "vitest"
import { parseCalendars } from "../calendar/read.ts"
import type { CanonicalEvent } from "../events/event.ts"
import { deliveryOf } from "../stories/stage.ts"
import { openDuck } from "../warehouse/duckdb.ts"
import type { Part } from "../warehouse/fold/part.ts"
import { USUAL_RULES } from "../warehouse/fold/rules.ts"
import { openShadows, type Shadows } from "./shadows.ts"
import type { Store } from "./store.ts"
import { embeddedStore } from "./stores/embedded.ts"

const CALENDARS = parseCalendars("calendars: {}")
const PART: Part = {
  family: "conversations",
  tables: ["conversations"],
  labelled: false,
  from: null,
  to: Date.UTC(2026, 3) * 1000,
}
const OTHER: Part = { ...PART, tables: ["waits"] }
const FOLDING = { rules: { bot_stops_clock: true } }

let store: Store
let shadows: Shadows
let rowsOf: (schema: string) => Promise<unknown>

beforeEach(async () => {
  const duck = await openDuck({ path: ":memory:", threads: 1 })
  store = await embeddedStore(duck)
  const of = { at: Date.UTC(2026, 2) * 1000, subject: "conversation:1" }
  const events: CanonicalEvent[] = [
    { ...of, id: "1", kind: "conversation.opened", customer: "customer:1" },
    { ...of, id: "2", kind: "message.sent", author: "customer", public: true },
  ]
  await store.ledger.append(deliveryOf(events.map((event) => ({ event, learned_at: event.at, event_version: 1 }))))
  const settings = { calendars: CALENDARS, zone: "UTC" }
  await store.refold({ ...settings, rules: USUAL_RULES })
  shadows = await openShadows(store, "UTC", settings)
  rowsOf = async (schema) => {
    const counted = ["conversations", "waits"].map((table) => `(SELECT count(*)::INTEGER FROM ${schema}.${table}) AS ${table}`)
    const [row] = await duck.rows(`SELECT ${counted.join(", ")}`)
    return row
  }
  return () => store.close()
})

test("the first question gets what it needs; the next that needs another part gets all, which answers both", async () => {
  const first = await shadows.schemaForSeveral(FOLDING, PART)
  expect(await rowsOf(first)).toEqual({ conversations: 1, waits: 0 })
  expect(await shadows.schemaForSeveral(FOLDING, PART)).toBe(first)
  const whole = await shadows.schemaForSeveral(FOLDING, OTHER)
  expect(await rowsOf(whole)).toEqual({ conversations: 1, waits: 1 })
  expect(await shadows.schemaForSeveral(FOLDING, { ...OTHER, tables: ["movements"] })).toBe(whole)
  // Of an earlier day nothing is folded yet.
  const early = await shadows.schemaForSeveral({ asOf: "2026-02-01" }, OTHER)
  expect(await rowsOf(early)).toEqual({ conversations: 0, waits: 0 })
})

test("through a lens each question gets its part", async () => {
  const parts = [await shadows.schemaFor(FOLDING, PART), await shadows.schemaFor(FOLDING, OTHER)]
  expect(await Promise.all(parts.map(rowsOf))).toEqual([
    { conversations: 1, waits: 0 },
    { conversations: 0, waits: 1 },
  ])
})

test("with ratings come the conversations that they take from", async () => {
  const ratings = await shadows.schemaFor(FOLDING, { family: "ratings", labelled: false })
  expect(await rowsOf(ratings)).toEqual({ conversations: 1, waits: 0 })
})

test("what needs more than a part is folded whole, and then answers all", async () => {
  const whole = await shadows.schemaFor(FOLDING, undefined)
  expect(await rowsOf(whole)).toEqual({ conversations: 1, waits: 1 })
  expect(await shadows.schemaFor(FOLDING, OTHER)).toBe(whole)
})

test("new events make all of them stale, and at most five are kept", async () => {
  const before = await shadows.schemaFor(FOLDING, PART)
  shadows.forget()
  const after = await shadows.schemaFor(FOLDING, PART)
  expect(after).not.toBe(before)
  expect(await store.beside.names()).not.toContain(before)
  for (let day = 1; day <= 6; day++) await shadows.schemaFor({ asOf: `2026-03-0${day}` }, PART)
  const kept = (await store.beside.names()).filter((name) => name.startsWith("shadow_"))
  expect(kept).toHaveLength(5)
  expect(kept).not.toContain(after)
})

test("the usual rules as of now need no other fold", async () => {
  expect(await shadows.schemasFor([{}, { rules: {} }], undefined)).toEqual([store.facts, store.facts])
})

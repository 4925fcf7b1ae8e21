import { afterAll, beforeAll, expect, test } from "vitest"
import { checkEvent } from "../events/check.ts"
import type { CanonicalEvent } from "../events/event.ts"
import { Fault } from "../events/fault.ts"
import { embeddedStage, type Stage } from "../stories/index.ts"

const PERIOD = { metrics: ["ticket_volume"], from: "2026-03-02", to: "2026-04-02" }
const HOURS = { calendars: [], rules: [] }

let stage: Stage
beforeAll(async () => {
  stage = await embeddedStage()({ name: "names", line: 0, zone: "UTC", calendars: HOURS, items: [] })
})
afterAll(() => stage.close())

test("agents and teams have the names people know them by, the last ones, whichever id said so", async () => {
  await told([
    ["2026-03-01", "agent.hired", "agent:17", { name: "Ana Silva", team: "t1" }],
    ["2026-03-01", "team.known_as", "team:t1", { name: "Front desk" }],
    // A team may be called as a person is, and who works may be known by another system's id.
    ["2026-03-01", "team.known_as", "team:17", { name: "Night shift" }],
    ["2026-03-01", "agent.known_as", "agent:17", { same_as: "agent:u17" }],
    ["2026-03-01", "agent.known_as", "agent:18", { role: "agent" }],
    ["2026-03-03", "conversation.opened", "conversation:1", { channel: "email" }],
    ["2026-03-03", "conversation.assigned", "conversation:1", { agent: "17", team: "t1" }],
    ["2026-03-04", "conversation.opened", "conversation:2", { channel: "email" }],
    ["2026-03-04", "conversation.assigned", "conversation:2", { agent: "18", team: "17" }],
    ["2026-03-05", "conversation.opened", "conversation:3", { channel: "email" }],
    ["2026-03-05", "conversation.assigned", "conversation:3", { agent: "constructor", team: "t2" }],
  ])
  const both = await stage.ask({ ...PERIOD, by: ["agent", "team"] })
  expect(both.names).toEqual({ agent: { "17": "Ana Silva" }, team: { "17": "Night shift", t1: "Front desk" } })
  await told([["2026-03-20", "agent.known_as", "agent:u17", { name: "Ana Silva-Costa" }]])
  expect((await stage.ask({ ...PERIOD, by: ["agent"] })).names).toEqual({ agent: { "17": "Ana Silva-Costa" } })
  expect((await stage.ask({ ...PERIOD, by: ["agent"], asOf: "2026-03-10T00:00:00Z" })).names).toEqual({
    agent: { "17": "Ana Silva" },
  })
  expect((await stage.ask({ ...PERIOD, by: ["channel"] })).names).toEqual({})
  const byName = await stage.ask({ ...PERIOD, where: [{ field: "agent", in: ["Ana Silva-Costa", "18", null] }] })
  expect(byName.notes).toContain('"Ana Silva-Costa" is what "17" is called: agents are asked for by their ids.')
})

async function told(lines: readonly (readonly [day: string, kind: string, subject: string, fields: object])[]): Promise<void> {
  const events = lines.map(([day, kind, subject, fields], i): CanonicalEvent => {
    const event = checkEvent({ id: `${day}-${kind}-${subject}-${i}`, at: `${day}T09:00:0${i % 10}Z`, kind, subject, ...fields })
    if (event instanceof Fault) throw new Error(`${kind}: ${event.field} ${event.reason}`)
    return event
  })
  await stage.append(events.map((event) => ({ event, learned_at: event.at, event_version: 1 })))
}

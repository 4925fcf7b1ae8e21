import { expect, test } from "vitest"
import { factsOf } from "../../test/facts.ts"
import { ask } from "./ask.ts"

const MAY = { from: "2024-05-01", to: "2024-06-01", zone: "Europe/Berlin" } as const

test("the volume by week and channel, with its totals, from one scan", async () => {
  const facts = await factsOf(
    {
      conversations: [
        { conversation: "conversation:1", counted_at: "2024-05-01T08:00:00Z", channel: "email" },
        { conversation: "conversation:2", counted_at: "2024-05-02T08:00:00Z", channel: "chat", excluded: "spam" },
        { conversation: "conversation:3", counted_at: "2024-05-09T08:00:00Z", channel: "chat" },
        { conversation: "conversation:4", counted_at: "2024-05-31T22:30:00Z", channel: "chat" },
        { conversation: "conversation:5", counted_at: "2024-04-09T08:00:00Z", channel: "phone" },
      ],
    },
    { knownUntil: "2024-07-01" },
  )
  const answer = await ask(
    { ...MAY, metrics: ["ticket_volume"], grain: "week", by: ["channel"], compare: "previous", explain: true },
    facts,
  )
  const whole = answer.rows.find(({ bucket, by }) => bucket === null && by["channel"] === undefined)!
  expect(whole.cells["ticket_volume"]).toMatchObject({ value: 2, excluded: { spam: 1 } })
})

import { expect, test } from "vitest"
import { factsOf } from "../../test/facts.ts"
import { ask } from "./ask.ts"

const rows = (count: number, topic: string | null, counted_at: string) =>
  Array.from({ length: count }, () => ({ topic, counted_at: `${counted_at}T10:00:00Z` }))
const facts = factsOf(
  {
    conversations: [
      ...rows(56, "login", "2024-05-10"),
      ...rows(14, "billing", "2024-05-10"),
      ...rows(48, "login", "2024-04-10"),
      ...rows(32, "billing", "2024-04-10"),
      ...rows(9, null, "2024-05-10"),
    ],
  },
  { knownUntil: "2024-06-02" },
)

test("topics have their rank in each bucket, and the change of a share has Newcombe's interval", async () => {
  const question = { metrics: ["top_topics"], from: "2024-05-01", to: "2024-06-01", by: ["topic"] }
  const answer = await ask({ ...question, grain: "month", compare: "previous" }, await facts)
  const ranked = answer.rows.map(({ by, bucket, cells }) => [by["topic"], bucket, cells["top_topics"]!.also])
  const login = { rank: 1, cumulative: 0.8 }
  const billing = { rank: 2, cumulative: 1 }
  expect(ranked).toEqual([
    [undefined, 0, undefined],
    [undefined, null, undefined],
    ["billing", 0, billing],
    ["billing", null, billing],
    ["login", 0, login],
    ["login", null, login],
    [null, 0, undefined],
    [null, null, undefined],
  ])
  const change = answer.rows.find(({ by }) => by["topic"] === "login")!.changes!["top_topics"]!
  expect([change.amount, change.low, change.high].map((points) => Number(points!.toFixed(1)))).toEqual([20, 5.2, 33.4])
})

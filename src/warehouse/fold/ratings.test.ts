import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CanonicalEvent } from "../../events/event.ts"
import { type DuckWarehouse, openDuck } from "../duckdb.ts"
import type { Row } from "../warehouse.ts"
import { foldAll } from "./fold.ts"
import { compact, START } from "./testing/compact.ts"
import { append, USUAL } from "./testing/facts.ts"

const HOUR_US = 3_600_000_000
type Said = Partial<CanonicalEvent>

/** One invitation and what was answered, at so many hours after it. */
function survey(name: string, sent: Said | null, ...answers: readonly (readonly [hour: number, said: Said])[]): CanonicalEvent[] {
  const subject = `survey:${name}`
  const asked = sent && {
    id: `${subject}:sent`,
    at: START,
    subject,
    kind: "survey.sent",
    survey: "csat",
    scale_min: 1,
    scale_max: 5,
    ...sent,
  }
  const given = answers.map(([hour, said], i) => ({
    id: `${subject}:${i}`,
    at: START + hour * HOUR_US,
    subject,
    kind: "survey.answered",
    ...said,
  }))
  // Fields come from the cases, so the compiler cannot see which belong to which kind.
  return [...(asked ? [asked] : []), ...given] as unknown as CanonicalEvent[]
}

const SURVEYS: readonly (readonly [name: string, events: CanonicalEvent[], expected: Row])[] = [
  ["not answered", survey("not answered", {}), { answered_at: null, score: null, invalid: null }],
  ["answered", survey("answered", {}, [1, { score: 4, comment: "fine" }]), { score: 4, commented: true, invalid: null }],
  ["changed within the window", survey("changed within the window", {}, [1, { score: 2 }], [60, { score: 5 }]), { score: 5 }],
  ["changed too late", survey("changed too late", {}, [1, { score: 2 }], [90, { score: 5 }]), { score: 2 }],
  [
    "a half point",
    survey("a half point", { survey: "nps", scale_min: 0, scale_max: 10 }, [1, { score: 6.5 }]),
    { score: null, invalid: "not_whole" },
  ],
  [
    "beyond the scale",
    survey("beyond the scale", { survey: "nps", scale_min: 0, scale_max: 10 }, [1, { score: 11 }]),
    { score: null, invalid: "out_of_range" },
  ],
  [
    "a scale of ten is no nps",
    survey("a scale of ten is no nps", { survey: "nps", scale_min: 1, scale_max: 10 }, [1, { score: 9 }]),
    { invalid: "wrong_scale" },
  ],
  [
    "on another scale than sent",
    survey("on another scale than sent", {}, [1, { score: 4, scale_min: 1, scale_max: 7 }]),
    { invalid: "wrong_scale" },
  ],
  ["by an agent", survey("by an agent", {}, [1, { score: 5, author: "agent" }]), { score: null, invalid: "by_agent" }],
  [
    "by an agent, then by the customer",
    survey("by an agent, then by the customer", {}, [1, { score: 5, author: "agent" }], [2, { score: 1 }]),
    { score: 1, invalid: null },
  ],
  ["a test answer", survey("a test answer", {}, [1, { score: 5, test: true }]), { invalid: "test" }],
  ["a test", survey("a test", { test: true }, [1, { score: 5 }]), { excluded: "test" }],
  [
    "without an invitation",
    survey("without an invitation", null, [1, { score: 5, survey: "csat" }]),
    { sent_at: null, score: 5, scale_max: 5 },
  ],
  [
    "own scale",
    survey("own scale", { survey: "custom", scale_min: 0, scale_max: 1 }, [1, { score: 0.5 }]),
    { score: 0.5, invalid: null },
  ],
]

describe("ratings", () => {
  let duck: DuckWarehouse
  beforeAll(async () => {
    duck = await openDuck({ path: ":memory:", threads: 1 })
    const conversations = [
      ...compact("c0 a10 s20", "conversation:1", { customer: "customer:1", priority: "high" }),
      ...compact("c200 a300", "conversation:2", { customer: "customer:1" }),
    ]
    const bad = survey("followed up", { conversation: "conversation:1", agents: ["ana", "ben"] }, [1, { score: 1 }])
    const bounced = { id: "bounced", at: START + 1, subject: "survey:not answered", kind: "survey.bounced" } as CanonicalEvent
    await append(duck, [...conversations, ...bad, bounced, ...SURVEYS.flatMap(([, events]) => events)], START + 1000 * HOUR_US)
    await foldAll(duck, USUAL)
  })
  afterAll(() => duck.close())

  const rowOf = (name: string) =>
    duck.rows(
      `SELECT r.* REPLACE (i.word AS invalid, e.word AS excluded) FROM facts.ratings r JOIN subjects s ON s.code = r.invitation AND s.name = $1
LEFT JOIN words i ON i.code = r.invalid LEFT JOIN words e ON e.code = r.excluded`,
      [`survey:${name}`],
    )

  test.each(SURVEYS)("%s", async (name, _events, expected) => {
    expect(await rowOf(name)).toMatchObject([expected])
  })

  test("what the invitation does not say comes from its conversation, and the next human message follows it up", async () => {
    const [row] = await rowOf("followed up")
    const words = await duck.rows("SELECT code, word FROM words")
    const code = (word: string) => words.find((known) => known["word"] === word)?.["code"]
    expect(row).toMatchObject({
      priority: code("high"),
      conversation_solved_at: START + 20 * 60_000_000,
      followed_up_at: START + 300 * 60_000_000,
      agents: [code("ana"), code("ben")],
    })
    expect(await rowOf("not answered")).toMatchObject([{ bounced_at: START + 1 }])
  })
})

import { beforeAll, afterAll, describe, expect, test } from "vitest"
import type { CanonicalEvent } from "../../events/event.ts"
import { type DuckWarehouse, openDuck } from "../duckdb.ts"
import type { Row } from "../warehouse.ts"
import { foldAll } from "./fold.ts"
import { START } from "./testing/compact.ts"
import { append, USUAL } from "./testing/facts.ts"

const SECOND_US = 1_000_000

/**
 * A call in letters and seconds: `i0-5` menu, `q5-20` queue, `x20-24` rings X, `X24-84` X talks, `h` hold, `w` wrap, `>` transferred,
 * `a` abandoned, `b` asks to be called back, `v` voicemail, `f` flows out, `e` ends.
 */
function call(name: string, story: string, said: Partial<CanonicalEvent> = {}): CanonicalEvent[] {
  const subject = `call:${name}`
  const at = (second: string): number => START + Number(second) * SECOND_US
  const started = { id: `${subject}:0`, at: START, subject, kind: "call.started", direction: "inbound", ...said }
  const rest = story.split(" ").map((word, i) => {
    const [from, until] = word.slice(1).split("-")
    const what = LETTERS[word[0]!]!
    return { id: `${subject}:${i + 1}`, at: at(from!), subject, ...what, ...(until && { until: at(until) }) }
  })
  // Built from letters, so the compiler cannot see which fields belong to which kind.
  return [started, ...rest] as unknown as CanonicalEvent[]
}

const part = (segment: string, agent?: string) => ({ kind: "call.segment", segment, ...(agent && { agent }) })
const LETTERS: Readonly<Record<string, object>> = {
  i: part("ivr"),
  q: { ...part("queue"), queue: "support" },
  x: part("ring", "X"),
  y: part("ring", "Y"),
  z: part("ring", "Z"),
  X: part("talk", "X"),
  Y: part("talk", "Y"),
  Z: part("talk", "Z"),
  h: part("hold"),
  w: part("wrap"),
  ">": { kind: "call.transferred" },
  a: { kind: "call.abandoned" },
  b: { kind: "call.callback_asked" },
  v: { kind: "call.voicemail" },
  f: { kind: "call.flowed_out" },
  e: { kind: "call.ended" },
}

const CALLS: readonly (readonly [name: string, story: string, expected: Row])[] = [
  [
    "answered after ringing",
    "i0-5 q5-20 x20-24 X24-84 w84-90 e84",
    { outcome: "answered", wait_ms: 19_000, talk_ms: 60_000, wrap_ms: 6_000, handle_ms: 66_000, missed_rings: 0 },
  ],
  ["abandoned in the queue", "q0-30 a30 e30", { outcome: "abandoned", wait_ms: 30_000, handle_ms: null, answered_at: null }],
  ["hung up in the menu", "i0-12 e12", { outcome: "ivr_only", offered_at: null, wait_ms: null }],
  [
    "rings X and Y, then Z answers",
    "q0-10 x10-20 y20-30 z30-33 Z33-60 e60",
    { outcome: "answered", rings: 3, missed_rings: 2, legs: 1, wait_ms: 33_000 },
  ],
  ["rings out", "q0-10 x10-30 e30", { outcome: "no_answer", rings: 1, missed_rings: 1 }],
  ["asks to be called back", "q0-40 b40 e40", { outcome: "callback", wait_ms: 40_000 }],
  ["leaves a message", "q0-40 v40 a50 e50", { outcome: "voicemail" }],
  ["flows out", "q0-60 f60 e60", { outcome: "flowed_out" }],
  ["still waits", "q0", { outcome: "waiting", wait_ms: null, ended_at: null }],
  [
    "two legs: the caller waits twice",
    "q0-10 X10-210 >210 q210-250 Y250-650 e650",
    { legs: 2, wait_ms: 50_000, first_wait_ms: 10_000, transfers: 1, talk_ms: 600_000 },
  ],
  [
    "hold is no talk",
    "q0-5 X5-65 h65-95 X95-125 w125-140 e125",
    { legs: 1, talk_ms: 90_000, hold_ms: 30_000, wrap_ms: 15_000, handle_ms: 135_000 },
  ],
  ["the queue ends before it starts", "q20-10 X20-30 e30", { outcome: "answered", wait_ms: 0 }],
  ["an answer of the very second", "q0-0 X0-10 e10", { outcome: "answered", wait_ms: 0 }],
]

describe("calls", () => {
  let duck: DuckWarehouse
  beforeAll(async () => {
    duck = await openDuck({ path: ":memory:", threads: 1 })
    await append(
      duck,
      CALLS.flatMap(([name, story]) => call(name, story)),
      START + 1e9,
    )
    await foldAll(duck, USUAL)
  })
  afterAll(() => duck.close())

  const rowsOf = (table: string, name: string) =>
    duck.rows(
      `SELECT t.* REPLACE (o.word AS outcome, a.word AS agent) FROM facts.${table} t JOIN subjects s ON s.code = t.call AND s.name = $1
LEFT JOIN words o ON o.code = t.outcome LEFT JOIN words a ON a.code = t.agent ORDER BY t.offered_at, t.answered_at`,
      [`call:${name}`],
    )

  test.each(CALLS)("%s", async (name, _story, expected) => {
    expect(await rowsOf("calls", name)).toMatchObject([expected])
  })

  test("each leg waits and is handled for itself", async () => {
    expect(await rowsOf("legs", "two legs: the caller waits twice")).toMatchObject([
      { leg: 1, outcome: "answered", agent: "X", wait_ms: 10_000, handle_ms: 200_000 },
      { leg: 2, outcome: "answered", agent: "Y", wait_ms: 40_000, handle_ms: 400_000 },
    ])
  })

  test("each ring that nobody took is its agent's", async () => {
    const legs = await rowsOf("legs", "rings X and Y, then Z answers")
    expect(legs.map(({ agent, outcome }) => [agent, outcome])).toEqual([
      ["Z", "answered"],
      ["X", "missed"],
      ["Y", "missed"],
    ])
  })

  test("a part that ends before it starts has no length and is written down", async () => {
    const [problem] = await duck.rows(
      "SELECT w.word, value FROM facts.problems p JOIN words w ON w.code = p.problem JOIN subjects s ON s.code = p.subject",
    )
    expect(problem).toEqual({ word: "ends_before_start", value: 10 })
  })
})

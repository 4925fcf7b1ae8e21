import { describe, expect, test } from "vitest"
import { compact, tellStory } from "./testing/compact.ts"

const rowOf = (story: string, rules = {}) => tellStory(compact(story), { rules }).row

describe("first reply, in minutes", () => {
  test.each([
    ["a note and a bot are no reply", "c0 n5 b10 a30", {}, 30],
    ["outbound: from the customer's first message", "a0 c40 a60", {}, 20],
    ["outbound by the rule of another: our second message", "a0 c40 a60", { outbound: "second_agent_message" }, 60],
    ["bot in front: what the customer felt", "c0 b0 f0.3333333 a1.0333333", {}, 1.03333],
    ["a transfer does not restart it", "c0 A1 B5 U6 a20", {}, 20],
    ["an automatic reply is none", "c0 t0 a9", {}, 9],
    ["by the rule a bot's answer is one", "c0 b10 a30", { bot_stops_clock: true }, 10],
    ["by the rule a note is one", "c0 n5 a30", { notes_stop_clock: true }, 5],
    ["by the rule an automatic message is one", "c0 t1 a30", { auto_reply_stops_clock: true }, 1],
    ["after a bot-only resolution from the reopening", "c0 b1 S2 c60 r60 a75", {}, 15],
    ["after a human reply never again", "c0 a10 s20 c60 r60 a75", {}, 10],
    ["after a human reply again, by the rule", "c0 a10 s20 c60 r60 a75", { reopen_restarts_first_response: "always" }, 15],
    ["after a bot-only resolution not, by the rule", "c0 b1 S2 c60 r60 a75", { reopen_restarts_first_response: "never" }, 75],
    ["solved without a reply: none", "c0 s30", {}, null],
    ["nothing but an opening and a reply", "a25", {}, null],
    ["the reply of the solving moment counts", "c0 s30 a30", {}, 30],
  ])("%s", (_name, story, rules, minutes) => {
    const value = rowOf(story, rules)["first_reply_ms"]
    if (minutes === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(minutes, 3)
  })

  test("since the hand-off", () => {
    expect(rowOf("c0 b0 f0.3333333333 a1.0333333333")["first_reply_since_handoff_ms"]).toBeCloseTo(0.7, 3)
  })

  test("left without a reply", () => {
    const row = rowOf("c0 s30")
    expect(row).toMatchObject({ unreplied_end_at: 30, unreplied_ms: 30, first_reply_at: null, solves: 1 })
  })

  test("an unanswered outbound is no contact", () => {
    expect(rowOf("a0")).toMatchObject({ direction: "outbound", counted_at: null, clock_at: null, agent_messages: 1, replies: 0 })
    expect(rowOf("a0 c240")).toMatchObject({ counted_at: 240 })
  })
})

describe("waits, in minutes", () => {
  const waitsOf = (story: string, rules = {}) =>
    tellStory(compact(story), { rules }).waits.map((wait) => [wait["wait_ms"], wait["ended_ms"]])

  test.each<[string, string, object, (number | null)[][]]>([
    [
      "two turns",
      "c0 a15 c60 a65",
      {},
      [
        [15, null],
        [5, null],
      ],
    ],
    ["a burst is one", "c0 c8 a20", {}, [[20, null]]],
    ["from the last message, by the rule", "c0 c8 a20", { waiting_from: "last_message" }, [[12, null]]],
    [
      "a solve is no reply",
      "c0 a10 c30 s40",
      {},
      [
        [10, null],
        [null, 10],
      ],
    ],
    [
      "one that still runs",
      "c0 a10 c30",
      {},
      [
        [10, null],
        [null, null],
      ],
    ],
    ["thanks after the solve waits for nobody", "c0 a10 s20 c30", {}, [[10, null]]],
    [
      "the message that reopens waits",
      "c0 a10 s20 c30 r30 a50",
      {},
      [
        [10, null],
        [20, null],
      ],
    ],
    ["thanks long before somebody else reopens does not", "c0 a10 s20 c30 w600 a650", {}, [[10, null]]],
    [
      "a message reopens by the rule",
      "c0 a10 s20 c30 a50",
      { customer_message_reopens: true },
      [
        [10, null],
        [20, null],
      ],
    ],
    ["spam ends it", "c0 j30", {}, [[null, 30]]],
  ])("%s", (_name, story, rules, expected) => expect(waitsOf(story, rules)).toEqual(expected))
})

describe("solves, reopenings and what they take", () => {
  test.each([
    [
      "s60 r120 s180",
      { first_solve_ms: 60, resolution_ms: 180, solves: 2, reopens: 1, first_reopened_at: 120, status: "solved" },
    ],
    ["s60 r120", { first_solve_ms: 60, resolution_ms: null, solved_at: null, solves: 1, reopens: 1, status: "open" }],
    ["s60 x100", { resolution_ms: 60, solves: 1, reopens: 0, status: "closed" }],
    ["x100", { resolution_ms: 100, solves: 1, automatic_close: 1, solved_by: "system" }],
    ["s60 s70", { resolution_ms: 60, solves: 1 }],
    ["o0 p30 w90 s120", { resolution_ms: 120, pending_ms: 60, new_ms: 30, opened_ms: 30 }],
    ["w10 p30 h70 w100 s115", { new_ms: 10, opened_ms: 35, pending_ms: 40, on_hold_ms: 30, resolution_ms: 115 }],
    ["p10", { pending_ms: 0, status: "pending", status_at: 10 }],
    ["A1 B2 A3 s4", { hand_overs: 2, unassigned_ms: 1, assignment_ms: 1 }],
    ["X0 T5 A12", { assignment_ms: 12, unassigned_ms: 12 }],
    ["s30", { assignment_ms: null, unassigned_ms: 30, assigned_at: null }],
    ["A1 _5", { unassigned_since_at: 5, agent: null }],
    ["A1 U5", { unassigned_since_at: 5, agent: null, team: "back" }],
    ["c0 a10 a20 s21", { agent_messages: 2, replies: 1, replies_at_first_solve: 2, customer_messages_after_first: 0 }],
    ["c0 a10 c20 a30 s31", { agent_messages: 2, replies: 2, customer_messages_after_first: 1, customer_turns: 2 }],
    ["c0 c1 a5 c20", { customer_turns: 2, customer_messages: 3 }],
    ["c0 b0 c1", { customer_turns: 1, customer_after_bot: 1, bot_messages: 1 }],
    ["c0 a1 e2 s3", { participants: 2 }],
  ])("%s", (story, expected) => expect(rowOf(story)).toMatchObject(expected))

  test("pending taken off, by the rule", () => {
    expect(rowOf("p30 w90 s120", { pending_pauses_resolution: true })).toMatchObject({ resolution_ms: 60 })
  })

  test("closing without a solve, by the rule", () => {
    expect(rowOf("x100", { closed_counts_as_solved: false })).toMatchObject({ solves: 0, resolution_ms: null, ended_at: 100 })
  })

  test("a reopening for thanks, by the rule", () => {
    const rules = { reopen_ignores_thanks_h: 24 }
    expect(rowOf("c0 a5 s60 c120 r120 s180", rules)).toMatchObject({ reopens: 0, solves: 1, resolution_ms: 60 })
    expect(rowOf("c0 a5 s60 c120 r120 a150 s180", rules)).toMatchObject({ reopens: 1, solves: 2, resolution_ms: 180 })
    expect(rowOf("c0 a5 s60 c120 r120", rules)).toMatchObject({ reopens: 1 })
  })
})

describe("what leaves", () => {
  test("spam and deleted are excluded and leave the backlog when flagged", () => {
    expect(rowOf("c0 j30 a40")).toMatchObject({ excluded: "spam", ended_at: 30, agent_messages: 0 })
    expect(rowOf("c0 d30")).toMatchObject({ excluded: "deleted" })
    const { movements, spans } = tellStory(compact("c0 j30"))
    expect(movements.map((m) => [m["movement"], m["excluded"], m["removed_as"]])).toEqual([
      ["created", null, "spam"],
      ["contacted", "spam", "spam"],
      ["removed", null, "spam"],
    ])
    expect(spans.map((s) => [s["from_at"], s["to_at"], s["excluded"]])).toEqual([[0, 30, null]])
  })

  test("a mark of spam that was taken back never was", () => {
    expect(rowOf("c0 j30 J50 a60")).toMatchObject({ excluded: null, first_reply_ms: 60 })
  })

  test("an event before the opening happens at the opening, and is written down", () => {
    const told = tellStory(compact("s10 o60 a70"))
    expect(told.row).toMatchObject({ opened_at: 60, resolution_ms: 0, solves: 1 })
    expect(told.problems).toMatchObject([{ problem: "before_opened", value: 1 }])
  })

  test("without an opening the story begins with its first event", () => {
    const told = tellStory(compact("c5 a10").slice(1))
    expect(told.row).toMatchObject({ opened_at: 5, first_reply_ms: 5 })
    expect(told.problems).toMatchObject([{ problem: "never_opened" }])
  })
})

test("the backlog is one stretch a state and assignee, without gaps", () => {
  const { spans } = tellStory(compact("A0 w5 U10 B10 p20 s30 r40"))
  expect(spans.map((s) => [s["from_at"], s["to_at"], s["status"], s["agent"], s["team"]])).toEqual([
    [0, 5, "new", "ana", null],
    [5, 10, "open", "ana", null],
    [10, 20, "open", "ben", "back"],
    [20, 30, "pending", "ben", "back"],
    [40, null, "open", "ben", "back"],
  ])
})

import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkEvent } from "./check.ts"
import type { CanonicalEvent } from "./event.ts"
import { Fault } from "./fault.ts"
import { anyEvent, nearlyEvent } from "./events-for-tests.ts"
import { printEvent, printKnownEvent } from "./print.ts"
import { readEvent, readLearnedEvent } from "./read.ts"
import { eventSchema } from "./schemas.ts"

const opened = {
  id: "zendesk:audit:1",
  at: "2026-03-14T09:30:00+08:00",
  kind: "conversation.opened",
  subject: "conversation:917",
  channel: "email",
}

describe("takes", () => {
  const at = Date.UTC(2026, 2, 14, 1, 30) * 1000
  test.each<[string, object, object]>([
    ["the least an event can be", {}, {}],
    ["null for nothing to say", { team: null, attributes: null }, {}],
    ["a number written as text", { tier: "2" }, { tier: 2 }],
    ["a record, in the order of its names", { attributes: { b: 1, a: ["x", 2] } }, { attributes: { a: ["x", "2"], b: 1 } }],
    ["a yes or no of the source as a word", { attributes: { vip: true } }, { attributes: { vip: "true" } }],
    ["emoji and right to left", { subject_line: "😀 שלום" }, { subject_line: "😀 שלום" }],
    ["the character NUL", { subject_line: "a\u0000b" }, { subject_line: "a\u0000b" }],
    [
      "a name that objects have of their own",
      { attributes: { __proto__x: "1", constructor: "2" } },
      { attributes: { __proto__x: "1", constructor: "2" } },
    ],
    ["an empty text", { subject_line: "" }, { subject_line: "" }],
    ["an empty list", { tags: [] }, { tags: [] }],
  ])("%s", (_name, more, read) => {
    expect(checkEvent({ ...opened, ...more })).toEqual({ ...opened, at, ...read })
  })
})

describe("says what is wrong", () => {
  test.each<[string, unknown, string | null, RegExp]>([
    ["a text", "hello", null, /not an event but "hello"/],
    ["a list", [opened], null, /not an event but \[/],
    ["null", null, null, /not an event but null/],
    ["no kind", { ...opened, kind: undefined }, "kind", /is missing/],
    ["a misspelt kind", { ...opened, kind: "conversation.openned" }, "kind", /Did you mean "conversation.opened"\?/],
    ["a kind that objects have of their own", { ...opened, kind: "constructor" }, "kind", /is not a kind of event/],
    ["no id", { ...opened, id: "" }, "id", /is empty/],
    ["an id that is a number", { ...opened, id: 7 }, "id", /must be text, not 7/],
    ["an id of 501 characters", { ...opened, id: "x".repeat(501) }, "id", /has 501 characters; the most is 500/],
    ["a moment without offset", { ...opened, at: "2026-03-14T09:30:00" }, "at", /with its offset/],
    ["a moment as a number", { ...opened, at: 1_773_000_000 }, "at", /must be a moment/],
    ["the year 1066", { ...opened, at: "1066-10-14T09:00:00Z" }, "at", /between 1900 and 2200/],
    ["a subject without family", { ...opened, subject: "917" }, "subject", /must be family:id/],
    ["a subject without id", { ...opened, subject: "conversation:" }, "subject", /must be family:id/],
    [
      "a subject of another family",
      { ...opened, subject: "call:917" },
      "subject",
      /must begin with conversation: for conversation.opened/,
    ],
    ["a needed field left out", { ...opened, kind: "message.sent", author: null }, "author", /is missing; message.sent needs it/],
    ["an unknown field", { ...opened, chanel: "x" }, "chanel", /Did you mean "channel"\? .* under "attributes"/],
    ["a field of another kind", { ...opened, score: 5 }, "score", /conversation.opened does not have it/],
    ["a word outside of its list", { ...opened, direction: "in" }, "direction", /must be one of inbound, outbound, not "in"/],
    ["an empty word", { ...opened, team: "" }, "team", /is empty; leave the field out/],
    ["a number that is none", { ...opened, tier: "two" }, "tier", /must be a number, not "two"/],
    ["a number in hexadecimal", { ...opened, tier: "0x2" }, "tier", /must be a number/],
    ["a number out of bounds", { ...opened, tier: 10 }, "tier", /is 10; it must lie between 1 and 9/],
    ["yes", { ...opened, test: "yes" }, "test", /must be true or false, not "yes"/],
    ["one tag", { ...opened, tags: "vip" }, "tags", /must be a list of texts/],
    ["a tag that is a number", { ...opened, tags: ["vip", 3] }, "tags", /has an entry that must be text, not 3/],
    [
      "1001 tags",
      { ...opened, tags: Array.from({ length: 1001 }, (_, i) => `${i}`) },
      "tags",
      /has 1001 entries; the most is 1000/,
    ],
    [
      "a record in a record",
      { ...opened, attributes: { a: { b: 1 } } },
      "attributes",
      /has "a", which must be text, a number or a list/,
    ],
    ["when it was learned", { ...opened, learned_at: opened.at }, "learned_at", /--keep-learned/],
    ["a very long wrong value", { ...opened, tier: "x".repeat(1_000_000) }, "tier", /^must be a number, not "x{59}…$/],
  ])("%s", (_name, value, field, reason) => {
    const fault = checkEvent(value)
    expect(fault).toBeInstanceOf(Fault)
    expect((fault as Fault).field).toBe(field)
    expect((fault as Fault).reason).toMatch(reason)
  })
})

test("what is printed is read as the same event", () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      expect(readEvent(printEvent(event))).toEqual(event)
    }),
  )
})

test("what an export prints is read with when it was learned", () => {
  const event = checkEvent(opened) as CanonicalEvent
  const line = printKnownEvent({ event, seq: 1, event_version: 3, learned_at: 1_700_000_000_123_456 })
  expect(readLearnedEvent(line)).toEqual({ event, event_version: 3, learned_at: 1_700_000_000_123_456 })
  expect(readLearnedEvent(printEvent(event))).toEqual(new Fault("is missing", "learned_at"))
  expect(readEvent(line)).toBeInstanceOf(Fault)
})

test("the described schemas and the check accept the same", () => {
  const schema = eventSchema()
  fc.assert(
    fc.property(nearlyEvent, (value) => {
      const fault = checkEvent(value)
      expect(schema.safeParse(value).success, fault instanceof Fault ? `${fault.field} ${fault.reason}` : "").toBe(
        !(fault instanceof Fault),
      )
    }),
    { numRuns: 300 },
  )
})

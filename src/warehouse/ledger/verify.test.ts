import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { CanonicalEvent } from "../../events/event.ts"
import { type DuckWarehouse, openDuck } from "../duckdb.ts"
import { appendEvents } from "./ledger.ts"
import { verifyLedger } from "./verify.ts"

let duck: DuckWarehouse
beforeEach(async () => {
  duck = await openDuck({ path: ":memory:" })
  await appendEvents(duck, ["a", "b", "c"].map(opened), { source: "one", learnedAt: 1000 })
  await appendEvents(duck, [{ ...opened("b"), team: "tier 2" }, opened("d"), message("e")], { source: "two", learnedAt: 2000 })
  await appendEvents(duck, [opened("f")], { source: "three", learnedAt: 3000 })
})
afterEach(() => duck.close())

test("an untouched ledger", async () => {
  expect(await verifyLedger(duck)).toMatchObject({ events: 7, batches: 3, found: 0, findings: [] })
})

describe("finds and names", () => {
  test.each<[string, string, object]>([
    [
      "another word",
      "UPDATE ledger SET team = channel WHERE seq = 5",
      { batch: 2, seq: 5, id: "d", what: /does not say what it said/ },
    ],
    ["another moment", 'UPDATE ledger SET "at" = "at" + 1 WHERE seq = 2', { batch: 1, seq: 2, id: "b", what: /does not say/ }],
    ["another id", "UPDATE ledger SET id = 'x' WHERE seq = 1", { batch: 1, seq: 1, id: "x", what: /does not say/ }],
    ["another kind", "UPDATE ledger SET kind = 7 WHERE seq = 3", { batch: 1, seq: 3, id: "c", what: /does not say/ }],
    ["an unknown kind", "UPDATE ledger SET kind = 255 WHERE seq = 3", { batch: 1, seq: 3, id: "c", what: /no event can have/ }],
    ["a text changed", "UPDATE ledger SET text = 'hello.' WHERE seq = 6", { batch: 2, seq: 6, id: "e", what: /does not say/ }],
    ["a text emptied", "UPDATE ledger SET text = NULL WHERE seq = 6", { batch: 2, seq: 6, id: "e", what: /does not say/ }],
    [
      "a field its kind has not",
      "UPDATE ledger SET score = 5 WHERE seq = 6",
      { batch: 2, seq: 6, id: "e", what: /does not say/ },
    ],
    [
      "attributes changed",
      `UPDATE ledger SET attributes = '{"plan":"pro"}' WHERE seq = 4`,
      { batch: 2, seq: 4, id: "b", what: /does not say/ },
    ],
    [
      "attributes that are no JSON",
      "UPDATE ledger SET attributes = '{' WHERE seq = 4",
      { batch: 2, seq: 4, id: "b", what: /no event can have/ },
    ],
    ["the digest too", "UPDATE ledger SET digest = 7 WHERE seq = 4", { batch: 2, seq: 4, id: "b", what: /does not say/ }],
    ["the hash of its id", "UPDATE ledger SET id_hash = 7 WHERE seq = 4", { batch: 2, seq: 4, id: "b", what: /does not say/ }],
    [
      "when it was learned",
      "UPDATE ledger SET learned_at = 999 WHERE seq = 2",
      { batch: 1, seq: 2, id: "b", what: /another moment than its batch/ },
    ],
    ["its version", "UPDATE ledger SET event_version = 9 WHERE seq = 4", { batch: 2, what: /version/ }],
    ["its batch", "UPDATE ledger SET batch = 1 WHERE seq = 4", { batch: 2, seq: 4, id: "b", what: /another batch than its own/ }],
    ["a row taken out", "DELETE FROM ledger WHERE seq = 5", { batch: 2, seq: 5, id: null, what: /is missing/ }],
    ["the last row of a batch taken out", "DELETE FROM ledger WHERE seq = 3", { batch: 1, seq: 3, what: /is missing/ }],
    [
      "a row put in",
      "INSERT INTO ledger BY NAME SELECT * REPLACE ('x' AS id) FROM ledger WHERE seq = 5",
      { batch: 2, seq: 5, what: /was put in/ },
    ],
    [
      "a row put behind",
      "INSERT INTO ledger BY NAME SELECT * REPLACE (99 AS seq) FROM ledger WHERE seq = 5",
      { seq: 99, id: "d", what: /no batch/ },
    ],
    ["two rows exchanged", "UPDATE ledger SET seq = 3 - seq WHERE seq < 3", { batch: 1, what: /order/ }],
    ["a batch taken out", "DELETE FROM batches WHERE batch = 2", { batch: 2, what: /missing from the list/ }],
    ["a batch's source", "UPDATE batches SET source = 'x' WHERE batch = 2", { batch: 2, what: /list of batches/ }],
    ["a batch's digest", "UPDATE batches SET digest = 'x' WHERE batch = 2", { batch: 2, what: /list of batches/ }],
    ["a word", "UPDATE words SET word = 'tier 9' WHERE word = 'tier 2'", { batch: 2, seq: 4, id: "b", what: /does not say/ }],
    ["a word taken out", "DELETE FROM words WHERE word = 'tier 2'", { batch: 2, seq: 4, id: "b", what: /does not say/ }],
    ["a word's hash", "UPDATE words SET hash = 1 WHERE word = 'tier 2'", { what: /dictionary of words was altered at "tier 2"/ }],
    [
      "a word twice",
      "INSERT INTO words SELECT * FROM words WHERE word = 'tier 2'",
      { what: /dictionary of words has tier 2 twice/ },
    ],
    [
      "a subject",
      "UPDATE subjects SET name = 'conversation:z' WHERE name = 'conversation:a'",
      { batch: 1, seq: 1, id: "a", what: /does not say/ },
    ],
    ["a replacement taken out", "DELETE FROM superseded", { seq: 2, what: /is not marked as replaced by seq 4/ }],
    [
      "a replacement put in",
      "INSERT INTO superseded VALUES (1, 7, 3000)",
      { seq: 1, what: /is marked as replaced and should not be/ },
    ],
    ["when it was replaced", "UPDATE superseded SET learned_at = 1", { seq: 2, what: /is not marked as replaced/ }],
  ])("%s", async (_name, sql, named) => {
    await duck.run(sql)
    const { findings, found } = await verifyLedger(duck)
    expect(found).toBeGreaterThan(0)
    expect(findings).toContainEqual(matching(named))
  })
})

test("the end of the ledger cut off is found by whoever wrote the chain down", async () => {
  const { chain } = await verifyLedger(duck)
  expect((await verifyLedger(duck, { chain })).found).toBe(0)
  await duck.run("DELETE FROM ledger WHERE batch = 3")
  await duck.run("DELETE FROM batches WHERE batch = 3")
  expect((await verifyLedger(duck)).found).toBe(0)
  expect((await verifyLedger(duck, { chain })).findings).toEqual([
    { batch: null, seq: null, id: null, what: expect.stringMatching(/cut off/) },
  ])
})

test("of very many findings only the first are told, and all are counted", async () => {
  await appendEvents(
    duck,
    Array.from({ length: 300 }, (_, i) => opened(`many ${i}`)),
    { source: "four", learnedAt: 4000 },
  )
  await duck.run("UPDATE ledger SET digest = 1")
  const { found, findings } = await verifyLedger(duck)
  expect([found, findings.length]).toEqual([307, 100])
})

function matching(named: object) {
  return expect.objectContaining(
    Object.fromEntries(
      Object.entries(named).map(([key, value]: [string, unknown]) => [
        key,
        value instanceof RegExp ? expect.stringMatching(value) : value,
      ]),
    ),
  )
}

function opened(id: string): CanonicalEvent {
  const at = 1_700_000_000_000_000
  return { id, at, kind: "conversation.opened", subject: `conversation:${id}`, channel: "email", attributes: { plan: "free" } }
}

function message(id: string): CanonicalEvent {
  return { id, at: 1_700_000_000_000_000, kind: "message.sent", subject: "conversation:a", author: "agent", text: "hello" }
}

import * as fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { CanonicalEvent } from "../../events/event.ts"
import { anyEvent } from "../../events/events-for-tests.ts"
import { type DuckWarehouse, openDuck } from "../duckdb.ts"
import { columnsOf } from "./columns.ts"
import { appendEvents, type Ledger, openLedger } from "./ledger.ts"
import { loadWords, subjectCodes } from "./names.ts"
import { eventsOf, type Reading, readEvents } from "./read.ts"
import { verifyLedger } from "./verify.ts"

let duck: DuckWarehouse
let ledger: Ledger
beforeEach(async () => {
  duck = await openDuck({ path: ":memory:" })
  ledger = await openLedger(duck)
})
afterEach(() => {
  ledger.close()
  duck.close()
})

describe("the same id again", () => {
  const [a, b, c] = [priority("low"), priority("high"), priority("urgent")]
  test.each<[string, (readonly CanonicalEvent[])[], object[], string[]]>([
    ["said once", [[a]], [{ appended: 1, duplicates: 0, versions: 0 }], ["low"]],
    ["said twice", [[a], [a]], [{ appended: 1 }, { appended: 0, duplicates: 1, batch: null }], ["low"]],
    ["said twice in one batch", [[a, a]], [{ appended: 1, duplicates: 1, versions: 0 }], ["low"]],
    ["said otherwise", [[a], [b]], [{}, { appended: 1, versions: 1 }], ["low", "high"]],
    ["said otherwise in one batch", [[a, b]], [{ appended: 2, versions: 1, duplicates: 0 }], ["low", "high"]],
    ["corrected back", [[a], [b], [a]], [{}, {}, { appended: 1, versions: 1 }], ["low", "high", "low"]],
    [
      "a source with two versions read twice",
      [
        [a, b],
        [a, b],
      ],
      [{}, { appended: 0, duplicates: 2 }],
      ["low", "high"],
    ],
    [
      "read twice and then going on",
      [
        [a, b],
        [a, b, c],
      ],
      [{}, { appended: 3, versions: 3 }],
      ["low", "high", "low", "high", "urgent"],
    ],
    ["in another order of fields", [[a], [{ priority: "low", ...a }]], [{}, { appended: 0, duplicates: 1 }], ["low"]],
  ])("%s", async (_name, batches, reports, versions) => {
    for (const [i, batch] of batches.entries()) expect(await append(batch)).toMatchObject(reports[i]!)
    const all = await read({ allVersions: true })
    expect(all.map(({ event, event_version }) => [event.priority, event_version])).toEqual(
      versions.map((word, i) => [word, i + 1]),
    )
    expect((await read()).map(({ event }) => event.priority)).toEqual([versions.at(-1)])
    expect((await verifyLedger(duck)).findings).toEqual([])
  })
})

test("two ids with one subject are two events, one id with two subjects is a correction", async () => {
  await append([opened("a", 1), opened("b", 1)])
  await append([{ ...opened("a", 1), subject: "conversation:2" }])
  expect((await read()).map(({ event }) => [event.id, event.subject])).toEqual([
    ["b", "conversation:1"],
    ["a", "conversation:2"],
  ])
})

test("as it was known at a moment", async () => {
  await append([opened("a", 1), priority("low")], 1000)
  await append([priority("high")], 2000)
  await append([opened("b", 2)], 3000)
  const known = async (asOf?: number) =>
    (await read({ asOf, order: "seq" })).map(({ event }) => `${event.id} ${event.priority ?? ""}`.trim())
  expect(await known(999)).toEqual([])
  expect(await known(1000)).toEqual(["a", "p low"])
  expect(await known(1999)).toEqual(["a", "p low"])
  expect(await known(2000)).toEqual(["a", "p high"])
  expect(await known(3000)).toEqual(["a", "p high", "b"])
  expect(await known()).toEqual(["a", "p high", "b"])
})

test("learning never goes back in time, though the clock may", async () => {
  await append([opened("a", 1)], 5000)
  await append([opened("b", 2)], 4000)
  expect((await read()).map(({ learned_at }) => learned_at)).toEqual([5000, 5000])
})

test("an event keeps when another ledger learned it, and as which version", async () => {
  const events = columnsOf([priority("low"), priority("high")])
  events.learnedAt.push(1000, 2000)
  events.versions.push(3, 4)
  await ledger.append({ source: "other", events, learnedAt: 9000 })
  expect((await read({ allVersions: true })).map(({ event_version, learned_at }) => [event_version, learned_at])).toEqual([
    [3, 1000],
    [4, 2000],
  ])
  expect((await read({ asOf: 1500 })).map(({ event }) => event.priority)).toEqual(["low"])
})

test("the cursor is committed with the events, or neither is", async () => {
  await ledger.append({ source: "x", events: columnsOf([opened("a", 1)]), learnedAt: 1, cursor: "first" })
  const broken = columnsOf([opened("b", 2)])
  broken.kinds[0] = 1e9 // What fails in the middle of writing, once the dictionaries are written.
  broken.at[0] = Number.NaN
  await duck.run("ALTER TABLE cursors RENAME TO elsewhere")
  await expect(ledger.append({ source: "x", events: broken, learnedAt: 2, cursor: "second" })).rejects.toThrow(/cursors/)
  await duck.run("ALTER TABLE elsewhere RENAME TO cursors")
  expect(await ledger.cursor("x")).toBe("first")
  expect((await read()).map(({ event }) => event.id)).toEqual(["a"])
  await append([opened("c", 3)])
  expect((await verifyLedger(duck)).findings).toEqual([])
})

test("half an emoji, as systems leave that cut texts, is mended; twice it is the same", async () => {
  const half = {
    ...opened("cut \ud83d", 1),
    subject: "conversation:\ude00",
    team: "\ud83d",
    subject_line: "\ud83d",
    attributes: { "\ud83d": "\ude00" },
  }
  await append([half, half])
  expect(await append([half])).toMatchObject({ duplicates: 1 })
  const { event } = (await read())[0]!
  expect([event.id, event.subject, event.team, event.subject_line]).toEqual([
    "cut \ufffd",
    "conversation:\ufffd",
    "\ufffd",
    "\ufffd",
  ])
  expect((await verifyLedger(duck)).findings).toEqual([])
})

test("events of one subject, and the dictionaries both ways", async () => {
  await append([opened("a", 1), { ...opened("b", 2), at: 5 }, { ...opened("c", 2), at: 4, customer: "customer:x" }])
  const codes = await subjectCodes(duck, ["conversation:2", "customer:x", "conversation:none"])
  expect([...codes.keys()].sort()).toEqual(["conversation:2", "customer:x"])
  expect((await eventsOf(duck, [codes.get("conversation:2")!])).map(({ event }) => event.id)).toEqual(["c", "b"])
  const words = await loadWords(duck)
  expect(words.word(words.codes.get("email")!)).toBe("email")
})

test("what is read is what was appended, however it was cut into batches", async () => {
  const runs = fc.array(fc.array(anyEvent, { maxLength: 30 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(runs, async (batches) => {
      const [cut, whole] = [await fresh(batches), await fresh([batches.flat()])]
      const last = new Map(batches.flat().map((event) => [event.id, event]))
      expect(new Map(cut.current.map((event) => [event.id, event]))).toEqual(last)
      expect(whole.current).toEqual(cut.current)
      expect(whole.content).toBe(cut.content)
    }),
    { numRuns: 12 },
  )
})

async function fresh(batches: readonly (readonly CanonicalEvent[])[]) {
  const own = await openDuck({ path: ":memory:" })
  for (const [i, events] of batches.entries()) await appendEvents(own, events, { source: "s", learnedAt: i })
  const current: CanonicalEvent[] = []
  for await (const some of readEvents(own)) current.push(...some.map(({ event }) => event))
  const verdict = await verifyLedger(own)
  expect(verdict.findings).toEqual([])
  own.close()
  return { current, content: verdict.content }
}

function append(events: readonly CanonicalEvent[], learnedAt = 1000) {
  return ledger.append({ source: "test", events: columnsOf(events), learnedAt })
}

async function read(reading?: Reading) {
  const all = []
  for await (const some of readEvents(duck, reading)) all.push(...some)
  return all
}

function opened(id: string, conversation: number): CanonicalEvent {
  return { id, at: 1_700_000_000_000_000, kind: "conversation.opened", subject: `conversation:${conversation}`, channel: "email" }
}

function priority(priority: string): CanonicalEvent {
  return { id: "p", at: 1_700_000_000_000_000, kind: "conversation.changed", subject: "conversation:1", priority }
}

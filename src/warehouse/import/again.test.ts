import { truncateSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { printKnownEvent } from "../../events/print.ts"
import { openFolder } from "../folder.ts"
import { openLedger } from "../ledger/ledger.ts"
import { readEvents } from "../ledger/read.ts"
import { eventFile, eventStream } from "./event-file.ts"
import { line, openPlace, type Place, readRejects } from "./place-for-tests.ts"
import { importFrom } from "./run.ts"

let place: Place
beforeEach(async () => {
  place = await openPlace()
})
afterEach(() => place.remove())

describe("the same file again", () => {
  test("changes nothing and is not even read", async () => {
    const file = place.write("x.ndjson", `${line("a")}\nwrong\n${line("b")}\n`)
    const first = await place.load(file)
    const again = await place.load(file)
    expect(again).toEqual({ lines: 0, appended: 0, duplicates: 0, versions: 0, rejected: 0, batches: 0, rejects: first.rejects })
    expect(readRejects(first.rejects).length).toBe(1)
  })

  test("grown or changed is read from its beginning; what it said before changes nothing", async () => {
    const file = place.write("x.ndjson", `${line("a")}\n${line("b")}\n`)
    await place.load(file)
    writeFileSync(file, `${line("a")}\n${line("b", { team: "tier 2" })}\n${line("c")}\n`)
    expect(await place.load(file)).toMatchObject({ lines: 3, appended: 2, versions: 1, duplicates: 1 })
  })

  test("of the same size with another content", async () => {
    const file = place.write("x.ndjson", `${line("a", { team: "x" })}\n`)
    await place.load(file)
    writeFileSync(file, `${line("a", { team: "y" })}\n`)
    utimesSync(file, 1, 1)
    expect(await place.load(file)).toMatchObject({ versions: 1 })
  })

  test("under another name", async () => {
    await place.load(place.write("x.ndjson", `${line("a")}\n`))
    expect(await place.load(place.write("y.ndjson", `${line("a")}\n`))).toMatchObject({ appended: 0, duplicates: 1, batches: 0 })
  })
})

test("goes on behind the last batch; what was put aside after it is put aside once", async () => {
  const file = place.write(
    "x.ndjson",
    Array.from({ length: 3000 }, (_, i) => (i % 10 === 0 ? `wrong ${i}` : line(`${i}`, { team: "x".repeat(400) }))).join("\n"),
  )
  const source = eventFile(file)
  const stopping = {
    ...source,
    elsewhere: undefined,
    async *pages(from: never) {
      let pages = 0
      for await (const page of source.pages(from)) {
        if (pages++ === 2) throw new Error("killed")
        yield page
      }
    },
  }
  await expect(importFrom(stopping, { ledger: place.ledger, folder: place.folder.path, batchEvents: 1 })).rejects.toThrow(
    "killed",
  )
  const before = await place.read()
  expect(before.length).toBeGreaterThan(100)
  const report = await place.load(file)
  expect(report.appended + before.length).toBe(2700)
  expect((await place.read()).map(({ event }) => Number(event.id))).toEqual(
    Array.from({ length: 3000 }, (_, i) => i).filter((i) => i % 10 > 0),
  )
  expect(readRejects(report.rejects).map((reject) => (reject as { line: number }).line)).toEqual(
    Array.from({ length: 300 }, (_, i) => i * 10 + 1),
  )
})

test("rejects that a killed import left behind are written over", async () => {
  const file = place.write("x.ndjson", `${line("a")}\nwrong\n`)
  const { rejects: path } = await place.load(file)
  writeFileSync(path!, "left behind by a batch that was never committed\n", { flag: "a" })
  writeFileSync(file, `${line("a")}\nwrong\nwrong too\n`)
  const again = await place.load(file)
  expect(readRejects(again.rejects).map((reject) => (reject as { text: string }).text)).toEqual(["wrong", "wrong too"])
})

test("from a pipe, which has nothing to go on from", async () => {
  async function* pieces() {
    for (const byte of Buffer.from(`${line("a")}\n${line("😀")}\n`)) yield Uint8Array.of(byte)
  }
  expect(await importFrom(eventStream(pieces()), { ledger: place.ledger, folder: place.folder.path })).toMatchObject({
    lines: 2,
    appended: 2,
  })
  expect(await importFrom(eventStream(pieces()), { ledger: place.ledger, folder: place.folder.path })).toMatchObject({
    lines: 2,
    duplicates: 2,
  })
})

test("an export read into another folder keeps versions and when each was learned", async () => {
  await place.load(place.write("x.ndjson", `${line("a")}\n${line("b")}\n${line("a", { team: "tier 2" })}\n`))
  const lines = (await place.read({ allVersions: true })).map(printKnownEvent)
  const exported = place.write("export.ndjson", lines.join("\n"))
  await expect(place.load(exported)).rejects.toThrow(/--keep-learned/)
  const other = await openFolder(join(place.outside, "other"))
  const otherLedger = await openLedger(other.duck)
  await importFrom(eventFile(exported, { keepLearned: true }), { ledger: otherLedger, folder: other.path })
  const copied = []
  for await (const some of readEvents(other.duck, { allVersions: true })) copied.push(...some.map(printKnownEvent))
  expect(copied).toEqual(lines)
  otherLedger.close()
  other.release()
})

test("a file that shrank below where it was read to", async () => {
  const file = place.write("x.ndjson", `${line("a")}\n${line("b")}\n`)
  await place.load(file)
  truncateSync(file, line("a").length + 1)
  expect(await place.load(file)).toMatchObject({ lines: 1, duplicates: 1 })
})

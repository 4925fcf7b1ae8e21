import { randomBytes } from "node:crypto"
import { gzipSync } from "node:zlib"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { WORTH_A_THREAD_BYTES } from "../../connectors/source.ts"
import { batchesFromElsewhere } from "./elsewhere.ts"
import { eventFile } from "./event-file.ts"
import { line, openPlace, type Place, readRejects } from "./place-for-tests.ts"
import { importFrom } from "./run.ts"

let places: Place[]
beforeEach(async () => {
  places = [await openPlace(), await openPlace()]
})
afterEach(() => places.forEach((place) => place.remove()))

/** All kinds of columns, more than one batch of them, some twice and some wrong. */
const lines = Array.from({ length: 9000 }, (_, i) =>
  i % 1000 === 7
    ? "{"
    : line(`e${i % 8500}`, {
        at: new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString(),
        customer: `customer:${i % 700}`,
        team: `team ${i % 7}`,
        tags: i % 3 === 0 ? ["a", `b${i % 5}`] : undefined,
        subject_line: `${i} 😀 ${"word ".repeat(30)}`,
        test: i % 11 === 0 ? true : undefined,
        attributes: { size: i % 13, color: `c${i % 3}` },
      }),
)
const content = `${lines.join("\n")}\n`

describe("read in another thread, a file", () => {
  test("leaves the same ledger, byte for byte, and the same rejects", async () => {
    expect(content.length).toBeGreaterThan(WORTH_A_THREAD_BYTES)
    const [there, here] = places as [Place, Place]
    const source = eventFile(there.write("events.ndjson", content))
    expect(source.elsewhere).toBeDefined()
    const importing = (place: Place) => ({ ledger: place.ledger, folder: place.folder.path, batchEvents: 2048 })
    const reports = [
      await importFrom(source, importing(there)),
      await importFrom({ ...source, elsewhere: undefined }, importing(here)),
    ] as const
    expect(reports[0]).toMatchObject({ lines: 9000, rejected: 9, appended: 8991, versions: 499 })
    expect({ ...reports[0], rejects: null }).toEqual({ ...reports[1], rejects: null })
    expect(readRejects(reports[0].rejects)).toEqual(readRejects(reports[1].rejects))
    const rows = (place: Place) =>
      place.folder.duck.rows(
        "SELECT seq, batch, id_hash::VARCHAR AS id, digest::VARCHAR AS digest, subject FROM ledger ORDER BY seq",
      )
    expect(await rows(there)).toEqual(await rows(here))
    expect((await there.read()).map(({ event }) => event)).toEqual((await here.read()).map(({ event }) => event))
  })

  test("that is cut off says so", async () => {
    const [place] = places as [Place, Place]
    const noise = Array.from({ length: 3000 }, (_, i) => line(`${i}`, { subject_line: randomBytes(500).toString("base64") }))
    const packed = gzipSync(`${noise.join("\n")}\n`)
    expect(packed.length / 2).toBeGreaterThan(WORTH_A_THREAD_BYTES / 2)
    const file = place.write("events.gz", packed.subarray(0, Math.max(WORTH_A_THREAD_BYTES + 1, packed.length - 1000)))
    await expect(place.load(file)).rejects.toThrow(/^events\.gz is cut off or damaged after line \d+/)
    expect((await place.read()).length).toBeGreaterThan(1000)
  })
})

describe("the other thread", () => {
  const reading = { from: null, batchEvents: 10 }
  const read = async (code: string) => {
    const module = `data:text/javascript,${encodeURIComponent(`export function open() { ${code} }`)}`
    for await (const batch of batchesFromElsewhere({ module, open: "open", given: [] }, reading)) void batch
  }

  test("fails as the reading fails", async () => {
    await expect(read("throw new TypeError('no such thing')")).rejects.toThrow("no such thing")
  })

  test("is missed when it ends too early", async () => {
    await expect(read("process.exit(0)")).rejects.toThrow("ended before the source did")
  })
})

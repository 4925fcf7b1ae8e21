import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { CALENDARS_FILE } from "../../src/calendar/read.ts"
import { readConfig } from "../../src/config.ts"
import { demo } from "../../src/demo/demo.ts"
import { demoSource } from "../../src/demo/source.ts"
import { printKnownEvent } from "../../src/events/print.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { openPlumbline, type Plumbline } from "../../src/plumbline.ts"
import { readSettings, writeSettings } from "../../src/plumbline/settings.ts"
import type { Question } from "../../src/query/question.ts"
import { countingNow } from "../../src/warehouse/clickhouse/facts.ts"
import { databasesOf } from "../../src/warehouse/clickhouse/layout.ts"
import { openClickHouse } from "../../src/warehouse/clickhouse/open.ts"
import { eventFile } from "../../src/warehouse/import/event-file.ts"
import { installed, type Server, startServer } from "./server.ts"

const PATIENCE_MS = 600_000
const PERIOD = { from: "2026-06-01", to: "2026-10-01" }
const COMPANY = demo({ scale: 0.002 })

describe.skipIf(!installed)("a data folder on a server says what an embedded one says", { timeout: PATIENCE_MS }, () => {
  const place = mkdtempSync(join(tmpdir(), "plumbline-on-a-server-"))
  let server: Server
  let embedded: Plumbline
  let served: Plumbline
  let halves: readonly [string, string]
  const config = (name: string, warehouse?: string) => ({ ...readConfig({}), folder: join(place, name), warehouse })

  beforeAll(async () => {
    server = await startServer()
    halves = await writeHalves(place)
    for (const name of ["embedded", "served"]) await prepare(join(place, name))
    embedded = await openPlumbline(config("embedded"))
    served = await openPlumbline(config("served", server.address))
  }, PATIENCE_MS)
  afterAll(async () => {
    await embedded?.close()
    await served?.close()
    await server?.stop()
    rmSync(place, { recursive: true })
  })

  const both = async <T>(work: (line: Plumbline) => Promise<T>): Promise<T> => {
    const [one, other] = [await work(embedded), await work(served)]
    expect(other).toStrictEqual(one)
    return one
  }
  const same = async (metrics: readonly string[], more: Partial<Question> = {}): Promise<void> => {
    for (const metric of metrics) await both((line) => line.ask({ metrics: [metric], ...PERIOD, grain: "month", ...more }))
  }
  const load = (path: string) =>
    both(async (line) => {
      const { rejects, ...report } = await line.importFrom(eventFile(path, { keepLearned: true }))
      return { ...report, rejects: rejects === null ? null : readFileSync(rejects, "utf8") }
    })

  test("before there is anything", async () => {
    await both((line) => line.status())
    await both((line) => line.dimensions())
    await same(["first_response_time"])
  })

  test("after an import with lines that are no events", async () => {
    const report = await load(halves[0])
    expect(report).toMatchObject({ rejected: 2 })
    expect(report.rejects!.split("\n")).toHaveLength(3)
    expect((await both((line) => line.status())).conversations).toBeGreaterThan(50)
    await same(["ticket_volume", "csat", "backlog"])
  })

  test("after another, which touches some of what is there", async () => {
    expect(await load(halves[1])).toMatchObject({ rejected: 0, duplicates: 0 })
    await same(catalog.map(({ name }) => name))
    const dimensions = await both((line) => line.dimensions())
    expect(dimensions.length).toBeGreaterThan(5)
  })

  test("after a little more: only what it touches is told again, and what sources counted is compared with all that arrived", async () => {
    const created = readFileSync(halves[1], "utf8")
      .split("\n")
      .find((line) => line.includes('"conversation.opened"'))!
    const little = join(place, "little.ndjson")
    const event = { ...(JSON.parse(created) as object), id: "a little more", subject: "conversation:a_little_more" }
    writeFileSync(little, `${JSON.stringify(event)}\n`)
    expect(await load(little)).toMatchObject({ appended: 1, rejected: 0 })
    await same(["completeness", "ticket_volume", "backlog"])
    const warehouse = openClickHouse(server.address)
    const { base, fold } = await countingNow(warehouse, databasesOf(warehouse.database))
    warehouse.close()
    // Its rows count beside those of the whole fold before.
    expect(base).toBeLessThan(fold)
  })

  test("twice the same changes nothing", async () => {
    expect(await load(halves[1])).toMatchObject({ lines: 0, appended: 0 })
    const again = join(place, "again.ndjson")
    cpSync(halves[1], again)
    const report = await load(again)
    expect(report).toMatchObject({ appended: 0, batches: 0, duplicates: report.lines })
    expect(await both((line) => line.sources())).toHaveLength(3)
  })

  test("as it was known then, and by other rules", async () => {
    await same(["ticket_volume", "backlog"], { asOf: "2026-07-15" })
    await same(["first_response_time"], { rules: { bot_stops_clock: true } })
  })

  test("what a product would show, and what makes the difference", async () => {
    await same(["first_response_time", "resolution_time"], { as: "chatwoot" })
    const asked = { metric: "first_response_time", step: null, offset: 0, limit: 50 }
    const question = { metrics: ["first_response_time"], ...PERIOD, as: "chatwoot" }
    const { differing } = await both((line) => line.difference({ ...asked, question }))
    expect(differing).toBeGreaterThan(5)
  })

  test("the rows behind a number, and the tape of a conversation", async () => {
    const question = { metrics: ["first_response_time"], ...PERIOD }
    const asked = { question, metric: "first_response_time", bucket: null, by: {}, part: "counted" as const }
    const { rows } = await both((line) => line.rowsBehind({ ...asked, limit: 20, offset: 5 }))
    expect(rows).toHaveLength(20)
    for (const { conversation } of rows.slice(0, 3)) await both((line) => line.tape({ conversation: String(conversation) }))
    await both((line) => line.tape({ conversation: String(rows[0]!["conversation"]), asOf: "2026-10-15" }))
    for (const line of [embedded, served])
      await expect(line.tape({ conversation: "nobody" })).rejects.toMatchObject({ code: "conversation.unknown" })
  })

  test("what it exports, and that nothing was altered", async () => {
    const exported = await both(async (line) => {
      const lines: string[] = []
      for await (const events of line.events({ order: "at" })) lines.push(...events.map(printKnownEvent))
      return lines
    })
    const { events } = await both(async (line) => {
      const { chain: _, ...verdict } = await line.verify()
      return verdict
    })
    expect(events).toBe(exported.length)
    expect((await served.verify()).found).toBe(0)
    await server.warehouse.run("ALTER TABLE plumbline.ledger UPDATE id = 'other' WHERE seq = 7 SETTINGS mutations_sync = 1")
    expect((await served.verify()).findings).toMatchObject([{ seq: 7, what: "does not say what it said when it was appended" }])
  })

  test("a rebuild changes no number", async () => {
    const before = await served.ask({ metrics: ["ticket_volume", "csat"], ...PERIOD })
    await served.rebuild()
    expect(await served.ask({ metrics: ["ticket_volume", "csat"], ...PERIOD })).toStrictEqual(before)
  })

  test("the folder remembers its server, without a password, and refuses another", async () => {
    await served.close()
    const address = server.address.replace("//", "//default:secret@")
    await expect(openPlumbline(config("served", address.replace(/\d+\/plumbline$/, "1/plumbline")))).rejects.toMatchObject({
      code: "warehouse.other",
    })
    await expect(openPlumbline(config("embedded", address))).rejects.toMatchObject({ code: "warehouse.other" })
    expect(await readSettings(join(place, "served"))).toMatchObject({ company: "Both", warehouse: server.address })
    served = await openPlumbline(config("served"))
    expect((await served.status()).events).toBe((await embedded.status()).events)
  })

  test("a server without tables says how to make them, and keeps no folder busy", async () => {
    const creating = openClickHouse(server.address.replace(/[^/]+$/, "empty"), { creating: true })
    await creating.run("CREATE DATABASE IF NOT EXISTS empty")
    creating.close()
    for (const database of ["empty", "nowhere"]) {
      const other = config("other", server.address.replace(/[^/]+$/, database))
      await expect(openPlumbline(other)).rejects.toMatchObject({ code: "clickhouse.no_tables" })
      expect(readdirSync(other.folder)).toEqual([])
    }
  })
})

/** The same opening hours and the same name. */
async function prepare(folder: string): Promise<void> {
  mkdirSync(folder)
  writeFileSync(join(folder, CALENDARS_FILE), COMPANY.calendars)
  await writeSettings(folder, { company: "Both", zone: String(COMPANY.truth["zone"]) })
}

/** Its events in the order they were learned, in two files; the first has two lines that are none. */
async function writeHalves(place: string): Promise<readonly [string, string]> {
  const lines: string[] = []
  for await (const { events, learned } of demoSource(COMPANY).pages(null))
    events.forEach((event, i) => lines.push(printKnownEvent({ seq: i, event, ...learned![i]! })))
  const middle = Math.floor(lines.length * 0.7)
  const [first, second] = [join(place, "first.ndjson"), join(place, "second.ndjson")]
  writeFileSync(first, ["no event", ...lines.slice(0, middle), "{}", ""].join("\n"))
  writeFileSync(second, [...lines.slice(middle), ""].join("\n"))
  return [first, second]
}

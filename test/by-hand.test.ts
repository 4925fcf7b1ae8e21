import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readConfig } from "../src/config.ts"
import { demo } from "../src/demo/demo.ts"
import { demoSource } from "../src/demo/source.ts"
import { printKnownEvent } from "../src/events/print.ts"
import { openPlumbline, type Plumbline } from "../src/plumbline.ts"
import { type DuckWarehouse, openDuck } from "../src/warehouse/duckdb.ts"

const STATEMENTS = join(import.meta.dirname, "..", "docs", "by-hand")
const READ_EVENTS = "read-events.sql"
/** About 3,600 conversations: each statement has rows to count. */
const SCALE = 0.03
const PERIODS = [
  ["2026-01-01", "2026-03-01", "+01"],
  ["2026-06-01", "2026-08-10", "+02"],
] as const
const PATIENCE_MS = 180_000

const files = (await readdir(STATEMENTS)).filter((name) => name.endsWith(".sql") && name !== READ_EVENTS)
const metrics = files.map((name) => name.slice(0, -".sql".length))
const periods = PERIODS.map(([from, to, offset]) => ({ from, to, offset }))

let folder: string
let plumbline: Plumbline
let apart: DuckWarehouse

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-by-hand-"))
  const company = demo({ scale: SCALE })
  await writeFile(join(folder, "calendars.yaml"), company.calendars)
  plumbline = await openPlumbline({ ...readConfig({}), folder })
  await plumbline.importFrom(demoSource(company))
  apart = await openDuck({ path: ":memory:" })
  await apart.run((await readFile(join(STATEMENTS, READ_EVENTS), "utf8")).replaceAll("'events.ndjson'", `'${await exported()}'`))
}, PATIENCE_MS)

afterAll(async () => {
  apart?.close()
  await plumbline?.close()
  await rm(folder, { recursive: true, force: true })
})

test.each(periods)("what is asked is what SQL finds among the exported events, $from to $to", async ({ from, to, offset }) => {
  const answer = await plumbline.ask({ metrics, from, to, zone: "Europe/Berlin" })
  await apart.run(`SET VARIABLE from_at = TIMESTAMPTZ '${from} 00:00:00${offset}'`)
  await apart.run(`SET VARIABLE to_at = TIMESTAMPTZ '${to} 00:00:00${offset}'`)
  for (const name of metrics) {
    const [byHand] = await apart.rows(await readFile(join(STATEMENTS, `${name}.sql`), "utf8"))
    const { n, value } = answer.rows[0]!.cells[name]!
    expect({ name, n }).toStrictEqual({ name, n: Number(byHand!["n"]) })
    expect(n).toBeGreaterThan(20)
    expect(value, name).toBeCloseTo(Number(byHand!["value"]), 9)
  }
})

async function exported(): Promise<string> {
  const file = join(folder, "events.ndjson")
  const lines: string[] = []
  for await (const events of plumbline.events({ order: "seq" })) lines.push(...events.map(printKnownEvent))
  await writeFile(file, lines.join("\n"))
  return file
}

import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { demo } from "../../src/demo/demo.ts"
import { fields, type FieldType } from "../../src/events/fields.ts"
import { openDuck } from "../../src/warehouse/duckdb.ts"
import { openFolder } from "../../src/warehouse/folder.ts"
import { eventFile } from "../../src/warehouse/import/event-file.ts"
import { importFrom } from "../../src/warehouse/import/run.ts"
import { openLedger } from "../../src/warehouse/ledger/ledger.ts"
import { ENGINE_MEMORY } from "../sizes.ts"
import type { Found, StepGiven } from "./given.ts"

const RAW_TYPES: Readonly<Record<FieldType, string>> = {
  word: "VARCHAR",
  ref: "VARCHAR",
  text: "VARCHAR",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  moment: "TIMESTAMPTZ",
  words: "VARCHAR[]",
  record: "JSON",
}

/** What people would do without us: the engine's own reader, told every column and type, into a table on disk. */
export async function readRaw({ file, folder }: StepGiven): Promise<Found> {
  const path = join(folder, "..", "raw.duckdb")
  rmSync(path, { force: true })
  const duck = await openDuck({ path, memory: ENGINE_MEMORY })
  const columns = { id: "VARCHAR", at: "TIMESTAMPTZ", kind: "VARCHAR", subject: "VARCHAR", ...typed() }
  const list = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`)
  const start = performance.now()
  await duck.run(`CREATE TABLE raw AS SELECT * FROM read_ndjson($1, columns = {${list.join(", ")}})`, [file])
  await duck.run("CHECKPOINT")
  const seconds = (performance.now() - start) / 1000
  const [row] = await duck.rows("SELECT count(*) AS events FROM raw")
  duck.close()
  rmSync(path, { force: true })
  return { seconds, events: Number(row!["events"]) }
}

function typed(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, RAW_TYPES[type]]))
}

/** Ours: checked, versioned, encoded, chained, with a cursor in each transaction. */
export async function importIntoFolder({ file, folder }: StepGiven): Promise<Found> {
  rmSync(folder, { recursive: true, force: true })
  const open = await openFolder(folder, { memory: ENGINE_MEMORY })
  writeFileSync(join(folder, "calendars.yaml"), demo().calendars)
  const ledger = await openLedger(open.duck)
  const start = performance.now()
  const report = await importFrom(eventFile(file), { ledger, folder })
  await open.duck.run("CHECKPOINT")
  const seconds = (performance.now() - start) / 1000
  ledger.close()
  open.release()
  return { seconds, events: report.appended, rejected: report.rejected }
}

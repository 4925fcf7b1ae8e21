import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as after } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openDuck } from "../../src/warehouse/duckdb.ts"
import { verifyLedger } from "../../src/warehouse/ledger/verify.ts"
import { writeEvents, type Written } from "./events-file.ts"

/** `PLUMBLINE_KILLS=2000` for a night. */
const KILLS = Number(process.env["PLUMBLINE_KILLS"] ?? 24)
const ROWS = 1_000_000
/** Small enough that every life commits something and dies in the middle of something. */
const BATCH_EVENTS = 20_000
/** The longest a process lives once it imports, and how often it dies before that. */
const LONGEST_LIFE_MS = Math.max(20, Math.round(20_000 / KILLS))
const EARLY_DEATHS = 0.2
const LONGEST_START_MS = 600

const place = mkdtempSync(join(tmpdir(), "plumbline-crash-"))
const file = join(place, "events.ndjson")
let written: Written

beforeAll(() => {
  written = writeEvents(file, ROWS)
})
afterAll(() => rmSync(place, { recursive: true }))

test(`killed ${KILLS} times, it ends as if undisturbed`, { timeout: 600_000 + KILLS * 5_000 }, async () => {
  const [calm, killed] = [join(place, "calm"), join(place, "killed")]
  const calmly = finish(start(calm))
  let ended = false
  for (let i = 0; i < KILLS && !ended; i++) ended = await liveAndDie(start(killed))
  expect(ended, "the import ended before its last death; give it shorter lives").toBe(false)
  expect(await finish(start(killed))).not.toHaveProperty("problem")
  expect(await calmly).toMatchObject({ lines: written.lines, appended: ROWS, rejected: written.rejected })

  expect(await differences(calm, killed)).toEqual({ rows: ROWS, elsewhere: 0, superseded: 0 })
  expect(rejectsIn(killed)).toBe(rejectsIn(calm))
  expect(rejectsIn(killed).split("\n").length - 1).toBe(written.rejected)
  const found = await verdict(killed)
  expect(found).toMatchObject({ events: ROWS, findings: [] })
  expect(found.batches).toBeGreaterThan(10)
})

function start(folder: string): ChildProcess {
  const child = join(import.meta.dirname, "..", "..", "build", "test", "crash", "import-child.js")
  return spawn(process.execPath, [child, folder, file, String(BATCH_EVENTS)], {
    stdio: ["ignore", "pipe", "inherit"],
  })
}

/** Kills it at a random moment. True where it was done before. */
async function liveAndDie(child: ChildProcess): Promise<boolean> {
  const exited = once(child, "exit") as Promise<[code: number | null, signal: string | null]>
  if (Math.random() < EARLY_DEATHS) await after(Math.random() * LONGEST_START_MS)
  else {
    await Promise.race([once(child.stdout!, "data"), exited])
    await after(Math.random() * LONGEST_LIFE_MS)
  }
  child.kill("SIGKILL")
  const [code, signal] = await exited
  expect(signal === "SIGKILL" || code === 0, `it ended by itself with ${code}`).toBe(true)
  return signal !== "SIGKILL"
}

/** What it says last. */
async function finish(child: ChildProcess): Promise<unknown> {
  let said = ""
  child.stdout!.on("data", (piece: Buffer) => (said += piece.toString()))
  await once(child, "close")
  return JSON.parse(said.trim().split("\n").at(-1)!) as unknown
}

/** Row for row, in their order: which event, saying what, as which version. */
async function differences(one: string, other: string) {
  const duck = await openDuck({ path: ":memory:" })
  for (const [name, folder] of [
    ["one", one],
    ["other", other],
  ])
    await duck.run(`ATTACH '${folder}/plumbline.duckdb' AS ${name} (READ_ONLY)`)
  const columns = "seq, id, event_version, digest"
  const [found] = await duck.rows(
    `SELECT (SELECT count(*) FROM other.ledger) AS rows,
       (SELECT count(*) FROM (SELECT ${columns} FROM one.ledger EXCEPT SELECT ${columns} FROM other.ledger)) AS elsewhere,
       (SELECT count(*) FROM (SELECT seq, by_seq FROM one.superseded EXCEPT SELECT seq, by_seq FROM other.superseded)) AS superseded`,
  )
  duck.close()
  return found
}

function rejectsIn(folder: string): string {
  const files = readdirSync(join(folder, "rejects"))
  expect(files.length).toBe(1)
  return readFileSync(join(folder, "rejects", files[0]!), "utf8")
}

async function verdict(folder: string) {
  const duck = await openDuck({ path: join(folder, "plumbline.duckdb") })
  const found = await verifyLedger(duck)
  duck.close()
  return found
}

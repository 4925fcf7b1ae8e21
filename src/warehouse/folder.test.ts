import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openFolder } from "./folder.ts"
import { openLedger } from "./ledger/ledger.ts"
import { verifyLedger } from "./ledger/verify.ts"

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "plumbline-folder-"))
})
afterEach(() => rmSync(place, { recursive: true }))

/** A process that holds the folder until it is killed. */
async function holder(folder: string) {
  const code = `import { openFolder } from "./src/warehouse/folder.ts"
    await openFolder(${JSON.stringify(folder)})
    process.stdout.write("open")
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  await once(child.stdout, "data")
  return child
}

test("a second process is told who holds it, and a killed one holds nothing", async () => {
  const folder = join(place, "data")
  const child = await holder(folder)
  await expect(openFolder(folder)).rejects.toMatchObject({ code: "folder.locked", facts: { folder, pid: child.pid } })
  child.kill("SIGKILL")
  await once(child, "exit")
  const open = await openFolder(folder)
  open.release()
})

test("one process opens it once at a time", async () => {
  const first = await openFolder(place)
  await expect(openFolder(place)).rejects.toMatchObject({ code: "folder.locked", facts: { pid: process.pid } })
  first.release()
  const second = await openFolder(place)
  second.release()
})

test("what is no database, and what is no folder", async () => {
  writeFileSync(join(place, "plumbline.duckdb"), "not a database at all")
  await expect(openFolder(place)).rejects.toMatchObject({ code: "folder.unusable" })
  writeFileSync(join(place, "file"), "")
  await expect(openFolder(join(place, "file"))).rejects.toMatchObject({ code: "folder.unusable" })
})

test("a full disk: nothing is half written, and with room it goes on", { timeout: 120_000 }, async () => {
  const [folder, file] = [join(place, "data"), join(place, "events.ndjson")]
  const lines = Array.from({ length: 60_000 }, (_, i) =>
    JSON.stringify({
      id: `e:${i}`,
      at: "2026-01-01T00:00:00Z",
      kind: "message.sent",
      subject: `conversation:${i}`,
      author: "agent",
      text: `${Math.sin(i)} ${Math.cos(i)}`,
    }),
  )
  writeFileSync(file, lines.join("\n"))
  const child = join(import.meta.dirname, "..", "..", "build", "test", "crash", "import-child.js")
  // The system's limit on the size of a file stands for the end of the disk: 6 MB, in blocks of 512 bytes.
  const limited = await said(
    spawn("sh", ["-c", `trap '' XFSZ; ulimit -f 12000; exec "$0" "$@"`, process.execPath, child, folder, file, "5000"]),
  )
  expect(limited).toMatchObject({
    problem: "disk.full",
    message: expect.stringMatching(/There is no room left to write: file too large/),
  })
  const before = await verdict(folder)
  expect(before.findings).toEqual([])
  expect(before.events).toBeGreaterThan(0)
  expect(before.events).toBeLessThan(60_000)
  expect(await said(spawn(process.execPath, [child, folder, file, "5000"]))).toMatchObject({
    appended: 60_000 - before.events,
    duplicates: 0,
  })
  expect(await verdict(folder)).toMatchObject({ events: 60_000, findings: [] })
})

async function said(child: ReturnType<typeof spawn>): Promise<unknown> {
  let text = ""
  child.stdout!.on("data", (piece: Buffer) => (text += piece.toString()))
  await once(child, "close")
  return JSON.parse(text.trim().split("\n").at(-1)!) as unknown
}

async function verdict(folder: string) {
  const open = await openFolder(folder)
  const ledger = await openLedger(open.duck)
  const found = await verifyLedger(open.duck)
  ledger.close()
  open.release()
  return found
}

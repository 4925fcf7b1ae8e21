import { openFolder } from "../../src/warehouse/folder.ts"
import { eventFile } from "../../src/warehouse/import/event-file.ts"
import { importFrom } from "../../src/warehouse/import/run.ts"
import { openLedger } from "../../src/warehouse/ledger/ledger.ts"
import { Problem } from "../../src/problem.ts"

/** Imports a file into a folder in a process of its own, so that it can be killed. Says when it begins and how it ends. */
const [, , path, file, batchEvents] = process.argv as [string, string, string, string, string]
try {
  const folder = await openFolder(path, { memory: "1GB", threads: 2 })
  const ledger = await openLedger(folder.duck)
  process.stdout.write("begins\n")
  const report = await importFrom(eventFile(file), { ledger, folder: folder.path, batchEvents: Number(batchEvents) })
  process.stdout.write(`${JSON.stringify(report)}\n`)
  ledger.close()
  folder.release()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stdout.write(`${JSON.stringify({ problem: error.code, message: error.message })}\n`)
}

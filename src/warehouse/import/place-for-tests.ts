import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { KnownEvent } from "../../events/event.ts"
import { openFolder } from "../folder.ts"
import { openLedger } from "../ledger/ledger.ts"
import { type Reading, readEvents } from "../ledger/read.ts"
import { eventFile, type ReadingEvents } from "./event-file.ts"
import type { ImportReport } from "./report.ts"
import { importFrom } from "./run.ts"

/** A data folder to import into and a place beside it for files. */
export async function openPlace() {
  const outside = mkdtempSync(join(tmpdir(), "plumbline-import-"))
  const folder = await openFolder(join(outside, "data"))
  const ledger = await openLedger(folder.duck)
  return {
    folder,
    ledger,
    outside,
    /** `name` may have a folder before it. */
    write(name: string, content: string | Uint8Array): string {
      const path = join(outside, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    load: (path: string, reading?: ReadingEvents): Promise<ImportReport> =>
      importFrom(eventFile(path, reading), { ledger, folder: folder.path }),
    async read(reading?: Reading): Promise<readonly KnownEvent[]> {
      const all: KnownEvent[] = []
      for await (const some of readEvents(folder.duck, reading)) all.push(...some)
      return all
    },
    remove() {
      ledger.close()
      folder.release()
      rmSync(outside, { recursive: true })
    },
  }
}

export type Place = Awaited<ReturnType<typeof openPlace>>

/** The lines of a file of rejects. */
export function readRejects(path: string | null): readonly Readonly<Record<string, unknown>>[] {
  const lines = readFileSync(path!, "utf8").trimEnd().split("\n")
  return lines.map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>)
}

export function line(id: string, more: object = {}): string {
  return JSON.stringify({
    id,
    at: "2026-01-01T00:00:00Z",
    kind: "conversation.opened",
    subject: "conversation:1",
    channel: "email",
    ...more,
  })
}

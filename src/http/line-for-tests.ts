import { mkdirSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NO_SETTINGS } from "../calendar/settings.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { ask } from "../query/ask.ts"
import { openDuck } from "../warehouse/duckdb.ts"
import { FACTS } from "../warehouse/fold/facts.ts"
import { foldAll } from "../warehouse/fold/fold.ts"
import { USUAL_RULES } from "../warehouse/fold/rules.ts"
import { importFrom } from "../warehouse/import/run.ts"
import { openLedger } from "../warehouse/ledger/ledger.ts"
import { openReaders } from "../warehouse/readers.ts"
import type { Landed, Line } from "./line.ts"

export type OpenLine = Line & { close(): void }

/** The real line over an engine in memory: what is pushed is imported, folded and asked as in a folder on disk. */
export async function openLine(): Promise<OpenLine> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-line-"))
  mkdirSync(join(folder, "rejects"))
  const duck = await openDuck({ path: ":memory:", threads: 2 })
  const ledger = await openLedger(duck)
  const fold = () => foldAll(duck, { calendars: NO_SETTINGS, rules: USUAL_RULES })
  await fold()
  const readers = await openReaders(duck)
  const listeners = new Set<(landed: Landed) => void>()
  const line: Partial<OpenLine> = {
    folder,
    ask: (question, signal) =>
      readers.read((warehouse) => ask(question, { warehouse, schema: FACTS, zone: "UTC", metrics: catalog }), signal),
    async importFrom(source) {
      try {
        return await importFrom(source, { ledger, folder })
      } finally {
        await fold()
        for (const tell of listeners) tell({ events: 1, knownUntil: null })
      }
    },
    onLanded(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      readers.close()
      ledger.close()
      duck.close()
    },
  }
  // What these tests do not ask for is left out, and would fail loudly.
  return line as OpenLine
}

/** Conversations opened by customers, one an hour from 2026-03-02 on, by turns in two channels. */
export function someConversations(count: number): string {
  const opened = (i: number): object => ({
    id: `test:${i}`,
    at: new Date(Date.UTC(2026, 2, 2, i)).toISOString(),
    kind: "conversation.opened",
    subject: `conversation:${i}`,
    channel: i % 2 === 0 ? "email" : "chat",
    customer: `customer:${i}`,
  })
  return Array.from({ length: count }, (_, i) => `${JSON.stringify(opened(i))}\n`).join("")
}

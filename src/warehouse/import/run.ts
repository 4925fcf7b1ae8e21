import { join } from "node:path"
import { now } from "../../clock.ts"
import { Problem } from "../../problem.ts"
import type { Appended } from "../ledger/append.ts"
import { emptyColumns } from "../ledger/columns.ts"
import type { Ledger } from "../ledger/ledger.ts"
import type { Source } from "../../connectors/source.ts"
import { ALL_WRONG_LINES, type Batch, batchesOf, sizeOf } from "./batches.ts"
import { batchesFromElsewhere } from "./elsewhere.ts"
import type { ImportReport } from "./report.ts"
import { nameRejects, type RejectsPosition, writeRejects } from "./rejects.ts"

/** As many events go into one transaction as the engine keeps in one group of rows. */
export const BATCH_EVENTS = 122_880
export interface Importing {
  readonly ledger: Ledger
  /** The data folder; rejects are written below it. */
  readonly folder: string
  readonly batchEvents?: number | undefined
  /** Told after each committed batch what was done so far. */
  readonly progress?: ((sofar: ImportReport) => void) | undefined
}

/** What is committed with each batch: where the source was read to, and its rejects written to. */
interface Cursor<Position> {
  readonly position: Position | null
  readonly rejects: RejectsPosition
}

/**
 * Reads a source to its end, batch by batch, each with its cursor in one transaction. Killed at any moment and run again, it goes on
 * behind the last committed batch. The next batches are read while the engine writes one.
 */
export async function importFrom<Position>(source: Source<Position>, importing: Importing): Promise<ImportReport> {
  const { batchEvents = BATCH_EVENTS } = importing
  const start = (await readCursor<Position>(source, importing)) ?? (await beginCursor(source, importing))
  const writer = batchWriter(source, importing, start)
  const reading = { from: start.position, batchEvents }
  const batches = source.elsewhere ? batchesFromElsewhere<Position>(source.elsewhere, reading) : batchesOf(source, reading)
  let fresh = start.position === null
  let broken: Problem | undefined
  try {
    for await (const batch of batches) {
      // A batch that is not full is all there is, or what is wrong from the first line on.
      if (fresh && (sizeOf(batch) < batchEvents || batch.lines >= ALL_WRONG_LINES)) refuseAllWrong(source, batch)
      fresh = false
      broken = batch.broken
      await writer.write(batch)
    }
  } finally {
    await writer.idle()
  }
  const report = await writer.finish()
  if (broken) throw broken
  return report
}

async function readCursor<Position>(source: Source<Position>, { ledger }: Importing): Promise<Cursor<Position> | null> {
  const text = await ledger.cursor(source.name)
  if (text === null) return null
  // It was written below, by an import of the same source.
  const cursor = JSON.parse(text) as Cursor<Position>
  return cursor.position === null || source.goesOn(cursor.position) ? cursor : null
}

/** Before anything is read the name of the rejects is committed, so that a killed import finds them again. */
async function beginCursor<Position>(source: Source<Position>, { ledger, folder }: Importing): Promise<Cursor<Position>> {
  const taken = new Set((await ledger.cursors()).map((text) => (JSON.parse(text) as Cursor<unknown>).rejects.file))
  const learnedAt = now()
  const day = new Date(learnedAt / 1000).toISOString().slice(0, 10)
  const cursor = { position: null, rejects: { file: nameRejects(folder, source.title, day, taken), bytes: 0 } }
  await ledger.append({ source: source.name, events: emptyColumns(), learnedAt, cursor: JSON.stringify(cursor) })
  return cursor
}

/** Nothing was written yet. */
function refuseAllWrong<Position>(source: Source<Position>, { events, rejects, lines }: Batch<Position>): void {
  const [first] = rejects
  if (events.ids.length > 0 || first === undefined) return
  const wrong = `${first.field === null ? "it" : `"${first.field}"`} ${first.reason}`.replace(/[^.?]$/, "$&.")
  const { title: file, recipe } = source
  if (recipe !== undefined) throw new Problem("table.all_rejected", { file, recipe, rows: lines, row: first.line, wrong })
  throw new Problem("import.all_wrong", { file, lines, line: first.line, wrong })
}

interface BatchWriter<Position> {
  /** Begins to write; waits only for the batch before. */
  write(batch: Batch<Position>): Promise<void>
  /** Once nothing is being written, well or not: whoever reads may fail, but nobody leaves while the engine works. */
  idle(): Promise<void>
  finish(): Promise<ImportReport>
}

function batchWriter<Position>(source: Source<Position>, importing: Importing, start: Cursor<Position>): BatchWriter<Position> {
  const { ledger, folder, progress } = importing
  let { rejects } = start
  let report: ImportReport = { lines: 0, appended: 0, duplicates: 0, versions: 0, rejected: 0, batches: 0, rejects: null }
  const rejectsPath = () => (rejects.bytes > 0 ? join(folder, rejects.file) : null)
  let writing: Promise<void> = Promise.resolve()
  const writeOne = async (batch: Batch<Position>) => {
    rejects = writeRejects(folder, rejects, batch.rejects)
    const cursor: Cursor<Position> = { position: batch.position, rejects }
    const { events } = batch
    const done = await ledger.append({ source: source.name, events, learnedAt: now(), cursor: JSON.stringify(cursor) })
    report = { ...added(report, batch, done), rejects: rejectsPath() }
    progress?.(report)
  }
  return {
    async write(batch) {
      await writing
      writing = writeOne(batch)
      // The error is met where the batch is waited for; until then it is not unhandled.
      writing.catch(() => {})
    },
    idle: () => writing.catch(() => {}),
    async finish() {
      await writing
      return { ...report, rejects: rejectsPath() }
    },
  }
}

function added<Position>(report: ImportReport, batch: Batch<Position>, done: Appended): ImportReport {
  return {
    ...report,
    lines: report.lines + batch.lines,
    appended: report.appended + done.appended,
    duplicates: report.duplicates + done.duplicates,
    versions: report.versions + done.versions,
    rejected: report.rejected + batch.rejects.length,
    batches: report.batches + (done.batch === null ? 0 : 1),
  }
}

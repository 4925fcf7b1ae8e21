import { setImmediate } from "node:timers/promises"
import type { Page, Reject, Source } from "../../connectors/source.ts"
import type { Problem } from "../../problem.ts"
import { addEvent, emptyColumns, type EventColumns, type GrowingColumns } from "../ledger/columns.ts"

/** A source whose first lines are all wrong is not what it is taken for. */
export const ALL_WRONG_LINES = 1000

/** What was read and is not yet committed. */
export interface Batch<Position> {
  readonly events: EventColumns
  readonly rejects: readonly Reject[]
  readonly lines: number
  /** Where reading goes on after it; null where nothing was read. */
  readonly position: Position | null
  /** Why the source ends with this batch although it should go on. */
  readonly broken: Problem | undefined
}

interface GrowingBatch<Position> extends Batch<Position> {
  readonly events: GrowingColumns
  readonly rejects: Reject[]
  lines: number
  position: Position | null
  broken: Problem | undefined
}

export interface Reading<Position> {
  readonly from: Position | null
  readonly batchEvents: number
}

/** The pages of a source as batches. The first batch ends early where all its lines are wrong. */
export async function* batchesOf<Position>(
  source: Source<Position>,
  { from, batchEvents }: Reading<Position>,
): AsyncGenerator<GrowingBatch<Position>, void> {
  let batch = emptyBatch<Position>()
  let first = from === null
  for await (const page of source.pages(from, () => batchEvents - sizeOf(batch))) {
    take(batch, page)
    // A source that never waits for anything would keep the engine's answers from the writer until the batch is full.
    await setImmediate()
    const allWrong = first && batch.events.ids.length === 0 && batch.lines >= ALL_WRONG_LINES
    if (sizeOf(batch) < batchEvents && !allWrong) continue
    yield batch
    batch = emptyBatch()
    first = false
  }
  if (batch.position !== null) yield batch
}

function emptyBatch<Position>(): GrowingBatch<Position> {
  return { events: emptyColumns(), rejects: [], lines: 0, position: null, broken: undefined }
}

export function sizeOf<Position>({ events, rejects }: Batch<Position>): number {
  return events.ids.length + rejects.length
}

function take<Position>(batch: GrowingBatch<Position>, page: Page<Position>): void {
  for (const event of page.events) addEvent(batch.events, event)
  for (const { learned_at, event_version } of page.learned ?? []) {
    batch.events.learnedAt.push(learned_at)
    batch.events.versions.push(event_version)
  }
  for (const reject of page.rejects) batch.rejects.push(reject)
  batch.lines += page.lines
  batch.position = page.position
  batch.broken = page.broken
}

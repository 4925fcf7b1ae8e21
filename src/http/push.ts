import { Problem } from "../problem.ts"
import { type LinesPosition, pagesOf } from "../warehouse/import/event-lines.ts"
import type { Page, Source } from "../connectors/source.ts"
import type { Bytes } from "../warehouse/import/blocks.ts"
import type { ImportReport } from "../warehouse/import/report.ts"
import { MOST_EVENTS_BYTES, MOST_REJECTS_ANSWERED } from "./limits.ts"
import type { Line } from "./line.ts"
import { asKept, type KeptAside } from "./rejects.ts"

/** What became of pushed lines. */
export interface Imported extends Pick<ImportReport, "lines" | "appended" | "versions" | "duplicates" | "rejected"> {
  readonly rejects: KeptAside[]
}

/** Reads pushed events as they arrive, through the same door as a file's. */
export async function push(line: Pick<Line, "importFrom">, sender: string, body: Body | null): Promise<Imported> {
  const rejects: KeptAside[] = []
  const { lines, appended, versions, duplicates, rejected } = await line.importFrom(sourceOf(sender, body, rejects))
  return { lines, appended, versions, duplicates, rejected, rejects }
}

type Body = ReadableStream<Uint8Array>

/** What was pushed once is pushed again from its beginning, so there is nothing to go on from. */
function sourceOf(sender: string, body: Body | null, rejects: KeptAside[]): Source<LinesPosition> {
  const bytes = bytesOf(body, MOST_EVENTS_BYTES)
  const pages = pagesOf({ title: sender, bytes, start: { bytes: 0, lines: 0 }, keepLearned: false })
  return { name: `push:${sender}`, title: sender, goesOn: () => false, pages: () => noting(pages, rejects) }
}

async function* noting<Position>(pages: AsyncIterable<Page<Position>>, rejects: KeptAside[]): AsyncIterable<Page<Position>> {
  for await (const page of pages) {
    rejects.push(...page.rejects.slice(0, MOST_REJECTS_ANSWERED - rejects.length).map(asKept))
    yield page
  }
}

/**
 * The pieces of a body. It may come without saying how long it is, or say it wrongly, or end in the middle when the sender goes away:
 * then the import ends as with a file that is cut, and says after which line.
 */
function bytesOf(body: Body | null, most_bytes: number): Bytes {
  let why: string | undefined
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let read = 0
    try {
      for await (const piece of body ?? []) {
        read += piece.length
        if (read > most_bytes) throw new Problem("body.too_large", { most_bytes })
        yield piece
      }
    } catch (error) {
      why = (error as Error).message
    }
  }
  return { pieces: pieces(), broken: () => why }
}

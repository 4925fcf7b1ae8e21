import { createHash } from "node:crypto"
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs"
import { basename } from "node:path"
import { Problem } from "../../problem.ts"
import type { Bytes } from "./blocks.ts"
import { type LinesPosition, pagesOf } from "./event-lines.ts"
import { unpack, without } from "./gunzip.ts"
import { type Source, WORTH_A_THREAD_BYTES } from "../../connectors/source.ts"

/** How far a file was read, and what it looked like then. `bytes` counts the unpacked content. */
export interface FilePosition extends LinesPosition {
  readonly look: FileLook
}

/** What tells a file from another, or from itself after a change. */
interface FileLook {
  readonly size: number
  readonly modified_ms: number
  /** The digest of its beginning. */
  readonly head: string
}

/** How much of a file's beginning tells it from others. */
const HEAD_BYTES = 65_536
/** How much is read at a time; of packed files less, because it grows. */
const PIECE_BYTES = 1024 * 1024
const PACKED_PIECE_BYTES = 64 * 1024

export interface ReadingEvents {
  /** Keep `learned_at` and `event_version`, as an export writes them. */
  readonly keepLearned?: boolean | undefined
}

/**
 * A file of events, one JSON object a line, plain or packed with gzip. A file that changed since it was read is read from its beginning
 * again, because it may have changed anywhere; what it said before changes nothing.
 */
export function eventFile(path: string, { keepLearned = false }: ReadingEvents = {}): Source<FilePosition> {
  const look = lookAt(path)
  return {
    name: `file:${path}`,
    title: basename(path),
    goesOn: (position) => JSON.stringify(position.look) === JSON.stringify(look),
    elsewhere:
      look.size < WORTH_A_THREAD_BYTES
        ? undefined
        : { module: import.meta.url, open: eventFile.name, given: [path, { keepLearned } satisfies ReadingEvents] },
    async *pages(from, room) {
      const start = { bytes: from?.bytes ?? 0, lines: from?.lines ?? 0 }
      const bytes = isPacked(path) ? unpacked(path, start.bytes) : plain(path, start.bytes)
      for await (const page of pagesOf({ title: basename(path), bytes, start, keepLearned }, room)) {
        yield { ...page, position: { ...page.position, look } }
      }
    },
  }
}

/** Events that come from a pipe. It cannot be read twice, so there is nothing to go on from. */
export function eventStream(
  pieces: AsyncIterable<Uint8Array>,
  { keepLearned = false }: ReadingEvents = {},
): Source<LinesPosition> {
  const title = "standard input"
  return {
    name: "stdin",
    title,
    goesOn: () => false,
    pages: (_from, room) =>
      pagesOf({ title, bytes: { pieces, broken: () => undefined }, start: { bytes: 0, lines: 0 }, keepLearned }, room),
  }
}

function plain(path: string, start: number): Bytes {
  return { pieces: createReadStream(path, { start, highWaterMark: PIECE_BYTES }), broken: () => undefined }
}

function unpacked(path: string, start: number): Bytes {
  const { pieces, broken } = unpack(createReadStream(path, { highWaterMark: PACKED_PIECE_BYTES }))
  return { pieces: without(start, pieces), broken }
}

function lookAt(path: string): FileLook {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Problem("file.missing", { file: path })
  if (!stat.isFile()) throw new Problem("file.unreadable", { file: path, detail: "it is not a file." })
  return { size: stat.size, modified_ms: stat.mtimeMs, head: createHash("sha256").update(headOf(path, HEAD_BYTES)).digest("hex") }
}

/** By the first two bytes, not by the name: people rename files. */
function isPacked(path: string): boolean {
  const [first, second] = headOf(path, 2)
  return first === 0x1f && second === 0x8b
}

function headOf(path: string, bytes: number): Uint8Array {
  const handle = openSync(path, "r")
  try {
    const head = new Uint8Array(bytes)
    return head.subarray(0, readSync(handle, head, 0, bytes, 0))
  } finally {
    closeSync(handle)
  }
}

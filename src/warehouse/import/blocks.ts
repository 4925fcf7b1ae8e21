import { isUtf8 } from "node:buffer"

/** No line of a file may be longer than this. */
export const MOST_LINE_BYTES = 16 * 1024 * 1024
/** What is kept of a line that is longer. */
const KEPT_BYTES = 1000

/** Whole lines of a file. */
export interface Block {
  /** Without their ends. A line that cannot even be read as text is here with what is wrong. */
  readonly lines: readonly (string | UnreadableLine)[]
  /** The bytes of the file that these lines and their ends take. */
  readonly bytes: number
}

export interface UnreadableLine {
  readonly reason: string
  readonly text: string
}

/** Bytes in pieces of any size. */
export interface Bytes {
  readonly pieces: AsyncIterable<Uint8Array>
  /** Why they ended too early; known once they ended. */
  readonly broken: () => string | undefined
}

const NEWLINE = 10

/**
 * Cuts bytes into blocks of whole lines, wherever the pieces they come in end. The last line may lack its end, unless the bytes are
 * broken off: half a line is none.
 */
export async function* blocksOf({ pieces, broken }: Bytes): AsyncIterable<Block> {
  let start = new LineStart()
  for await (const some of pieces) {
    const piece = Buffer.from(some.buffer, some.byteOffset, some.byteLength)
    const first = piece.indexOf(NEWLINE) + 1
    const last = piece.lastIndexOf(NEWLINE) + 1
    if (last > 0) {
      start.add(piece.subarray(0, first))
      yield start.finished()
      if (last > first) yield blockOf(piece.subarray(first, last))
      start = new LineStart()
    }
    start.add(piece.subarray(last))
  }
  if (start.bytes > 0 && broken() === undefined) yield start.finished()
}

/** A line that goes over the border of two pieces or more. Once it is too long, no more of it is kept in memory. */
class LineStart {
  bytes = 0
  readonly #kept: Buffer[] = []

  add(piece: Buffer): void {
    if (this.bytes <= MOST_LINE_BYTES) this.#kept.push(Buffer.from(piece))
    this.bytes += piece.length
  }

  finished(): Block {
    const kept = Buffer.concat(this.#kept)
    if (this.bytes <= MOST_LINE_BYTES) return blockOf(kept)
    const reason = `is longer than ${MOST_LINE_BYTES} bytes; only its beginning is kept here`
    return { lines: [{ reason, text: kept.toString("utf8", 0, KEPT_BYTES) }], bytes: this.bytes }
  }
}

function blockOf(block: Buffer): Block {
  const body = block.at(-1) === NEWLINE ? block.subarray(0, -1) : block
  return { lines: isUtf8(body) ? body.toString("utf8").split("\n") : linesOneByOne(body), bytes: block.length }
}

/** Some line has bytes that are no UTF-8. Replacing them would change what was said, so that line is put aside. */
function linesOneByOne(body: Buffer): readonly (string | UnreadableLine)[] {
  const lines: (string | UnreadableLine)[] = []
  for (let from = 0; from <= body.length;) {
    const end = body.indexOf(NEWLINE, from)
    const line = body.subarray(from, end < 0 ? body.length : end)
    if (isUtf8(line)) lines.push(line.toString("utf8"))
    else lines.push({ reason: "is not UTF-8 text; convert the file first", text: line.toString("latin1") })
    from = end < 0 ? body.length + 1 : end + 1
  }
  return lines
}

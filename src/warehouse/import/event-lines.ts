import type { CanonicalEvent } from "../../events/event.ts"
import { Fault } from "../../events/fault.ts"
import { readEvent, readLearnedEvent } from "../../events/read.ts"
import { Problem } from "../../problem.ts"
import { type Block, type Bytes, blocksOf, type UnreadableLine } from "./blocks.ts"
import type { Page, Reject } from "../../connectors/source.ts"

export interface LinesPosition {
  readonly bytes: number
  readonly lines: number
}

export interface EventLines {
  /** What people call the file. */
  readonly title: string
  readonly bytes: Bytes
  /** Where these bytes begin. */
  readonly start: LinesPosition
  /** Keep `learned_at` and `event_version`, as an export writes them. */
  readonly keepLearned: boolean
}

/** Lines of NDJSON → pages of events, each line that is none put aside. A page has no more lines than there is room for. */
export async function* pagesOf(lines: EventLines, room: () => number = () => Infinity): AsyncIterable<Page<LinesPosition>> {
  const { title, bytes, start } = lines
  let position = start
  for await (const block of blocksOf(bytes)) {
    const end = { bytes: position.bytes + block.bytes, lines: position.lines + block.lines.length }
    for (let from = 0; from < block.lines.length;) {
      const some = block.lines.slice(from, from + Math.max(1, room()))
      const read = readLines(some, lines, position)
      from += some.length
      position =
        from === block.lines.length ? end : { bytes: position.bytes + bytesOf(some), lines: position.lines + some.length }
      yield { ...read, position }
    }
  }
  const detail = bytes.broken()
  if (detail !== undefined) {
    const broken = new Problem("import.cut", { file: title, line: position.lines, detail })
    yield { events: [], rejects: [], lines: 0, position, broken }
  }
}

const BYTE_ORDER_MARK = "\uFEFF"

function readLines(
  lines: Block["lines"],
  { title, keepLearned }: EventLines,
  from: LinesPosition,
): Omit<Page<LinesPosition>, "position"> {
  const events: CanonicalEvent[] = []
  const learned: { readonly learned_at: number; readonly event_version: number }[] = []
  const rejects: Reject[] = []
  lines.forEach((raw, i) => {
    const line = from.bytes === 0 && i === 0 && typeof raw === "string" && raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw
    if (isBlank(line)) return
    const read = typeof line === "string" ? (keepLearned ? readLearnedEvent(line) : readEvent(line)) : new Fault(line.reason)
    if (read instanceof Fault) rejects.push(rejected(title, from.lines + i + 1, read, line))
    else if ("event" in read) {
      events.push(read.event)
      learned.push(read)
    } else events.push(read)
  })
  return { events, ...(keepLearned && { learned }), rejects, lines: lines.length }
}

/** With their ends. A line that is no UTF-8 has a character a byte; one that is too long stands in a block of its own. */
function bytesOf(lines: Block["lines"]): number {
  let bytes = lines.length
  for (const line of lines) bytes += typeof line === "string" ? Buffer.byteLength(line) : line.text.length
  return bytes
}

function isBlank(line: string | UnreadableLine): boolean {
  return typeof line === "string" && (line === "" || line.trim() === "")
}

function rejected(file: string, line: number, { field, reason }: Fault, raw: string | UnreadableLine): Reject {
  const text = typeof raw === "string" ? raw.replace(/\r$/, "") : raw.text
  return { file, line, field, reason, text }
}

import { Problem } from "../../problem.ts"
import { MOST_ROW_CHARACTERS, type SourceRow } from "./table.ts"

/** Takes text in pieces, gives the rows that are whole. */
export interface CsvReader {
  read(text: string): SourceRow[]
  end(): SourceRow[]
}

/**
 * Written here because a general parser took half the time of a whole import: a line without a quotation mark is simply split. A mark
 * opens a quotation only at the start of a cell, and closes it only before a delimiter or the end of a line; elsewhere it is a mark.
 */
export function csvReader(file: string, delimiter: string, quote: string | undefined): CsvReader {
  let rest = ""
  let line = 1
  const read = (text: string, isEnd: boolean): SourceRow[] => {
    const all = rest === "" ? text : rest + text
    const rows: SourceRow[] = []
    let from = line === 1 && all.startsWith("\uFEFF") ? 1 : 0
    while (from < all.length) {
      const found = nextRecord(all, from, isEnd, delimiter, quote)
      if (found === undefined) break
      if (found.cells.some((cell) => cell.trim() !== "")) rows.push({ row: line, cells: found.cells })
      line += found.lines
      from = found.end
    }
    rest = all.slice(from)
    if (rest.length > MOST_ROW_CHARACTERS || (isEnd && rest !== "")) throw new Problem("table.quote", { file, row: line })
    return rows
  }
  return { read: (text) => read(text, false), end: () => read("", true) }
}

interface Found {
  readonly cells: string[]
  readonly end: number
  readonly lines: number
}

/** The record that begins at `from`; undefined if its end has not come yet. */
function nextRecord(text: string, from: number, isEnd: boolean, delimiter: string, quote: string | undefined): Found | undefined {
  const newline = text.indexOf("\n", from)
  if (newline < 0 && !isEnd) return undefined
  const line = text.slice(from, newline < 0 ? text.length : newline)
  if (quote !== undefined && line.includes(quote)) return quotedRecord(text, from, isEnd, delimiter, quote)
  return { cells: line.split(delimiter), end: newline < 0 ? text.length : newline + 1, lines: 1 }
}

function quotedRecord(text: string, from: number, isEnd: boolean, delimiter: string, quote: string): Found | undefined {
  const cells: string[] = []
  for (let at = from; ;) {
    const cell = text.startsWith(quote, at) ? quotedCell(text, at, isEnd, delimiter, quote) : bareCell(text, at, delimiter)
    if (cell === undefined) return undefined
    cells.push(cell.text)
    at = cell.end
    if (at >= text.length) return isEnd ? { cells, end: at, lines: linesIn(text, from, at) } : undefined
    if (text[at] === "\n") return { cells, end: at + 1, lines: linesIn(text, from, at + 1) }
    at += delimiter.length
  }
}

/** `end` is where the delimiter or the line break stands. */
function bareCell(text: string, from: number, delimiter: string): { text: string; end: number } {
  const [next, newline] = [text.indexOf(delimiter, from), text.indexOf("\n", from)]
  const end = Math.min(next < 0 ? text.length : next, newline < 0 ? text.length : newline)
  return { text: text.slice(from, end), end }
}

function quotedCell(
  text: string,
  from: number,
  isEnd: boolean,
  delimiter: string,
  quote: string,
): { text: string; end: number } | undefined {
  for (let mark = from; ;) {
    mark = text.indexOf(quote, mark + 1)
    if (mark < 0) return undefined
    if (text.startsWith(quote, mark + 1)) {
      mark++
      continue
    }
    const after = text.startsWith("\r\n", mark + 1) ? mark + 2 : mark + 1
    // What follows a mark at the very end is not known before more has come.
    if (after >= text.length && !isEnd) return undefined
    if (after < text.length && text[after] !== "\n" && !text.startsWith(delimiter, after)) continue
    return { text: text.slice(from + 1, mark).replaceAll(quote + quote, quote), end: after }
  }
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) lines++
  return Math.max(lines, 1)
}

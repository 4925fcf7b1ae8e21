import type { Answer, AnswerRow, Bucket, Cell, Unit } from "../query/question.ts"
import { WEEKDAYS } from "./days.ts"
import { INTERVAL } from "./row.ts"
import type { Asked, ExpectedRow } from "./story.ts"
import { written, writtenInterval } from "./written.ts"

/** A row as expected and as it is. Both texts are in the same notation, so equal texts mean the test passes. */
export interface ComparedRow {
  /** The author's line; null for a row nobody expected. */
  readonly line: number | null
  readonly expected: string | null
  readonly actual: string | null
}

interface Found {
  readonly labels: readonly string[]
  readonly bucket: Bucket | undefined
  readonly cell: Cell
  readonly unit: Unit
  /** Whether it must be listed to be right: a row that says something. */
  readonly speaks: boolean
}

/** The expected rows beside the answer's, and the answer's rows that say something and were not expected. */
export function compare(asked: Asked, answer: Answer): readonly ComparedRow[] {
  const found = cellsOf(asked, answer)
  const used = new Set<Found>()
  const rows = asked.expected.map((row): ComparedRow => {
    const match = found.find((one) => !used.has(one) && fits(row, one, asked))
    if (match) used.add(match)
    return { line: row.line, expected: text(row), actual: match ? asWritten(row, match) : null }
  })
  const unexpected = found.filter((one) => one.speaks && !used.has(one))
  return [...rows, ...unexpected.map((one) => ({ line: null, expected: null, actual: inFull(one) }))]
}

export function passes({ expected, actual }: ComparedRow): boolean {
  return expected === actual
}

function text({ labels, value, said }: ExpectedRow): string {
  return [...labels, value, ...said.map(([name, written]) => (name === INTERVAL ? written : `${name}=${written}`))].join("  ")
}

function asWritten({ labels, value, said }: ExpectedRow, { cell, unit }: Found): string {
  const rest = said.map(([name, like]) =>
    name === INTERVAL ? writtenInterval(cell.low, cell.high, unit, like) : `${name}=${saidOf(cell, name, unit, like)}`,
  )
  return [...labels, written(cell.value, unit, value), ...rest].join("  ")
}

function inFull({ labels, cell, unit }: Found): string {
  const doubts = [
    `n=${cell.n}`,
    ...(cell.pending > 0 ? [`pending=${cell.pending}`] : []),
    ...(cell.censored > 0 ? [`censored=${cell.censored}`] : []),
    ...Object.entries(cell.excluded).flatMap(([why, count]) => (count > 0 ? [`${why}=${count}`] : [])),
  ]
  return [...labels, written(cell.value, unit), ...doubts].join("  ")
}

/** `n`, `low`, `pending`, …, then the other statistics, the parts, and the reasons for leaving rows out. */
function saidOf(cell: Cell, name: string, unit: Unit, like: string): string {
  if (name === "method" || name === "because") return cell[name] ?? "-"
  if (name === "lowN") return String(cell.lowN)
  if (name === "low" || name === "high") return written(cell[name], unit, like)
  if (name === "n" || name === "pending" || name === "censored") return String(cell[name])
  if (name === "numerator" || name === "denominator") return written(cell[name] ?? null, plainUnit(like), like)
  if (cell.also && Object.hasOwn(cell.also, name))
    return written(cell.also[name], name === "rank" ? "count" : name.startsWith("share") ? "share" : unit, like)
  if (cell.parts && Object.hasOwn(cell.parts, name)) return written(cell.parts[name], "count", like)
  return String(cell.excluded[name] ?? 0)
}

function plainUnit(like: string): Unit {
  return /[hms]$/.test(like) ? "seconds" : "count"
}

function cellsOf(asked: Asked, answer: Answer): readonly Found[] {
  const { question } = asked
  return answer.rows.flatMap((row) => {
    const bucket = row.bucket === null ? undefined : answer.buckets[row.bucket]
    return question.metrics.flatMap((metric): Found[] => {
      const cell = question.as === undefined ? row.cells[metric] : row.theirs?.[metric]
      if (!cell) return []
      const labels = [
        ...(question.metrics.length > 1 ? [metric] : []),
        ...(question.grain ? [bucket ? labelOf(bucket, asked) : TOTAL] : []),
        ...(question.by ?? []).map((name) => (name in row.by ? (row.by[name] ?? UNKNOWN) : ALL)),
      ]
      const unit = answer.definitions[metric]?.unit ?? "count"
      return [{ labels, bucket, cell, unit, speaks: speaks(cell) && isDetail(row, question) }]
    })
  })
}

const TOTAL = "total"
const ALL = "all"
/** A split's value that is not known. */
const UNKNOWN = "-"

/** Totals beside buckets, and the whole beside its splits, are compared only where they are listed. */
function isDetail(row: AnswerRow, { by = [], grain }: Asked["question"]): boolean {
  return by.every((name) => name in row.by) && (grain === undefined || row.bucket !== null)
}

function speaks({ value, n, pending, censored }: Cell): boolean {
  return (value !== null && value !== 0) || n > 0 || pending > 0 || censored > 0
}

/** The weekday, where it is one of the story's first week; else as the answer has it. */
function labelOf(bucket: Bucket, { labels, question }: Asked): string {
  const weekday = question.grain === "day" ? WEEKDAYS.find((day) => labels(day) === localStart(bucket)) : undefined
  return weekday ?? bucket.label
}

function localStart({ from }: Bucket): string | undefined {
  return from?.slice(0, "2024-01-01T00:00:00".length)
}

/** Whether the author's labels mean this row. A single number needs none, or `total`, or `all`. */
function fits({ labels }: ExpectedRow, found: Found, asked: Asked): boolean {
  if (labels.length !== found.labels.length)
    return found.labels.every((label) => label === ALL) && (labels.length === 0 || isWhole(labels))
  return found.labels.every((label, i) => {
    const written = labels[i]!
    if (written.toLowerCase() === label.toLowerCase()) return true
    return found.bucket !== undefined && asked.labels(written) !== undefined && asked.labels(written) === localStart(found.bucket)
  })
}

function isWhole(labels: readonly string[]): boolean {
  return labels.length === 1 && (labels[0] === TOTAL || labels[0] === ALL)
}

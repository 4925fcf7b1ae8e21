import { UNDECIDED } from "../recipe/recipe.ts"

/** A value and the row it stands in. */
export interface Seen {
  readonly text: string
  readonly row: number
}

/** Proposed dates: formats or `???`, and why. */
export interface DateChoice {
  readonly formats: readonly string[]
  readonly why: readonly string[]
  /** Every date says which moment it is: by its offset from UTC, or as a time since 1970. */
  readonly hasOffsets: boolean
}

const NUMERIC =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?:([T ,]+)(\d{1,2}):(\d{2})(:\d{2})?([.,]\d{1,9})?(\s*[AaPp]\.?[Mm]\.?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/
const MOST_FORMATS = 6

/** A date with its order of day and month left open: `A` first, `B` second. */
interface Shape {
  readonly pattern: string
  readonly first: number
  readonly second: number
  readonly isYearFirst: boolean
}

export function looksLikeDate(text: string): boolean {
  return shapeOf(text) !== undefined
}

/** Seconds or milliseconds since 1970, of the years 2001 to 2096. Any number may be so large: its column's name has to say that it is a time. */
const SINCE_1970 = /^[123]\d{9}(\d{3})?$/
const A_TIME = /(^|[^a-z])(at|on|time|timestamp|date|created|updated|opened|closed|solved|resolved)$/i

export function looksLikeUnix(text: string, column: string): boolean {
  return SINCE_1970.test(text) && A_TIME.test(column)
}

/** Which formats the dates have. Day or month first is decided by rows that can be only one of them, never by the country of the reader. */
export function chooseDates(dates: readonly Seen[]): DateChoice {
  const patterns = new Set<string>()
  let dayFirst: Seen | undefined
  let monthFirst: Seen | undefined
  let either: Seen | undefined
  for (const seen of dates) {
    const shape = SINCE_1970.test(seen.text) ? unixOf(seen.text) : shapeOf(seen.text)
    if (!shape) continue
    if (patterns.size < MOST_FORMATS) patterns.add(shape.pattern)
    if (shape.isYearFirst) continue
    if (shape.first > 12) dayFirst ??= seen
    else if (shape.second > 12) monthFirst ??= seen
    else either ??= seen
  }
  const hasOffsets = patterns.size > 0 && [...patterns].every((pattern) => pattern.endsWith("Z") || pattern.startsWith("unix"))
  return { ...ordered([...patterns], dayFirst, monthFirst, either), hasOffsets }
}

function ordered(
  patterns: readonly string[],
  dayFirst?: Seen,
  monthFirst?: Seen,
  either?: Seen,
): Pick<DateChoice, "formats" | "why"> {
  const as = (first: string, second: string): string[] =>
    patterns.map((pattern) => pattern.replace("A", first).replace("B", second).replace("P", "A"))
  if (dayFirst && monthFirst)
    return {
      formats: [UNDECIDED],
      why: [
        `row ${dayFirst.row} (${dayFirst.text}) can only be day first, row ${monthFirst.row} (${monthFirst.text}) only month first: the file mixes both.`,
        "No format can read it rightly. Export it again in one format, or split it.",
      ],
    }
  if (dayFirst) return { formats: as("D", "M"), why: [`day first: row ${dayFirst.row} has ${dayFirst.text}`] }
  if (monthFirst) return { formats: as("M", "D"), why: [`month first: row ${monthFirst.row} has ${monthFirst.text}`] }
  if (!either) return { formats: as("", ""), why: [] }
  return {
    formats: [UNDECIDED],
    why: [
      `every date can be read both ways, as row ${either.row}: ${either.text}. Write ${as("D", "M").join(", ")} or ${as("M", "D").join(", ")}.`,
    ],
  }
}

function unixOf(text: string): Shape {
  return { pattern: text.length > 10 ? "unix ms" : "unix s", first: 0, second: 0, isYearFirst: true }
}

function shapeOf(text: string): Shape | undefined {
  const found = NUMERIC.exec(text)
  if (!found) return undefined
  const [, a, mark, b, c, gap, hour, , seconds, fraction, half, offset] = found
  const isYearFirst = a!.length === 4
  if (isYearFirst === (c!.length === 4) && (isYearFirst || c!.length !== 2)) return undefined
  const date = isYearFirst ? `YYYY${mark}M${mark}D` : `A${mark}B${mark}${c!.length === 4 ? "YYYY" : "YY"}`
  const clock = half ? `h:mm${seconds ? ":ss" : ""} P` : `H:mm${seconds ? ":ss" : ""}${fraction ? `${fraction[0]}SSS` : ""}`
  const pattern = `${date}${hour === undefined ? "" : `${gap!.includes("T") ? "T" : gap!}${clock}`}${offset ? `${text.at(-offset.length - 1) === " " ? " " : ""}Z` : ""}`
  return { pattern, first: Number(a), second: Number(b), isYearFirst }
}

/** `D/M/YYYY HH:mm`: what a date looks like. A letter alone also reads two digits; what is no letter stands for itself. */
export interface DateFormat {
  readonly text: string
  /** What a text says, or undefined if it does not look like that. */
  read(text: string): Written | undefined
}

/** A date as written: an instant if its offset is in the text, else a local time, both in milliseconds. */
interface Written {
  readonly ms: number
  readonly isInstant: boolean
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const MOST_UNIX_MS = 8.64e15

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<shortYear>\\d{2})",
  MMM: "(?<monthName>[A-Za-z]{3,9})\\.?",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  hh: "(?<hour>\\d{2})",
  h: "(?<hour>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  SSS: "(?<fraction>\\d{1,9})",
  A: "(?<half>[AaPp])\\.?[Mm]\\.?",
  Z: "(?<offset>Z|UTC|[+-]\\d{2}:?\\d{2})",
}
const TOKEN = /YYYY|YY|MMM|MM?|DD?|HH?|hh?|mm|ss|SSS|A|Z/g

/** Formats that are no pattern but a count. */
const COUNTS: Readonly<Record<string, number>> = { "unix s": 1000, "unix ms": 1 }

/** The format, or undefined if nothing in the text says day, month and year. */
export function dateFormat(text: string): DateFormat | undefined {
  const unit = COUNTS[text]
  if (unit !== undefined) return { text, read: (given) => readCount(given, unit) }
  const tokens: readonly string[] = text.match(TOKEN) ?? []
  const once = new Set(tokens.map((token) => (token === "A" || token === "Z" ? token : token[0]!))).size === tokens.length
  const whole =
    tokens.some((t) => t.startsWith("Y")) && tokens.some((t) => t.startsWith("M")) && tokens.some((t) => t.startsWith("D"))
  if (!once || !whole) return undefined
  const pattern = new RegExp(`^${patternOf(text)}$`)
  return {
    text,
    read(given) {
      const parts = pattern.exec(given)?.groups
      return parts && writtenOf(parts)
    },
  }
}

function patternOf(text: string): string {
  let [pattern, from] = ["", 0]
  for (const found of text.matchAll(TOKEN)) {
    pattern += literal(text.slice(from, found.index)) + TOKENS[found[0]]!
    from = found.index + found[0].length
  }
  return pattern + literal(text.slice(from))
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/ +/g, String.raw`\s+`)
}

function readCount(text: string, unit_ms: number): Written | undefined {
  const ms = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * unit_ms : NaN
  return Math.abs(ms) < MOST_UNIX_MS ? { ms, isInstant: true } : undefined
}

function writtenOf(parts: Readonly<Record<string, string | undefined>>): Written | undefined {
  const year = parts["year"] === undefined ? fullYear(Number(parts["shortYear"])) : Number(parts["year"])
  const month =
    parts["monthName"] === undefined ? Number(parts["month"]) : MONTHS.indexOf(parts["monthName"].slice(0, 3).toLowerCase()) + 1
  const day = Number(parts["day"])
  const hour = hourOf(Number(parts["hour"] ?? 0), parts["half"])
  const [minute, second] = [Number(parts["minute"] ?? 0), Number(parts["second"] ?? 0)]
  if (!(month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60)) return undefined
  const fraction_ms = parts["fraction"] === undefined ? 0 : Number(`0.${parts["fraction"]}`) * 1000
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  if (date.getUTCDate() !== day) return undefined
  const local_ms = date.getTime() + fraction_ms
  const offset = parts["offset"]
  return offset === undefined ? { ms: local_ms, isInstant: false } : { ms: local_ms - offsetMs(offset), isInstant: true }
}

/** Two digits are of the hundred years that end in 2069, as POSIX has it. */
function fullYear(short: number): number {
  return short < 70 ? 2000 + short : 1900 + short
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return NaN
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0)
}

function offsetMs(offset: string): number {
  if (!/^[+-]/.test(offset)) return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return (offset.startsWith("-") ? -1 : 1) * minutes * 60_000
}

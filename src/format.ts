/** The one place that turns numbers into text for people; screens, commands and reports use it alike. */

/** What is drawn where there is nothing to say. */
export const NOTHING = "—"

/** Why a number is not to be leaned on: thirty rows are not reached, or of many rows nearly all are of one kind, as all solved but three. */
export const FEW = "few rows or few of one kind"

/** A value in its unit: `2 h 05 min`, `78.3 %`, `1,204`, `+30`. */
export function show(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOTHING
  switch (unit) {
    case "count":
      return decimals(value, 0)
    case "seconds":
      return showDuration(value)
    case "share":
      return `${decimals(value * 100, 1, 1)} %`
    case "points":
      return signed(value, 1)
    case "per_hour":
      return `${decimals(value, 1)} /h`
    case "days":
      return `${decimals(value, 1)} d`
    case "money":
      return decimals(value, 2, 2)
    case "ratio":
    case "score":
      return decimals(value, 2, 2)
    default:
      return decimals(value, 2)
  }
}

/** The ends of an interval of a difference, in any unit. */
interface DifferenceEnds {
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
}

/** Whether "no difference" is inside: nobody can call it better or worse. */
export function isWithinNoise({ low, high }: DifferenceEnds): boolean {
  return low !== null && low !== undefined && high !== null && high !== undefined && low <= 0 && high >= 0
}

/** How something moved: `+4.2 %` or, for shares and scores, `−1.3 pts`. */
export function showChange(amount: number | null | undefined, unit: "percent" | "points"): string {
  if (amount === null || amount === undefined) return NOTHING
  return `${signed(amount, 1)} ${unit === "percent" ? "%" : "pts"}`
}

/** Whether it is shown as a rise (1), a fall (−1) or, rounded, as nothing (0). */
export function directionOf(amount: number): -1 | 0 | 1 {
  return /^[+−]/.test(signed(amount, 1)) ? (amount < 0 ? -1 : 1) : 0
}

/** From one end to the other; an end the data cannot bound is left open. */
export function showInterval(low: number | null, high: number | null, unit: string): string {
  return low === null && high === null ? NOTHING : `${show(low, unit)} – ${show(high, unit)}`
}

interface Adding {
  readonly value: number | null
  readonly running: number
}

interface DifferingRows {
  readonly change: "both" | "only_ours" | "only_theirs"
  readonly count: number
  readonly ours: Adding
  readonly theirs: Adding
}

/** What several rows are in our number and in a product's: `12 count in both: median 19 min → 24 min`. */
export function showDiffering({ change, count, ours, theirs }: DifferingRows, unit: string, product: string): string {
  const where = {
    both: "count in both",
    only_ours: `count with us, not in ${product}`,
    only_theirs: `count in ${product}, not with us`,
  }
  const said = `${show(count, "count")} ${where[change]}`
  if (unit === "count") return said
  const middle = unit === "seconds" && count > 1 ? "median " : ""
  const adds = ({ value, running }: Adding, before = middle) =>
    value === null && running > 0 ? "still running" : before + show(value, unit)
  if (change === "only_ours") return `${said}: ${adds(ours)}`
  if (change === "only_theirs") return `${said}: ${adds(theirs)}`
  return `${said}: ${adds(ours)} → ${adds(theirs, ours.value === null ? middle : "")}`
}

/** A moment (UTC microseconds) on the clock of a zone: `Fri 10 May 2024, 09:05`, or to the second `…, 09:05:07`. */
export function showMoment(at: number, zone: string, to: "minute" | "second" = "minute"): string {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at / 1000)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts["weekday"]} ${parts["day"]} ${parts["month"]} ${parts["year"]}, ${parts["hour"]}:${parts["minute"]}${to === "second" ? `:${parts["second"]}` : ""}`
}

const MINUTE_S = 60
const HOUR_S = 3_600
const DAY_S = 86_400

/** Seconds as two of the units people think in. */
function showDuration(seconds: number): string {
  const sign = seconds < 0 ? "−" : ""
  const length = Math.abs(seconds)
  if (length < 10) return `${sign}${decimals(length, 1)} s`
  if (Math.round(length) < MINUTE_S) return `${sign}${Math.round(length)} s`
  if (Math.round(length) < HOUR_S) return sign + twoUnits(Math.round(length), MINUTE_S, "min", 1, "s")
  const minutes = Math.round(length / MINUTE_S)
  if (minutes * MINUTE_S < 2 * DAY_S) return sign + twoUnits(minutes * MINUTE_S, HOUR_S, "h", MINUTE_S, "min")
  return sign + twoUnits(Math.round(length / HOUR_S) * HOUR_S, DAY_S, "d", HOUR_S, "h")
}

function twoUnits(seconds: number, large_s: number, large: string, small_s: number, small: string): string {
  const rest = Math.round((seconds % large_s) / small_s)
  const whole = `${decimals(Math.floor(seconds / large_s), 0)} ${large}`
  return rest === 0 ? whole : `${whole} ${String(rest).padStart(2, "0")} ${small}`
}

function signed(value: number, most: number): string {
  const text = decimals(Math.abs(value), most)
  if (Number(text.replaceAll(",", "")) === 0) return text
  return `${value < 0 ? "−" : "+"}${text}`
}

const writers = new Map<string, Intl.NumberFormat>()

function decimals(value: number, most: number, least = 0): string {
  const key = `${most} ${least}`
  const known = writers.get(key)
  const writer = known ?? new Intl.NumberFormat("en", { maximumFractionDigits: most, minimumFractionDigits: least })
  if (!known) writers.set(key, writer)
  return writer.format(value === 0 ? 0 : value).replace("-", "−")
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  })
  clocks.set(zone, clock)
  return clock
}

/** By word, what people know it by. */
type Names = Readonly<Record<string, string>> | undefined

/** As people know it, and in brackets the word to ask by; the word alone, where nobody said. */
export function showNamed(word: string, names: Names): string {
  // What every object has, such as "constructor", is nobody's name.
  const name = names !== undefined && Object.hasOwn(names, word) ? names[word]! : word
  return name === word ? word : `${name} (${word})`
}

/** As people know it; with the word where several are known by that name. */
export function nameOf(word: string, names: Names): string {
  if (names === undefined || !Object.hasOwn(names, word)) return word
  const known = Object.values(names).filter((name) => name === names[word])
  return known.length > 1 ? showNamed(word, names) : names[word]!
}

import type { Unit } from "../query/question.ts"
import { unitMs, writeSeconds } from "./durations.ts"

/**
 * A value as the author of a story writes it, after the pattern of what is expected: `77.8%` is a share rounded to one digit, `90m` and
 * `1h 30m` are both an hour and a half. A number without digits after the point is exact: where it is not whole, its digits are shown.
 */
export function written(value: number | null | undefined, unit: Unit, like = ""): string {
  if (value === null || value === undefined) return "-"
  const share = /^[+-]?\d+(?:\.(\d+))?%$/.exec(like)
  if (share) return `${decimal(value * 100, share[1]?.length ?? 0, like)}%`
  const duration = /^\d+(?:\.(\d+))?([wdhms])$/.exec(like)
  if (duration) return inUnit(value, duration[2]!, duration[1]?.length ?? 0)
  const plain = /^[+-]?\d+(?:\.(\d+))?$/.exec(like)
  if (plain && unit !== "seconds") return decimal(value, plain[1]?.length ?? 0, like)
  return usual(value, unit)
}

/** Both ends of an interval. */
export function writtenInterval(low: number | null, high: number | null, unit: Unit, like = ".."): string {
  const [from, to] = like.split("..")
  return `${written(low, unit, from)}..${written(high, unit, to)}`
}

function usual(value: number, unit: Unit): string {
  if (unit === "seconds") return writeSeconds(value)
  return unit === "share" ? `${digits(value * 100, 1)}%` : String(Math.round(value * 1000) / 1000)
}

function inUnit(seconds: number, letter: string, places: number): string {
  const amount = (seconds * 1000) / unitMs(letter)
  if (places === 0 && Math.abs(amount - Math.round(amount)) > 1e-9) return writeSeconds(seconds)
  return `${digits(amount, places)}${letter}`
}

function decimal(value: number, places: number, like: string): string {
  const sign = like.startsWith("+") && value > 0 ? "+" : ""
  const whole = Math.abs(value - Math.round(value)) < 1e-9
  return `${sign}${places === 0 && !whole ? String(Math.round(value * 1000) / 1000) : digits(value, places)}`
}

/** Rounded half away from zero, with all its digits. This is the notation of the stories, not text for people. */
function digits(value: number, places: number): string {
  const scaled = Math.round(Math.abs(value) * 10 ** places + 1e-9)
  const text = String(scaled).padStart(places + 1, "0")
  const sign = value < 0 && scaled !== 0 ? "-" : ""
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
}

/** Moments outside of these are taken for mistakes: UTC microseconds of 1900-01-01 and 2200-01-01. */
export const EARLIEST_AT = Date.UTC(1900, 0, 1) * 1000
export const LATEST_AT = Date.UTC(2200, 0, 1) * 1000

const DAY_US = 86_400_000_000
const MINUTE_US = 60_000_000
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const MICROSECOND_DIGITS = 6

/**
 * An RFC 3339 moment with its offset, as UTC microseconds; NaN for anything else. Digits beyond the microsecond are cut off.
 * Written by hand because every event has one and the clock's own parser accepts far too much.
 */
export function parseMoment(text: string): number {
  if (text.length < 20) return NaN
  const date = parseDate(text)
  const separator = text.charCodeAt(10)
  if (separator !== 84 && separator !== 116 && separator !== 32) return NaN // T, t or a space
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if (!(hour < 24 && minute < 60 && second < 60) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return NaN
  const end = text.charCodeAt(19) === 46 ? endOfDigits(text, 20) : 19
  if (end === 20) return NaN
  const seconds_us = ((hour * 60 + minute) * 60 + second) * 1_000_000
  return date * DAY_US + seconds_us + fraction(text, end) - offset(text, end) * MINUTE_US
}

/** As RFC 3339 in UTC, with as many digits after the second as it needs. */
export function printMoment(at: number): string {
  const whole = Math.floor(at / 1_000_000)
  const rest = at - whole * 1_000_000
  const text = new Date(whole * 1000).toISOString().slice(0, 19)
  if (rest === 0) return `${text}Z`
  return `${text}.${String(rest).padStart(MICROSECOND_DIGITS, "0").replace(/0+$/, "")}Z`
}

/** Days since 1970-01-01. */
function parseDate(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= DAYS_IN_MONTH[month - 1]! + leap)) return NaN
  // Years begin in March here, so that the leap day is the last one.
  const marchYear = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + dayOfYear - 719_468
  )
}

/** NaN where they are not two digits: every comparison with it is false. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

function endOfDigits(text: string, from: number): number {
  let end = from
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
  return end
}

/** Microseconds. */
function fraction(text: string, end: number): number {
  let digits = 0
  for (let i = 20; i < 20 + MICROSECOND_DIGITS; i++) digits = digits * 10 + (i < end ? text.charCodeAt(i) - 48 : 0)
  return digits
}

/** Minutes east of UTC. */
function offset(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === 90 || sign === 122) return text.length === at + 1 ? 0 : NaN // Z or z
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58) return NaN
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  if (!(hours < 24 && minutes < 60)) return NaN
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes)
}

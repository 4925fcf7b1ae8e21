import { addDays, type Day, weekday } from "./days.ts"

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const

/** `16 May 2026` */
export const dayInWords = (day: Day): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** `Jun 2026` */
export const monthInWords = (day: Day): string => dayInWords(day).replace(/^\d+ /, "")

/** `16 May – 12 Jun 2026`: half-open inside, both ends included outside, as people say it. */
export function periodInWords(from: Day, to: Day): string {
  const last = addDays(to, -1)
  if (last <= from) return `${WEEKDAYS[weekday(from)]} ${dayInWords(from)}`
  const sameYear = from.slice(0, 4) === last.slice(0, 4)
  return `${sameYear ? dayInWords(from).slice(0, -5) : dayInWords(from)} – ${dayInWords(last)}`
}

/** `Fri 12 Jun 2026, 17:04`, from an RFC 3339 moment that carries its own offset: the wall clock is in it already. */
export function momentInWords(moment: string): string {
  const day = moment.slice(0, 10)
  return `${WEEKDAYS[weekday(day)]} ${dayInWords(day)}, ${moment.slice(11, 16)}`
}

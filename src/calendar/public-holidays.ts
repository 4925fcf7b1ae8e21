import { createRequire } from "node:module"
import type Holidays from "date-holidays"
import { DAY_MS, type PublicHolidays } from "./settings.ts"

const HOUR_MS = 3_600_000

const years = new Map<string, ReadonlyMap<number, string>>()

/** The full public holidays of that year, by date. Half days are left to the hours of single dates. */
export function publicHolidays({ country, region, except }: PublicHolidays, year: number): ReadonlyMap<number, string> {
  const key = `${country}-${region ?? ""}-${year}-${except.join("|")}`
  const known = years.get(key)
  if (known) return known
  const days = new Map<number, string>()
  for (const { date, start, end, name } of book(country, region).getHolidays(year)) {
    // A holiday that begins at sunset is named by the date whose daylight it has: the date's text, not its start.
    const hours = Math.round((end.getTime() - start.getTime()) / HOUR_MS)
    const first = Date.parse(date.slice(0, 10)) / DAY_MS
    if (!except.includes(name)) for (let day = 0; day < Math.floor(hours / 24); day++) days.set(first + day, name)
  }
  years.set(key, days)
  return days
}

/** Why these letters name no country or region, or undefined if they do. */
export function unknownPlace(country: string, region: string | undefined): string | undefined {
  const all = book().getCountries("en")
  if (!(country in all)) return `there are no public holidays for the country "${country}". Write its two letters: DE, US, HK, …`
  // A country without regions has none to name, whatever the library's types say.
  const regions: Record<string, string> = book().getStates(country, "en") ?? {}
  if (region === undefined || region in regions) return undefined
  const choice = Object.entries(regions).map(([letters, name]) => `${letters} ${name}`)
  return `${country} has no region "${region}". ${choice.length > 0 ? `It has ${choice.join(", ")}.` : "It has none at all; leave it out."}`
}

/** The library is large, so it is loaded when the first calendar asks for public holidays. */
function book(country?: string, region?: string): Holidays {
  const Book = createRequire(import.meta.url)("date-holidays") as typeof Holidays
  const options = { types: ["public" as const], languages: ["en"] }
  if (country === undefined) return new Book()
  return region === undefined ? new Book(country, options) : new Book(country, region, options)
}

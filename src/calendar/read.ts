import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { didYouMean } from "../near.ts"
import { readYaml, type YamlFile } from "../yaml.ts"
import { publicHolidays, unknownPlace } from "./public-holidays.ts"
import {
  NO_SETTINGS,
  type CalendarDefinition,
  type CalendarRule,
  type CalendarSettings,
  type PublicHolidays,
} from "./settings.ts"
import { Day, startOfDay, Week, Windows, ZoneName } from "./written.ts"

/** The file in the data folder that holds the calendars. */
export const CALENDARS_FILE = "calendars.yaml"

const MOST_CALENDARS = 500
const MOST_RULES = 2000
/** A rule may name this instead of a calendar, to take something off every calendar. */
const NONE = "none"

const Place = z.union([
  z
    .string()
    .transform((text) => ({ country: text.split("-")[0]!, region: text.split("-").slice(1).join("-") || undefined, except: [] })),
  z.strictObject({ country: z.string(), region: z.string().optional(), except: z.array(z.string()).default([]) }),
])

const Holiday = z.union([
  Day.transform((day) => ({ day, name: "holiday" })),
  z.strictObject({ date: Day, name: z.string() }).transform(({ date, name }) => ({ day: date, name })),
])

const Dates = z.record(z.string(), Windows)

const Definition = z.strictObject({
  zone: ZoneName,
  hours: Week,
  breaks: Week.optional(),
  dates: Dates.optional(),
  holidays: z.array(Holiday).optional(),
  public_holidays: Place.optional(),
})

const Words = z.union([z.string(), z.array(z.string())]).transform((given) => (typeof given === "string" ? [given] : given))

const Rule = z.strictObject({
  calendar: z.string(),
  team: Words.optional(),
  brand: Words.optional(),
  channel: Words.optional(),
  priority: Words.optional(),
  from: Day.optional(),
  before: Day.optional(),
})

const File = z.strictObject({
  calendars: z.record(z.string().min(1).max(200), Definition).default({}),
  default: z.string().optional(),
  apply: z.array(Rule).max(MOST_RULES).default([]),
})
type File = z.infer<typeof File>

/** The calendars of a data folder; none if it has no such file. */
export async function readCalendars(folder: string): Promise<CalendarSettings> {
  const file = join(folder, CALENDARS_FILE)
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined
    throw error
  })
  return text === undefined ? NO_SETTINGS : parseCalendars(text, file)
}

export function parseCalendars(text: string, file: string = CALENDARS_FILE): CalendarSettings {
  const yaml = readYaml(text, file, File)
  const names = Object.keys(yaml.value.calendars)
  if (names.length > MOST_CALENDARS)
    yaml.fail(["calendars"], `${names.length} calendars are too many; the most is ${MOST_CALENDARS}.`)
  const calendars = names.map((name) => definitionOf(yaml, name))
  return {
    calendars,
    rules: [...defaultRule(yaml, names), ...yaml.value.apply.map((_, index) => ruleOf(yaml, calendars, index))],
  }
}

function definitionOf(yaml: YamlFile<File>, name: string): CalendarDefinition {
  const { zone, hours, breaks, dates = {}, holidays = [], public_holidays } = yaml.value.calendars[name]!
  const path = ["calendars", name]
  return {
    name,
    zone,
    hours,
    breaks: breaks ?? hours.map(() => []),
    dates: new Map(
      Object.entries(dates).map(([date, windows]) => {
        const day = Day.safeParse(date)
        return day.success ? [day.data, windows] : yaml.fail([...path, "dates", date], "a date is written as 2026-12-24.")
      }),
    ),
    holidays: new Map(holidays.map((holiday) => [holiday.day, holiday.name])),
    publicHolidays: public_holidays && placeOf(yaml, [...path, "public_holidays"], public_holidays),
  }
}

/** A year whose holidays are looked up to check the names in `except`. */
const SAMPLE_YEAR = 2026

function placeOf(yaml: YamlFile<File>, path: readonly string[], place: z.infer<typeof Place>): PublicHolidays {
  const holidays = { country: place.country, region: place.region, except: place.except }
  const unknown = unknownPlace(holidays.country, holidays.region)
  if (unknown !== undefined) yaml.fail(path, unknown)
  const names = [...publicHolidays({ ...holidays, except: [] }, SAMPLE_YEAR).values()]
  const wrong = holidays.except.find((name) => !names.includes(name))
  if (wrong !== undefined)
    yaml.fail([...path, "except"], `no public holiday there is called "${wrong}". They are ${names.join(", ")}.`)
  return holidays
}

const EVERYTHING = { team: [], brand: [], channel: [], priority: [], from_at: -Infinity, before_at: Infinity }

/** A single calendar without any rule is everybody's. */
function defaultRule(yaml: YamlFile<File>, names: readonly string[]): CalendarRule[] {
  const { default: name, apply } = yaml.value
  if (name !== undefined) return [{ ...EVERYTHING, calendar: indexOf(yaml, names, ["default"], name) }]
  return names.length === 1 && apply.length === 0 ? [{ ...EVERYTHING, calendar: 0 }] : []
}

function ruleOf(yaml: YamlFile<File>, calendars: readonly CalendarDefinition[], index: number): CalendarRule {
  const { calendar: name, from, before, ...words } = yaml.value.apply[index]!
  const names = calendars.map((calendar) => calendar.name)
  const calendar = indexOf(yaml, names, ["apply", index, "calendar"], name)
  // The dates of a rule are days where its calendar is.
  const zone = calendar === null ? "UTC" : calendars[calendar]!.zone
  if (from !== undefined && before !== undefined && from >= before)
    yaml.fail(["apply", index, "before"], "it must be later than from.")
  return {
    calendar,
    team: words.team ?? [],
    brand: words.brand ?? [],
    channel: words.channel ?? [],
    priority: words.priority ?? [],
    from_at: from === undefined ? -Infinity : startOfDay(from, zone),
    before_at: before === undefined ? Infinity : startOfDay(before, zone),
  }
}

function indexOf(yaml: YamlFile<File>, names: readonly string[], path: readonly PropertyKey[], name: string): number | null {
  const index = names.indexOf(name)
  if (index < 0 && name !== NONE) yaml.fail(path, `there is no calendar "${name}".${didYouMean(name, names)}`)
  return index < 0 ? null : index
}

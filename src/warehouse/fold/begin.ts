import { createHash } from "node:crypto"
import type { CalendarSettings } from "../../calendar/settings.ts"
import { compileTimetable, type Timetable } from "../../calendar/timetable.ts"
import { kinds } from "../../events/kinds.ts"
import { peopleKinds } from "../../events/kinds/people.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import type { MoneySettings } from "../money/settings.ts"
import type { Warehouse } from "../warehouse.ts"
import type { LeadsTo } from "../topics.ts"
import { openDictionary } from "../ledger/dictionary.ts"
import { noMemory } from "../ledger/hash-memory.ts"
import { readIdentities } from "./identities.ts"
import { createKnown } from "./known.ts"
import type { Rules } from "./rules.ts"
import { createStanding } from "./standing.ts"
import type { Identities } from "./story.ts"
import type { TellingOptions } from "./telling.ts"
import { foldWords, type Words, wordsOf } from "./words.ts"

export interface FoldOptions {
  readonly calendars: CalendarSettings
  readonly rules: Rules
  /** Currencies and their rates; a single currency needs none. */
  readonly money?: MoneySettings | undefined
  /** Which topics follow from which; each is related to itself. */
  readonly topics?: LeadsTo | undefined
  /** Where a day begins; the zone of the first calendar where nothing is said. */
  readonly zone?: string | undefined
  /** As it was known at that moment, UTC microseconds; else all that is known. */
  readonly asOf?: number | undefined
  /** Up to when everything is known, where the ledger at hand is only a part of it. */
  readonly knownUntil?: number | undefined
  /** There too: a table of what else arrived of all that sources count (entity, channel, at). */
  readonly arrivedElsewhere?: string | undefined
}

/** What people decide once for all folds. */
export type FoldSettings = Pick<FoldOptions, "calendars" | "money" | "topics" | "zone">

/** What a fold knows before it tells the first story. */
export interface Beginning {
  readonly options: FoldOptions
  readonly words: Words
  readonly timetable: Timetable
  readonly identities: Identities
  /** The latest moment of an event that is not dated later than it was learned; null before the first. */
  readonly knownUntil: number | null
}

/** What a telling takes from it. */
export function tellingOf({ words, options, timetable, identities, knownUntil }: Beginning): TellingOptions {
  return { words, rules: options.rules, timetable, identities, knownUntil: knownUntil ?? -Infinity }
}

/** Makes ready on a connection of its own, inside a transaction: the view `known`, and the temporary table `standing`. */
export async function begin(duck: DuckWarehouse, options: FoldOptions): Promise<Beginning> {
  await createKnown(duck, options.asOf)
  await openDictionary(duck.connection, "words", noMemory("code")).learn(
    new Set([...foldWords, ...(await peopleOf(duck)), ...(await criteriaOf(duck))]),
  )
  const identities = await readIdentities(duck)
  await createStanding(duck, identities)
  const codes = await wordCodes(duck)
  return {
    options,
    words: wordsOf((word) => codes.get(word) ?? 0),
    timetable: compileTimetable(options.calendars, (word, dimension) => {
      const code = codes.get(word)
      // A calendar of a team is that team's, by whichever of its ids.
      return code !== undefined && dimension === "team" ? (identities.teams.get(code) ?? code) : code
    }),
    identities,
    knownUntil: options.knownUntil ?? options.asOf ?? (await latestOf(duck)),
  }
}

async function latestOf(duck: DuckWarehouse): Promise<number | null> {
  const [row] = await duck.rows(`SELECT max("at") FILTER ("at" <= learned_at) AS latest FROM known`)
  return row?.["latest"] === null ? null : Number(row?.["latest"])
}

/** Whether a rule of the calendars began or ended between two moments: what runs then runs by others. */
export function changesBetween(timetable: Pick<Timetable, "nextChange">, one: number | null, other: number | null): boolean {
  const [from, to] = [one ?? -Infinity, other ?? -Infinity]
  return timetable.nextChange(Math.min(from, to)) <= Math.max(from, to)
}

/** People who have shifts but never wrote are in no other event, so their words are learned here. */
async function peopleOf(duck: DuckWarehouse): Promise<readonly string[]> {
  const rows = await duck.rows(
    `SELECT DISTINCT substr(s.name, instr(s.name, ':') + 1) AS word FROM known k JOIN subjects s ON s.code = k.subject
WHERE k.kind IN (${[...Object.values(peopleKinds), kinds["agent.known_as"]].map(({ code }) => code).join(", ")}) AND s.name LIKE 'agent:%'
ORDER BY word`,
  )
  return rows.map(({ word }) => String(word))
}

/** What is reviewed is a word to us and a name inside of the events. */
async function criteriaOf(duck: DuckWarehouse): Promise<readonly string[]> {
  const rows = await duck.rows(
    `SELECT DISTINCT unnest(json_keys(criteria)) AS word FROM known WHERE kind = ${kinds["quality.reviewed"].code} AND criteria IS NOT NULL ORDER BY word`,
  )
  return rows.map(({ word }) => String(word))
}

/** The calendars of a fold, for those who ask it. */
export async function timetableOf(duck: Pick<Warehouse, "rows">, calendars: CalendarSettings): Promise<Timetable> {
  const codes = await wordCodes(duck)
  return compileTimetable(calendars, (word) => codes.get(word))
}

/** The same settings have the same digest. */
export function digestOfSettings({ calendars, money, topics, zone }: FoldSettings): string {
  const text = JSON.stringify({ calendars, money, topics, zone }, (_name, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )
  return createHash("sha256").update(text).digest("hex")
}

/** Words are few: thousands, where events are millions. */
async function wordCodes(duck: Pick<Warehouse, "rows">): Promise<ReadonlyMap<string, number>> {
  const rows = await duck.rows("SELECT code, word FROM words")
  return new Map(rows.map(({ code, word }) => [word as string, code as number]))
}

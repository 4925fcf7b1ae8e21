import type { CalendarSettings } from "../../calendar/settings.ts"
import { type KindName, kinds } from "../../events/kinds.ts"
import { Problem } from "../../problem.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { AGENTS, conversations, type Table, TEAMS } from "../tables.ts"
import { begin, type Beginning, tellingOf } from "./begin.ts"
import { foldConversation } from "./conversation.ts"
import { capacityOf, enlarge } from "./events.ts"
import { rootOf } from "./identities.ts"
import { askForConversations } from "./conversation-events.ts"
import { VECTOR_ROWS } from "../vectors.ts"
import { addChunk, readChunks } from "./read-events.ts"
import { numbersOf } from "./rows.ts"
import { type Rules, unusual } from "./rules.ts"
import { displayNamesSql } from "./standing.ts"
import type { Telling } from "./story.ts"
import type { Tape, TapeEvent, TapeHours, TapeValue } from "./tape.ts"
import { type Recording, recordTape, totalsOf } from "./tape-recorder.ts"
import { type Names, sentenceOf } from "./tape-sentences.ts"
import { newTelling } from "./telling.ts"

export interface TapeOptions {
  /** `conversation:917`, or the id alone. */
  readonly conversation: string
  readonly calendars: CalendarSettings
  readonly rules: Rules
  /** As it was known at that moment, UTC microseconds. */
  readonly asOf?: number | undefined
  /** Up to when everything is known, where the ledger at hand is only a part of it. */
  readonly knownUntil?: number | undefined
}

/** Tells one conversation by the same fold as all the others, and writes down what it did and why. Nothing is kept. */
export async function tapeOf(duck: DuckWarehouse, { conversation, ...options }: TapeOptions): Promise<Tape> {
  const own = await duck.connect()
  try {
    // Never committed: the fold makes ready as for a rebuild, and leaves no trace.
    await own.run("BEGIN TRANSACTION")
    const name = conversation.startsWith("conversation:") ? conversation : `conversation:${conversation}`
    const subject = await subjectOf(own, name)
    const beginning = await begin(own, options)
    const recording = recordTape()
    const t = await tell(own, subject, beginning, recording)
    const names = await namesOf(own, t)
    return tapeFrom(t, name, beginning, recording, names)
  } finally {
    own.close()
  }
}

async function subjectOf(own: DuckWarehouse, name: string): Promise<number> {
  const [row] = await own.rows("SELECT code FROM subjects WHERE name = $1", [name])
  if (!row) throw new Problem("conversation.unknown", { conversation: name })
  return row["code"] as number
}

async function tell(own: DuckWarehouse, subject: number, beginning: Beginning, recording: Recording): Promise<Telling> {
  await own.run(`CREATE OR REPLACE TEMP TABLE refolded AS SELECT ${subject}::INTEGER AS subject`)
  const t = newTelling({ ...tellingOf(beginning), listener: recording })
  await readChunks(await askForConversations(own, "refolded", t.words), (chunk) => {
    if (t.events.count + VECTOR_ROWS > capacityOf(t.events)) t.events = enlarge(t.events, capacityOf(t.events) * 2)
    addChunk(t.events, chunk)
  })
  if (t.events.count === 0) throw new Problem("conversation.unknown", { conversation: `conversation:${subject}` })
  recording.listenTo(t)
  foldConversation(t, 0, t.events.count)
  return t
}

/** The words and subjects a tape can name: those of its events and its row. */
async function namesOf(own: DuckWarehouse, t: Telling): Promise<Names> {
  const words = new Set<number>()
  const subjects = new Set<number>()
  for (const [name, column] of Object.entries(t.events.codes))
    for (const code of column.subarray(0, t.events.count)) (SUBJECT_COLUMNS.has(name) ? subjects : words).add(code)
  numbersOf(conversations).forEach((name, place) => {
    const type = (conversations as Table).columns[name]!.type
    const value = t.conversations.cells[place]!
    if (!Number.isNaN(value) && type === "subject") subjects.add(value)
    if (!Number.isNaN(value) && type === "code") words.add(value)
  })
  const read = async (table: string, column: string, codes: ReadonlySet<number>): Promise<Map<number, string>> => {
    const rows = await own.rows(`SELECT code, ${column} AS text FROM ${table} WHERE code IN (${[0, ...codes].join(", ")})`)
    return new Map(rows.map(({ code, text }) => [code as number, text as string]))
  }
  const called = await own.rows(
    `SELECT d.name, w.word AS shown, of_team FROM (${displayNamesSql}) d JOIN words w ON w.code = d.shown WHERE d.name IN (${[0, ...words].join(", ")})`,
  )
  const staff = (ofTeam: boolean): ReadonlyMap<number, string> =>
    new Map(called.filter(({ of_team }) => of_team === ofTeam).map(({ name, shown }) => [name as number, shown as string]))
  const [agents, teams] = [staff(false), staff(true)]
  const wordTexts = await read("words", "word", words)
  const subjectTexts = await read("subjects", "name", subjects)
  const word = (code: number): string => wordTexts.get(code) ?? "?"
  return {
    word,
    agent: (code) => agents.get(code) ?? word(code),
    team: (code) => teams.get(code) ?? word(code),
    subject: (code) => subjectTexts.get(code) ?? "?",
  }
}

const SUBJECT_COLUMNS = new Set(["story", "subject", "customer", "into"])
const KIND_NAMES = new Map(Object.entries(kinds).map(([name, { code }]) => [code, name as KindName]))

function tapeFrom(
  t: Telling,
  name: string,
  { options, timetable, identities }: Beginning,
  recording: Recording,
  names: Names,
): Tape {
  const { codes, numbers } = t.events
  const spans = recording.spans()
  const last = t.events.count === 0 ? NaN : numbers.at[t.events.count - 1]!
  const to = spans.some((span) => span.to === null) ? recording.until() : last
  const from = numbers.at[0]!
  const events: TapeEvent[] = Array.from({ length: t.events.count }, (_, i) => ({
    at: numbers.at[i]!,
    kind: KIND_NAMES.get(codes.kind[i]!) ?? "?",
    from: codes.subject[i] === t.story.subject ? null : names.subject(codes.subject[i]!),
    sentence: sentenceOf(t, i, names),
    clocks: recording.notes.get(i) ?? [],
  }))
  const into = identities.merged.has(t.story.subject) ? rootOf(identities.merged, t.story.subject) : undefined
  return {
    conversation: name,
    mergedInto: into === undefined ? null : names.subject(into),
    rules: unusual(options.rules),
    from,
    to,
    events,
    spans,
    hours: hoursOf(recording, timetable, from, to),
    row: rowOf(t, timetable.calendars, names),
    totals: totalsOf(spans),
  }
}

function hoursOf({ calendars }: Recording, timetable: Beginning["timetable"], from: number, to: number): TapeHours[] {
  return calendars.flatMap(({ at, calendar }, i) => {
    if (calendar < 0) return []
    const its = timetable.calendar(calendar)
    return [
      {
        calendar: its.definition.name,
        zone: its.definition.zone,
        open: its.openings(i === 0 ? from : at, calendars[i + 1]?.at ?? to),
      },
    ]
  })
}

function shownAs(column: string, code: number, names: Names): Pick<TapeValue, "shown"> {
  const shown = AGENTS.has(column) ? names.agent(code) : TEAMS.has(column) ? names.team(code) : names.word(code)
  return shown === names.word(code) ? {} : { shown }
}

/** Numbers that only the engine needs are left out. */
function rowOf(t: Telling, calendars: readonly string[], names: Names): TapeValue[] {
  const { columns } = conversations as Table
  return numbersOf(conversations).flatMap((name, place): TapeValue[] => {
    const { type, means } = columns[name]!
    const value = t.conversations.cells[place]!
    if (Number.isNaN(value) || name.endsWith("_base_ms")) return []
    if (name === "calendar") return [{ name, means, value: calendars[value]!, unit: "text" }]
    if (type === "code") return [{ name, means, value: names.word(value), unit: "text", ...shownAs(name, value, names) }]
    if (type === "subject") return [{ name, means, value: names.subject(value), unit: "text" }]
    if (type === "boolean") return [{ name, means, value: value === 1, unit: "boolean" }]
    return [{ name, means, value, unit: type === "moment" || type === "ms" ? type : "count" }]
  })
}

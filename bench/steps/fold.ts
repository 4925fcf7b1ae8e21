import { readCalendars } from "../../src/calendar/read.ts"
import type { CalendarSettings } from "../../src/calendar/settings.ts"
import type { DuckWarehouse } from "../../src/warehouse/duckdb.ts"
import { begin, tellingOf } from "../../src/warehouse/fold/begin.ts"
import { capacityOf, enlarge } from "../../src/warehouse/fold/events.ts"
import { askForConversations } from "../../src/warehouse/fold/conversation-events.ts"
import { conversationTeller } from "../../src/warehouse/fold/fold-conversations.ts"
import { tellAll } from "../../src/warehouse/fold/fold-stories.ts"
import { foldAll, inTransaction } from "../../src/warehouse/fold/fold.ts"
import { emptyRows } from "../../src/warehouse/fold/rows.ts"
import { addChunk, readChunks } from "../../src/warehouse/fold/read-events.ts"
import { USUAL_RULES } from "../../src/warehouse/fold/rules.ts"
import { newTelling } from "../../src/warehouse/fold/telling.ts"
import { kinds } from "../../src/events/kinds.ts"
import { withFolder } from "../folder.ts"
import type { Found, StepGiven } from "./given.ts"

const CONVERSATION = kinds["conversation.promised"].code
/** As many subjects as fit in memory with all their events. */
const MOST_SUBJECTS_IN_MEMORY = 150_000

/** The whole ledger read, told and written as facts, in one transaction. */
export function foldEndToEnd({ folder }: StepGiven): Promise<Found> {
  return withFolder(folder, (duck) => foldWhole(duck, folder))
}

async function foldWhole(duck: DuckWarehouse, folder: string): Promise<Found> {
  const options = { calendars: await readCalendars(folder), rules: USUAL_RULES }
  const [row] = await duck.rows(`SELECT count(*) AS events FROM ledger WHERE kind <= ${CONVERSATION}`)
  const cpu = process.cpuUsage()
  const start = performance.now()
  await foldAll(duck, options)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const [facts] = await duck.rows("SELECT count(*) AS conversations FROM facts.conversations")
  return { seconds, cpu_s: (user + system) / 1e6, events: Number(row!["events"]), conversations: Number(facts!["conversations"]) }
}

/** The telling alone, of events that are in memory already: told several times, as a fold tells slice after slice; the median counts. */
export async function foldInMemory({ folder }: StepGiven): Promise<Found> {
  const calendars = await readCalendars(folder)
  return withFolder(folder, (duck) => inTransaction(duck, (own) => tell(own, calendars)))
}

async function tell(own: DuckWarehouse, calendars: CalendarSettings): Promise<Found> {
  const beginning = await begin(own, { calendars, rules: USUAL_RULES })
  const t = newTelling(tellingOf(beginning))
  await readChunks(await askForConversations(own, { from: 0, to: MOST_SUBJECTS_IN_MEMORY }, t.words), (chunk) => {
    while (t.events.count + CHUNK_ROWS > capacityOf(t.events)) t.events = enlarge(t.events, capacityOf(t.events) * 2)
    addChunk(t.events, chunk)
  })
  const events = t.events.count
  const teller = conversationTeller(t)
  const took: number[] = []
  for (let i = 0; i < TELLINGS; i++) {
    teller.rows.forEach(emptyRows)
    const start = performance.now()
    tellAll(teller, events)
    took.push((performance.now() - start) / 1000)
  }
  const conversations = t.conversations.count
  return { seconds: took.sort((a, b) => a - b)[TELLINGS >> 1]!, events, conversations }
}

/** A million conversations are some forty such slices. */
const TELLINGS = 15

const CHUNK_ROWS = 2048

/** What plain SQL does with the same events: a handful of aggregates by conversation, without waits, spans or open hours. */
export function groupBy({ folder }: StepGiven): Promise<Found> {
  return withFolder(folder, aggregate)
}

async function aggregate(duck: DuckWarehouse): Promise<Found> {
  const code = (word: string) => `(SELECT code FROM words WHERE word = '${word}')`
  const start = performance.now()
  await duck.run(`CREATE TEMP TABLE told AS
SELECT subject, min("at") AS opened_at,
  min("at") FILTER (WHERE kind = ${kinds["message.sent"].code} AND author = ${code("customer")}) AS asked_at,
  min("at") FILTER (WHERE kind = ${kinds["message.sent"].code} AND author = ${code("agent")} AND public) AS replied_at,
  max("at") FILTER (WHERE kind = ${kinds["conversation.status_changed"].code} AND status = ${code("solved")}) AS solved_at,
  count(*) FILTER (WHERE kind = ${kinds["conversation.status_changed"].code} AND status = ${code("solved")}) AS solves,
  count(*) FILTER (WHERE kind = ${kinds["message.sent"].code} AND author = ${code("agent")} AND public) AS replies,
  count(DISTINCT agent) AS agents
FROM ledger WHERE kind <= ${CONVERSATION} AND seq NOT IN (SELECT seq FROM superseded) GROUP BY subject`)
  const seconds = (performance.now() - start) / 1000
  const [row] = await duck.rows(`SELECT count(*) AS events FROM ledger WHERE kind <= ${CONVERSATION}`)
  return { seconds, events: Number(row!["events"]) }
}

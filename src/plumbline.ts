import { mkdirSync } from "node:fs"
import { readCalendars } from "./calendar/read.ts"
import type { Config } from "./config.ts"
import type { KnownEvent } from "./events/event.ts"
import type { Source } from "./connectors/source.ts"
import type { Metric } from "./metrics/metric.ts"
import { type Dimension, dimensionsOf } from "./plumbline/dimensions.ts"
import { learn, type Learned } from "./plumbline/learned.ts"
import { openStore } from "./plumbline/open-store.ts"
import { openOwnMetrics } from "./plumbline/own-metrics.ts"
import { readSettings } from "./plumbline/settings.ts"
import { asOfMoment, openShadows } from "./plumbline/shadows.ts"
import { type Status, statusOf } from "./plumbline/status.ts"
import { type ReadFacts, throughLens, type Work } from "./plumbline/through-lens.ts"
import { inTurns } from "./plumbline/turns.ts"
import { ask as askOf } from "./query/ask.ts"
import { rowsAs } from "./query/lens/ask-as.ts"
import { partFor } from "./query/lens/part.ts"
import type { Difference, DifferenceQuestion } from "./query/lens/difference-question.ts"
import type { EventCounts } from "./query/needs.ts"
import type { Answer, Question, RowsAnswer, RowsQuestion } from "./query/question.ts"
import { rowsBehind as rowsBehindOf } from "./query/rows.ts"
import { readRules, USUAL_RULES } from "./warehouse/fold/rules.ts"
import type { Tape } from "./warehouse/fold/tape.ts"
import type { ImportReport } from "./warehouse/import/report.ts"
import { importFrom } from "./warehouse/import/run.ts"
import type { Ledger } from "./warehouse/ledger/ledger.ts"
import type { Reading } from "./warehouse/ledger/read.ts"
import type { Verdict, Verifying } from "./warehouse/ledger/verify.ts"
import { readCurrencies } from "./warehouse/money/read.ts"
import { readTopics } from "./warehouse/topics.ts"

/** An open data folder: everything the commands and the server do, they do through this. */
export interface Plumbline {
  readonly folder: string
  readonly ledger: Ledger
  /** All that can be asked: the catalog, and the folder's own as their files are now. */
  metrics(): Promise<readonly Metric[]>
  /** Calls back when the folder's own metrics were read again, or cannot be. */
  onMetricsRead(listener: (said: string) => void): void
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  rowsBehind(question: RowsQuestion, signal?: AbortSignal): Promise<RowsAnswer>
  /** Why a product shows another number than ours, and which conversations make it so. */
  difference(asked: DifferenceQuestion, signal?: AbortSignal): Promise<Difference>
  /** Every event, span, and clock start and stop of one conversation, each with its reason. */
  tape(asked: TapeQuestion, signal?: AbortSignal): Promise<Tape>
  /** How many events of each kind there are. */
  eventCounts(): Promise<EventCounts>
  /** What numbers can be split and filtered by. */
  dimensions(signal?: AbortSignal): Promise<readonly Dimension[]>
  status(signal?: AbortSignal): Promise<Status>
  /** Reads a source to its end, folds what it touched, and tells who listens. Several at once wait for each other. */
  importFrom<Position>(source: Source<Position>, progress?: (sofar: ImportReport) => void): Promise<ImportReport>
  /** Folds everything again. */
  rebuild(progress?: (done: number, of: number) => void): Promise<void>
  /** The events of the ledger, some thousand at a time. */
  events(reading: Reading): AsyncIterable<readonly KnownEvent[]>
  /** Reads the whole ledger and says what is not as it was appended. */
  verify(verifying?: Verifying): Promise<Verdict>
  /** The sources that events came from. */
  sources(): Promise<readonly string[]>
  /** Calls back when new data can be asked about. Returns what ends it. */
  onLanded(listener: (landed: Landed) => void): () => void
  close(): Promise<void>
}

export interface TapeQuestion {
  readonly conversation: string
  readonly rules?: Readonly<Record<string, string | number | boolean>> | undefined
  readonly asOf?: string | undefined
}

export interface Landed {
  readonly events: number
  readonly knownUntil: string | null
}

type Opened = Awaited<ReturnType<typeof open>>
type Asking = "ask" | "rowsBehind" | "difference" | "tape" | "dimensions" | "status"

export async function openPlumbline(config: Config): Promise<Plumbline> {
  // What customers wrote is nobody else's business on a shared machine.
  mkdirSync(config.folder, { recursive: true, mode: 0o700 })
  const opened = await open(config)
  const { folder, store, turn } = opened
  const asking = askingOf(opened)
  return {
    folder: folder.path,
    ledger: store.ledger,
    metrics: () => opened.metrics.current(),
    onMetricsRead: (listener) => opened.metrics.onRead(listener),
    ...asking,
    eventCounts: async () => (await opened.learned()).events,
    ...changing(opened, asking.status),
    events: (reading) => store.events(reading),
    verify: (verifying = {}) => store.verify(verifying),
    async sources() {
      const rows = await store.read((reader) =>
        reader.rows("SELECT DISTINCT source FROM batches WHERE events > 0 ORDER BY source"),
      )
      return rows.map(({ source }) => String(source))
    },
    async close() {
      await turn(async () => {
        store.close()
        folder.release()
      })
    },
  }
}

async function open(config: Config) {
  const settings = await readSettings(config.folder)
  const { folder, store } = await openStore(config, settings)
  try {
    const calendars = await readCalendars(folder.path)
    const zone = settings.zone ?? calendars.calendars[0]?.zone ?? "UTC"
    const folding = { calendars, money: await readCurrencies(folder.path), topics: await readTopics(folder.path), zone }
    await store.refold({ ...folding, rules: USUAL_RULES })
    const shadows = await openShadows(store, zone, folding)
    let known: Promise<Learned> | undefined
    const learned = async (): Promise<Learned> => {
      known ??= store.read((reader) => learn(reader, calendars, folding.money))
      try {
        return await known
      } catch (error) {
        // A server that did not answer may answer the next time.
        known = undefined
        throw error
      }
    }
    const forget = (): void => {
      known = undefined
      shadows.forget()
    }
    return {
      learned,
      forget,
      folder,
      store,
      settings,
      calendars,
      folding,
      zone,
      shadows,
      turn: inTurns(),
      metrics: await openOwnMetrics(folder.path),
    }
  } catch (error) {
    store.close()
    folder.release()
    throw error
  }
}

function askingOf(opened: Opened): Pick<Plumbline, Asking> {
  const { store, settings, calendars, zone, shadows, turn, metrics } = opened
  const reading: ReadFacts = async (schema, signal, work) => {
    // Before a reader is lent: whoever holds one and waits for another could wait for ever.
    const known = { metrics: await metrics.current(), ...(await opened.learned()) }
    return store.read((warehouse) => work({ warehouse, schema, zone, dialect: store.dialect, ...known }), signal)
  }
  /** The usual fold is always there. Another one has to wait for whoever writes now, and stays until it is read. */
  const asking = async <T>(question: Question, signal: AbortSignal | undefined, work: Work<T>, isOfLens = false): Promise<T> => {
    const usual = question.asOf === undefined && Object.keys(question.rules ?? {}).length === 0
    if (usual) return reading(store.facts, signal, work)
    const way = isOfLens ? "schemaFor" : "schemaForSeveral"
    return turn(async () => {
      const part = partFor([question], await metrics.current(), zone)
      return reading(await shadows[way](question, part), signal, work)
    })
  }
  const lens = throughLens({ shadows, turn, metrics: () => metrics.current(), facts: store.facts, zone }, reading)
  const status: Plumbline["status"] = async (signal) => {
    const about = { zone, company: settings.company, calendars: calendars.calendars.map(({ name }) => name) }
    await metrics.current()
    return store.read((reader) => statusOf(reader, store.facts, { ...about, metricsProblem: metrics.problem() }), signal)
  }
  return {
    ask: (question, signal) =>
      question.as === undefined ? asking(question, signal, (source) => askOf(question, source)) : lens.ask(question, signal),
    status,
    async rowsBehind(given, signal) {
      const asked = rowsAs(given, await metrics.current())
      return asking(asked.question, signal, (source) => rowsBehindOf(asked, source), given.question.as !== undefined)
    },
    difference: (asked, signal) => lens.difference(asked, signal),
    async tape({ conversation, rules = {}, asOf }) {
      const asOfAt = asOf === undefined ? undefined : asOfMoment(asOf, zone)
      return store.tape({ conversation, calendars, rules: readRules(rules), asOf: asOfAt })
    },
    async dimensions(signal) {
      const { firstAt, knownUntil } = await status(signal)
      if (firstAt === null || knownUntil === null) return []
      const period = wholeOf(firstAt, knownUntil)
      // All on one connection: whoever holds one and waits for another could wait for ever.
      return asking({ metrics: [], ...period }, signal, (source) =>
        dimensionsOf(source, (question) => askOf(question, source), period),
      )
    },
  }
}

function changing(
  { folder, store, folding, forget, turn }: Opened,
  status: Plumbline["status"],
): Pick<Plumbline, "importFrom" | "rebuild" | "onLanded"> {
  const listeners = new Set<(landed: Landed) => void>()
  const landed = async (events: number) => {
    forget()
    const { knownUntil } = await status()
    for (const listener of listeners) listener({ events, knownUntil })
  }
  return {
    importFrom: (source, progress) =>
      turn(async () => {
        let appended = 0
        const count = (sofar: ImportReport): void => {
          appended = sofar.appended
          progress?.(sofar)
        }
        try {
          return await importFrom(source, { ledger: store.ledger, folder: folder.path, progress: count })
        } finally {
          // Of a source that breaks off, what came before is in the ledger and counts.
          const { scope } = await store.refold({ ...folding, rules: USUAL_RULES })
          if (scope !== "nothing") await landed(appended)
        }
      }),
    rebuild: (progress) =>
      turn(async () => {
        await store.rebuild({ ...folding, rules: USUAL_RULES }, progress)
        await landed(0)
      }),
    onLanded(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** All that is known, as a period: its last moment included. */
function wholeOf(firstAt: string, knownUntil: string): { from: string; to: string } {
  return { from: firstAt, to: new Date(Date.parse(knownUntil) + 1).toISOString() }
}

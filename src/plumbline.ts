import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { readCalendars } from "./calendar/read.ts"
import type { Config } from "./config.ts"
import type { Source } from "./connectors/source.ts"
import { catalog } from "./metrics/catalog/index.ts"
import type { Metric } from "./metrics/metric.ts"
import { METRICS_FOLDER, withWritten } from "./metrics/written/read.ts"
import { type Dimension, dimensionsOf } from "./plumbline/dimensions.ts"
import { learn, type Learned } from "./plumbline/learned.ts"
import { readSettings } from "./plumbline/settings.ts"
import { asOfMoment, openShadows } from "./plumbline/shadows.ts"
import { type Status, statusOf } from "./plumbline/status.ts"
import { inTurns } from "./plumbline/turns.ts"
import { ask as askOf, type AskSource } from "./query/ask.ts"
import type { EventCounts } from "./query/needs.ts"
import type { Answer, Question, RowsAnswer, RowsQuestion } from "./query/question.ts"
import { rowsBehind as rowsBehindOf } from "./query/rows.ts"
import type { DuckWarehouse } from "./warehouse/duckdb.ts"
import { FACTS } from "./warehouse/fold/facts.ts"
import { foldAll } from "./warehouse/fold/fold.ts"
import { refold } from "./warehouse/fold/refold.ts"
import { readRules, USUAL_RULES } from "./warehouse/fold/rules.ts"
import type { Tape } from "./warehouse/fold/tape.ts"
import { tapeOf } from "./warehouse/fold/tell-tape.ts"
import { openFolder } from "./warehouse/folder.ts"
import type { ImportReport } from "./warehouse/import/report.ts"
import { importFrom } from "./warehouse/import/run.ts"
import { type Ledger, openLedger } from "./warehouse/ledger/ledger.ts"
import { readCurrencies } from "./warehouse/money/read.ts"
import { readTopics } from "./warehouse/topics.ts"
import { openReaders } from "./warehouse/readers.ts"
import type { Warehouse } from "./warehouse/warehouse.ts"

/** An open data folder: everything the commands and the server do, they do through this. */
export interface Plumbline {
  readonly folder: string
  readonly warehouse: DuckWarehouse
  readonly ledger: Ledger
  readonly metrics: readonly Metric[]
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  rowsBehind(question: RowsQuestion, signal?: AbortSignal): Promise<RowsAnswer>
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

export async function openPlumbline(config: Config): Promise<Plumbline> {
  // What customers wrote is nobody else's business on a shared machine.
  mkdirSync(config.folder, { recursive: true, mode: 0o700 })
  const opened = await open(config)
  const { folder, ledger, readers, turn } = opened
  const asking = askingOf(opened)
  return {
    folder: folder.path,
    warehouse: folder.duck,
    ledger,
    metrics: opened.metrics,
    ...asking,
    eventCounts: async () => (await opened.learned()).events,
    ...changing(opened, asking.status),
    async close() {
      await turn(async () => {
        readers.close()
        ledger.close()
        folder.release()
      })
    },
  }
}

async function open(config: Config) {
  const folder = await openFolder(config.folder, { memory: config.memory, threads: config.threads })
  try {
    const settings = await readSettings(folder.path)
    const calendars = await readCalendars(folder.path)
    const ledger = await openLedger(folder.duck)
    const zone = settings.zone ?? calendars.calendars[0]?.zone ?? "UTC"
    const folding = { calendars, money: await readCurrencies(folder.path), topics: await readTopics(folder.path), zone }
    await refold(folder.duck, { ...folding, rules: USUAL_RULES })
    const shadows = await openShadows(folder.duck, zone, () => folding)
    const readers = await openReaders(folder.duck)
    let known: Promise<Learned> | undefined
    const learned = (): Promise<Learned> => (known ??= learn(folder.duck, calendars))
    const forget = (): void => {
      known = undefined
      shadows.forget()
    }
    return {
      learned,
      forget,
      folder,
      settings,
      calendars,
      folding,
      ledger,
      zone,
      shadows,
      readers,
      turn: inTurns(),
      metrics: await withWritten(catalog, join(folder.path, METRICS_FOLDER)),
    }
  } catch (error) {
    folder.release()
    throw error
  }
}

function askingOf(opened: Opened): Pick<Plumbline, "ask" | "rowsBehind" | "tape" | "dimensions" | "status"> {
  const { folder, settings, calendars, zone, shadows, readers, turn, metrics } = opened
  /** The usual fold is always there. Another one has to wait for whoever writes now, and stays until it is read. */
  const asking = async <T>(
    question: Question,
    signal: AbortSignal | undefined,
    work: (source: AskSource) => Promise<T>,
  ): Promise<T> => {
    const from = (schema: string) => async (warehouse: Warehouse) =>
      work({ warehouse, schema, zone, metrics, ...(await opened.learned()) })
    const usual = question.asOf === undefined && Object.keys(question.rules ?? {}).length === 0
    if (usual) return readers.read(from(FACTS), signal)
    return turn(async () => readers.read(from(await shadows.schemaFor(question)), signal))
  }
  const status: Plumbline["status"] = (signal) => {
    const about = { zone, company: settings.company, calendars: calendars.calendars.map(({ name }) => name) }
    return readers.read((reader) => statusOf(reader, about), signal)
  }
  return {
    ask: (question, signal) => asking(question, signal, (source) => askOf(question, source)),
    status,
    rowsBehind: (asked, signal) => asking(asked.question, signal, (source) => rowsBehindOf(asked, source)),
    async tape({ conversation, rules = {}, asOf }) {
      const asOfAt = asOf === undefined ? undefined : asOfMoment(asOf, zone)
      return tapeOf(folder.duck, { conversation, calendars, rules: readRules(rules), asOf: asOfAt })
    },
    async dimensions(signal) {
      const { firstAt, knownUntil } = await status(signal)
      if (firstAt === null || knownUntil === null) return []
      const period = wholeOf(firstAt, knownUntil)
      // All on one connection: whoever holds one and waits for another could wait for ever.
      return asking({ metrics: [], ...period }, signal, (source) =>
        dimensionsOf(source.warehouse, (question) => askOf(question, source), period),
      )
    },
  }
}

function changing(
  { folder, folding, ledger, forget, turn }: Opened,
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
          return await importFrom(source, { ledger, folder: folder.path, progress: count })
        } finally {
          // Of a source that breaks off, what came before is in the ledger and counts.
          const { scope } = await refold(folder.duck, { ...folding, rules: USUAL_RULES })
          if (scope !== "nothing") await landed(appended)
        }
      }),
    rebuild: (progress) =>
      turn(async () => {
        await foldAll(folder.duck, { ...folding, rules: USUAL_RULES }, undefined, progress)
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

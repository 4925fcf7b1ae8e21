import { compileTimetable } from "../../calendar/timetable.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { changesBetween, digestOfSettings, type FoldOptions } from "../fold/begin.ts"
import { FACTS, FOLD_VERSION } from "../fold/facts.ts"
import { foldAll } from "../fold/fold.ts"
import type { Refolded } from "../fold/refold.ts"
import { unusual } from "../fold/rules.ts"
import { sourceCounts, type Table } from "../tables.ts"
import { loadArrivals } from "./arrivals.ts"
import { countingNow, finishFold, removeOutlived, removeUnfinished, retire, sendFacts, subjectOf } from "./facts.ts"
import { databasesOf, type Databases } from "./layout.ts"
import { endOf } from "./ledger.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { send } from "./parquet.ts"
import { inScratch, knownAt, type Known, listOf, loadStories, type Stories } from "./stories.ts"
import { touchedSince } from "./touched.ts"

export interface Refolding {
  /** The facts of another fold than the usual one. */
  readonly facts?: string | undefined
  /** Everything, whether anything changed or not. */
  readonly all?: boolean | undefined
  readonly progress?: ((done: number, of: number) => void) | undefined
}

/**
 * Brings a server's facts up to the end of its ledger. Stories are told in an embedded engine beside it, by the fold of a data folder;
 * only what new events touched is fetched, told again and replaced, at once for whoever asks.
 */
export async function refoldOnServer(
  warehouse: ClickHouseWarehouse,
  options: FoldOptions,
  { facts, all = false, progress }: Refolding = {},
): Promise<Refolded> {
  const databases = databasesOf(warehouse.database, facts)
  const last = await lastFold(warehouse, databases)
  const { seq } = await endOf(warehouse)
  const known = await knownAt(warehouse, seq, options.asOf)
  const stale =
    all ||
    last === undefined ||
    last.version !== FOLD_VERSION ||
    last.as_of !== (options.asOf ?? null) ||
    last.rules !== unusual(options.rules).join(" ") ||
    last.calendar_digest !== digestOfSettings(options)
  if (!stale && last.folded_seq === seq) return { scope: "nothing", conversations: 0 }
  await removeUnfinished(warehouse, databases)
  const timetable = compileTimetable(options.calendars, () => undefined)
  const moved = stale || changesBetween(timetable, last.known_until, known.known_until)
  const touched = moved ? null : await touchedSince(warehouse, last.folded_seq, seq)
  const job: Job = { warehouse, databases, options, seq, known, touched, progress }
  await inScratch(touched === null, (duck) => foldThrough(duck, job))
  return touched === null ? { scope: "all", conversations: null } : { scope: "touched", conversations: touched.size }
}

interface LastFold {
  readonly folded_seq: number
  readonly known_until: number | null
  readonly as_of: number | null
  readonly rules: string
  readonly calendar_digest: string
  readonly version: number
}

async function lastFold(warehouse: ClickHouseWarehouse, { facts }: Databases): Promise<LastFold | undefined> {
  const [row] = await warehouse.rows(`SELECT folded_seq, known_until, as_of, rules, calendar_digest, version FROM ${facts}.fold`)
  return row as unknown as LastFold | undefined
}

interface Job extends Stories {
  readonly databases: Databases
  readonly options: FoldOptions
  readonly known: Known
  readonly progress: Refolding["progress"]
}

async function foldThrough(duck: DuckWarehouse, job: Job): Promise<void> {
  const { warehouse, databases, options, known, touched } = job
  await loadStories(duck, job)
  const [before] = await duck.rows("SELECT coalesce(max(code), 0) AS words FROM words")
  const part = {
    ...(known.known_until !== null && { knownUntil: known.known_until }),
    ...(touched !== null && { arrivedElsewhere: await loadArrivals(duck, warehouse, databases, touched) }),
  }
  await foldAll(duck, { ...options, ...part }, FACTS, job.progress)
  await signForAll(duck, job)
  await send(duck, `FROM words WHERE code > ${Number(before?.["words"])}`, warehouse, `${warehouse.database}.words`)
  const counting = await countingNow(warehouse, databases)
  const fold = counting.fold + 1
  const where = rowsOf(touched)
  await sendFacts(duck, FACTS, warehouse, databases, fold, where)
  if (touched !== null) await retire(warehouse, databases, fold, where)
  await finishFold(duck, FACTS, warehouse, databases, { fold, base: touched === null ? fold : counting.base })
  await removeOutlived(warehouse, databases)
}

function rowsOf(touched: ReadonlySet<number> | null): (table: Table) => string {
  if (touched === null) return () => "true"
  const list = listOf(touched)
  const isWhole = (table: Table) => table.name === sourceCounts.name || Object.values(table.columns)[0]!.type !== "subject"
  return (table) => (isWhole(table) ? "true" : `${subjectOf(table)} IN (${list})`)
}

/** What the fold says of itself speaks of the whole ledger, also where only some of it was told again. */
async function signForAll(duck: DuckWarehouse, { known, seq }: Job): Promise<void> {
  await duck.run(`UPDATE ${FACTS}.fold SET known_until = $1, learned_until = $2, folded_seq = $3`, [
    known.known_until,
    known.learned_until,
    seq,
  ])
}

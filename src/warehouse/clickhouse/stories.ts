import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { loadDictionary, loadLedger, openScratch } from "./scratch.ts"

/** Stories that a server's ledger tells. */
export interface Stories {
  readonly warehouse: ClickHouseWarehouse
  /** The last event of the ledger that counts. */
  readonly seq: number
  /** Of these subjects; null: everything. */
  readonly touched: ReadonlySet<number> | null
}

/**
 * Of a person there are few events, and rows that name the person and not a subject: those are always made whole. So is what sources
 * counted, which is compared with all that arrived.
 */
const ALWAYS = [
  kinds["agent.hired"],
  kinds["agent.left"],
  kinds["agent.known_as"],
  kinds["team.known_as"],
  kinds["source.counted"],
].map(({ code }) => code)

/** Their events, and what names them. */
export async function loadStories(duck: DuckWarehouse, { warehouse, seq, touched }: Stories): Promise<void> {
  const { database } = warehouse
  await loadDictionary(warehouse, "words", "true", duck)
  const chosen = touched === null ? "true" : `(subject IN (${listOf(touched)}) OR kind IN (${ALWAYS.join(", ")}))`
  const events = `seq <= ${seq} AND ${chosen}`
  await loadLedger(warehouse, events, duck)
  // Also of those whom they speak of: who is known by another id is told under either.
  const people = `code IN (SELECT arrayJoin([subject, ifNull(same_as, 0)]) FROM ${database}.ledger WHERE kind IN (${ALWAYS.join(", ")}))`
  await loadDictionary(warehouse, "subjects", touched === null ? "true" : `(code IN (${listOf(touched)}) OR ${people})`, duck)
}

export function listOf(codes: ReadonlySet<number>): string {
  return codes.size === 0 ? "0" : [...codes].join(", ")
}

export interface Known {
  readonly known_until: number | null
  readonly learned_until: number | null
}

/** Up to when everything is known, by the whole ledger. */
export async function knownAt(warehouse: ClickHouseWarehouse, seq: number, asOf: number | undefined): Promise<Known> {
  const { database } = warehouse
  const learned = asOf === undefined ? "" : ` AND learned_at <= ${Math.floor(asOf)}`
  const replaced = `SELECT seq FROM ${database}.superseded WHERE by_seq <= ${seq}${learned}`
  const [all] = await warehouse.rows(
    `SELECT max(at) FILTER (WHERE at <= learned_at) AS known_until, max(learned_at) AS learned_until
FROM ${database}.ledger WHERE seq <= ${seq}${learned} AND seq NOT IN (${replaced})`,
  )
  const { known_until, learned_until } = all as unknown as Known
  return { known_until: asOf ?? known_until, learned_until }
}

/** In memory for a few stories; in a file for all of them, so that more of them than memory holds can be told. */
export async function inScratch<T>(all: boolean, work: (duck: DuckWarehouse) => Promise<T>): Promise<T> {
  const scratch = all ? await openScratchFile() : await openScratchInMemory()
  try {
    return await work(scratch.duck)
  } finally {
    await scratch.close()
  }
}

interface Scratch {
  readonly duck: DuckWarehouse
  close(): Promise<void>
}

async function openScratchInMemory(): Promise<Scratch> {
  const duck = await openScratch()
  return { duck, close: async () => duck.close() }
}

/** A file of its own, which is gone when it is closed. */
export async function openScratchFile(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-fold-"))
  const duck = await openScratch(join(folder, "fold.duckdb"))
  return {
    duck,
    async close() {
      duck.close()
      await rm(folder, { recursive: true })
    },
  }
}

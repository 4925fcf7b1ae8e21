import { chmodSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite"
import { Problem } from "../problem.ts"
import { MIGRATIONS } from "./schema.ts"

/** A value bound to a statement. Text is cut at NUL by the driver and a Date would become null, so neither gets this far. */
type Bound = string | number | null

/** The open file of what people decided. */
export interface State {
  /** Runs one statement and says how many rows it changed. */
  run(sql: string, ...params: Bound[]): number
  rows(sql: string, ...params: Bound[]): readonly Readonly<Record<string, unknown>>[]
  /** All of the work or nothing of it. */
  together<T>(work: () => T): T
  close(): void
}

/** How long one process waits for another that is writing: a command beside the server. */
const BUSY_MS = 5_000

export function openState(folder: string): State {
  return openStateFile(join(folder, "state.sqlite"))
}

export function openStateFile(path: string): State {
  const db = new DatabaseSync(path)
  // Names, hashes of passwords and keys: nobody else's business on a shared machine.
  if (path !== ":memory:") chmodSync(path, 0o600)
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON`)
  const state = stateOf(db)
  migrate(db, state, path)
  return state
}

function stateOf(db: DatabaseSyncInstance): State {
  return {
    run: (sql, ...params) => db.prepare(sql).run(...params.map(checked)).changes,
    rows: (sql, ...params) => db.prepare(sql).all(...params.map(checked)) as Readonly<Record<string, unknown>>[],
    together(work) {
      db.exec("BEGIN IMMEDIATE")
      try {
        const result = work()
        db.exec("COMMIT")
        return result
      } catch (error) {
        db.exec("ROLLBACK")
        throw error
      }
    },
    close: () => db.close(),
  }
}

function checked(value: Bound): Bound {
  if (typeof value === "string" && value.includes("\0")) throw new Problem("text.nul", {})
  return value
}

function migrate(db: DatabaseSyncInstance, state: State, path: string): void {
  state.together(() => {
    const taken = Number(state.rows("PRAGMA user_version")[0]?.["user_version"])
    if (taken > MIGRATIONS.length) throw new Problem("state.newer", { file: path, version: taken, known: MIGRATIONS.length })
    for (const step of MIGRATIONS.slice(taken)) db.exec(step)
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}

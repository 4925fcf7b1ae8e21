import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { Problem } from "../problem.ts"
import { explained as diskProblem } from "./disk.ts"
import { type DuckOptions, type DuckWarehouse, openDuck } from "./duckdb.ts"

export interface OpenFolder {
  readonly path: string
  readonly duck: DuckWarehouse
  release(): void
}

/** The file that holds everything, and the one that holds nothing where a server does: it is there for the system's lock. */
export const LEDGER_FILE = "plumbline.duckdb"
export const LOCK_FILE = "elsewhere.duckdb"

export interface FolderOptions extends Pick<DuckOptions, "memory" | "threads"> {
  readonly file?: typeof LEDGER_FILE | typeof LOCK_FILE
}

/** The folders this process holds. The engine's lock keeps other processes out, not a second opening by the same one. */
const held = new Set<string>()

/** Whether a data folder was ever made there. */
export function isFolder(path: string): boolean {
  return existsSync(join(path, LEDGER_FILE)) || existsSync(join(path, LOCK_FILE))
}

/**
 * Opens the data folder, which is made if there is none. One process owns it: the engine holds the system's lock on its file, which ends
 * with the process however it ends, so nothing stale is ever left. The file `lock` only tells people which process that is.
 */
export async function openFolder(path: string, { file = LEDGER_FILE, ...options }: FolderOptions = {}): Promise<OpenFolder> {
  const folder = resolve(path)
  const note = join(folder, "lock")
  if (held.has(folder)) throw new Problem("folder.locked", { folder, pid: process.pid })
  held.add(folder)
  try {
    mkdirSync(join(folder, "rejects"), { recursive: true })
    const duck = await openDuck({ path: join(folder, file), ...options })
    writeFileSync(note, `${process.pid}\n`)
    return {
      path: folder,
      duck,
      release() {
        duck.close()
        rmSync(note, { force: true })
        held.delete(folder)
      },
    }
  } catch (error) {
    held.delete(folder)
    throw explained(error, folder, note)
  }
}

function explained(error: unknown, folder: string, note: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error
  if (/could not set lock/i.test(error.message)) {
    const pid = Number(/\(PID (\d+)\)/.exec(error.message)?.[1] ?? readFileSync(note, "utf8"))
    return new Problem("folder.locked", { folder, pid }, { cause: error })
  }
  const mendable = diskProblem(error)
  if (mendable instanceof Problem) return mendable
  return new Problem("folder.unusable", { folder, detail: error.message.split("\n")[0]! }, { cause: error })
}

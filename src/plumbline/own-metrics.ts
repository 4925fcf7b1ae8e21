import { stat } from "node:fs/promises"
import { join } from "node:path"
import { catalog } from "../metrics/catalog/index.ts"
import type { Metric } from "../metrics/metric.ts"
import { filesOf, METRICS_FOLDER, withWritten } from "../metrics/written/read.ts"
import { Problem } from "../problem.ts"

/** The catalog and a folder's own metrics, read again when one of their files changed. */
export interface OwnMetrics {
  /** All of them; where the files cannot be understood, those of the last time they could. */
  current(): Promise<readonly Metric[]>
  /** Why the files as they are do not count; null where they do. */
  problem(): string | null
  /** Calls back when they were read again, or cannot be. */
  onRead(listener: (said: string) => void): void
}

/** Files that cannot be understood are refused here: nothing was ever read that could stand in for them. */
export async function openOwnMetrics(folder: string): Promise<OwnMetrics> {
  const path = join(folder, METRICS_FOLDER)
  const listeners: ((said: string) => void)[] = []
  let state = await stateOf(path)
  let metrics = await withWritten(catalog, path)
  let problem: string | null = null
  const tell = (said: string): void => {
    for (const listener of listeners) listener(said)
  }
  const readAgain = async (): Promise<void> => {
    const now = await stateOf(path)
    if (now === state) return
    state = now
    try {
      metrics = await withWritten(catalog, path)
      problem = null
      tell(`Read the metrics of ${METRICS_FOLDER}/ again: ${metrics.length - catalog.length} of its own.`)
    } catch (error) {
      if (!isOfFiles(error)) throw error
      problem = error.message
      tell(`The metrics of ${METRICS_FOLDER}/ stay as they were: ${error.message}`)
    }
  }
  let reading = Promise.resolve()
  return {
    async current() {
      // One after another, so that none is read twice; a failure is its asker's alone.
      const mine = reading.then(readAgain)
      reading = mine.catch(() => {})
      await mine
      return metrics
    },
    problem: () => problem,
    onRead: (listener) => void listeners.push(listener),
  }
}

/** Changes when a file is written, added or taken away. */
async function stateOf(path: string): Promise<string> {
  const files = await filesOf(path)
  return JSON.stringify(await Promise.all(files.map(async (file) => [file, await writtenAt(file)])))
}

async function writtenAt(file: string): Promise<readonly number[]> {
  try {
    const { ino, size, mtimeMs } = await stat(file)
    return [ino, size, mtimeMs]
  } catch (error) {
    // It was taken away since it was listed.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []
    throw error
  }
}

function isOfFiles(error: unknown): error is Error {
  return error instanceof Problem || (error instanceof Error && "syscall" in error)
}

import { on } from "node:events"
import { Worker } from "node:worker_threads"
import type { Elsewhere } from "../../connectors/source.ts"
import { Problem } from "../../problem.ts"
import type { Facts, ProblemCode } from "../../problems.ts"
import type { Batch, Reading } from "./batches.ts"

/** What the reading thread is started with. */
export interface Task {
  readonly elsewhere: Elsewhere
  readonly reading: Reading<unknown>
}

/** A problem on its way between threads, where an error's class is lost. */
export interface Told {
  readonly code: ProblemCode
  readonly facts: Facts<ProblemCode>
}

/** What the reading thread says: a batch, what its user can mend, or that the source is read. */
export type Saying =
  | { readonly batch: Omit<Batch<unknown>, "broken">; readonly broken: Told | undefined }
  | { readonly problem: Told }
  | { readonly done: true }

/** So many batches are read and not yet taken; more would only fill the memory. */
const AHEAD = 2
/** Events come by the million and live for seconds. */
const NURSERY_MB = 384

/** A thread begins without what reads TypeScript: where this file is not built, another start brings it along. */
const READER = import.meta.url.endsWith(".ts") ? "start-reader.mjs" : "reader.js"

/** The batches of a source that is read in a thread of its own. */
export async function* batchesFromElsewhere<Position>(
  elsewhere: Elsewhere,
  reading: Reading<Position>,
): AsyncGenerator<Batch<Position>, void> {
  const reader = new Worker(new URL(READER, import.meta.url), {
    workerData: { elsewhere, reading } satisfies Task,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
  })
  try {
    for (let i = 0; i < AHEAD; i++) reader.postMessage("next")
    // Fails with the error that ends the thread, if one does.
    for await (const [said] of on(reader, "message", { close: ["exit"] }) as AsyncIterable<[Saying]>) {
      if ("done" in said) return
      if ("problem" in said) throw problemOf(said.problem)
      // The thread was given a position of this source, and gives such back.
      const batch = said.batch as Omit<Batch<Position>, "broken">
      yield { ...batch, broken: said.broken && problemOf(said.broken) }
      reader.postMessage("next")
    }
    throw new Error("The thread that reads the source ended before the source did.")
  } finally {
    await reader.terminate()
  }
}

function problemOf({ code, facts }: Told): Problem {
  return new Problem(code, facts)
}

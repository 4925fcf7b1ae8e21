import { on } from "node:events"
import { parentPort, workerData } from "node:worker_threads"
import { assert } from "../../assert.ts"
import type { Source } from "../../connectors/source.ts"
import { Problem } from "../../problem.ts"
import { packed } from "../ledger/columns.ts"
import { batchesOf } from "./batches.ts"
import type { Saying, Task, Told } from "./elsewhere.ts"

/** The thread that reads a source while another writes. Gives one batch for each time it is asked. */
const { elsewhere, reading } = workerData as Task
assert(parentPort !== null, "this is a thread of another")
const port = parentPort
const say = (saying: Saying): void => port.postMessage(saying)

const asked = on(port, "message")
try {
  const module = (await import(elsewhere.module)) as Record<string, (...given: readonly unknown[]) => Source<unknown>>
  const source = module[elsewhere.open]!(...elsewhere.given)
  for await (const { broken, events, ...batch } of batchesOf(source, reading)) {
    await asked.next()
    say({ batch: { ...batch, events: packed(events) }, broken: broken && told(broken) })
  }
  say({ done: true })
} catch (error) {
  if (!(error instanceof Problem)) throw error
  say({ problem: told(error) })
}

function told({ code, facts }: Problem): Told {
  return { code, facts }
}

import { mkdirSync, rmSync, statSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { now } from "../src/clock.ts"
import { inChild, type Took } from "./child.ts"
import { writeEvents } from "./events.ts"
import { type Line, linesOf, machine, table } from "./report.ts"
import { type Size, sizes } from "./sizes.ts"
import type { StepName } from "./steps/given.ts"

/** All steps in the order in which they need each other. Each is taken several times in turn, so that what disturbs one disturbs the others. */
const ROUNDS: readonly (readonly StepName[])[] = [
  ["readRaw", "importIntoFolder"],
  ["groupBy", "foldEndToEnd", "foldInMemory"],
  ["askFused", "askDashboard", "askEachCard"],
  ["askMixedFused", "askMixedWhole", "askMixed"],
]

const { values } = parseArgs({
  options: { size: { type: "string", default: "small" }, keep: { type: "boolean", default: false } },
})
const size = sizes.find(({ name }) => name === values.size)
if (!size) throw new Error(`There is no size "${values.size}". There are ${sizes.map(({ name }) => name).join(", ")}.`)
await bench(size)

async function bench(size: Size): Promise<void> {
  const scratch = join(tmpdir(), `plumbline-bench-${size.name}`)
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  const given = { file: join(scratch, "events.ndjson"), folder: join(scratch, "data") }
  say(`writing events into ${given.file}`)
  await writeEvents(given.file, size)
  const bytes = statSync(given.file).size
  const took = await takeAll(given, size)
  const lines: readonly Line[] = linesOf(took, bytes)
  const text = [`# Bench, size ${size.name}`, "", ...machine(now()), "", ...table(lines), ""].join("\n")
  process.stdout.write(`${text}\n`)
  await writeFile(join(import.meta.dirname, `last-run-${size.name}.md`), text)
  if (!values.keep) rmSync(scratch, { recursive: true, force: true })
}

async function takeAll(given: { file: string; folder: string }, { runs }: Size): Promise<ReadonlyMap<StepName, readonly Took[]>> {
  const took = new Map<StepName, Took[]>()
  for (const round of ROUNDS) {
    for (let run = 1; run <= runs; run++)
      for (const step of round) {
        say(`${step}, ${run} of ${runs}`)
        took.set(step, [...(took.get(step) ?? []), await inChild(step, given)])
      }
    // Only the first round reads the file, and ten million conversations need its room.
    rmSync(given.file, { force: true })
  }
  return took
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

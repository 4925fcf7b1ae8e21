import { peakMemory } from "./child.ts"
import { askDashboard, askEachCard, askFused, askMixed, askMixedFused, askMixedWhole } from "./steps/ask.ts"
import { foldEndToEnd, foldInMemory, groupBy } from "./steps/fold.ts"
import type { Found, StepGiven, StepName } from "./steps/given.ts"
import { importIntoFolder, readRaw } from "./steps/import.ts"

const steps = {
  readRaw,
  importIntoFolder,
  foldEndToEnd,
  foldInMemory,
  groupBy,
  askDashboard,
  askFused,
  askEachCard,
  askMixed,
  askMixedFused,
  askMixedWhole,
} satisfies Record<StepName, (given: StepGiven) => Promise<Found>>

const [, script, name, given] = process.argv
if (script === import.meta.filename) {
  const { seconds, ...facts } = await steps[name as StepName](JSON.parse(given!) as StepGiven)
  process.stdout.write(`${JSON.stringify({ seconds, peak_mib: peakMemory(), facts })}\n`)
}

import { peakMemory } from "./child.ts"
import { askDashboard, askEachCard, askFused } from "./steps/ask.ts"
import { foldEndToEnd, foldInMemory, groupBy } from "./steps/fold.ts"
import { importIntoFolder, readRaw } from "./steps/import.ts"

/** What the steps are told: where the events, the data folder and the scratch files are. */
export interface StepGiven {
  readonly file: string
  readonly folder: string
}

/** What a step found out, the seconds among it. */
export type Found = Readonly<Record<string, number>> & { readonly seconds: number }

const steps = {
  readRaw,
  importIntoFolder,
  foldEndToEnd,
  foldInMemory,
  groupBy,
  askDashboard,
  askFused,
  askEachCard,
} satisfies Record<string, (given: StepGiven) => Promise<Found>>
export type StepName = keyof typeof steps

const [, script, name, given] = process.argv
if (script === import.meta.filename) {
  const { seconds, ...facts } = await steps[name as StepName](JSON.parse(given!) as StepGiven)
  process.stdout.write(`${JSON.stringify({ seconds, peak_mib: peakMemory(), facts })}\n`)
}

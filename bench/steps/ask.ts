import { assert } from "../../src/assert.ts"
import { readCalendars } from "../../src/calendar/read.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { ask } from "../../src/query/ask.ts"
import type { Question } from "../../src/query/question.ts"
import type { AskSource } from "../../src/query/source.ts"
import { timetableOf } from "../../src/warehouse/fold/begin.ts"
import { compare } from "../compare.ts"
import { DASHBOARD, dashboard, MIXED, mixed, ZONE } from "../dashboard.ts"
import { type Fused, fusedOf, fusedStatements } from "../fused.ts"
import { wholeStatements } from "../fused-whole.ts"
import { withFolder } from "../folder.ts"
import type { Found, StepGiven } from "./given.ts"

/** Twenty cards in one question. */
export function askDashboard(given: StepGiven): Promise<Found> {
  return asking(given, (source) => twice(async () => void (await ask(dashboard(DASHBOARD), source))))
}

/** Twenty cards as twenty questions, as a page of tiles that each fetch their own would do. */
export function askEachCard(given: StepGiven): Promise<Found> {
  return asking(given, (source) =>
    twice(async () => {
      for (const metric of DASHBOARD) await ask(dashboard([metric]), source)
    }),
  )
}

/** Twenty cards over tables of all sorts. */
export function askMixed(given: StepGiven): Promise<Found> {
  return asking(given, (source) => twice(async () => void (await ask(mixed(MIXED), source))))
}

/** The hand-written statements, and whether they say what the answer says. */
export function askFused(given: StepGiven): Promise<Found> {
  return asking(given, (source) => askByHand(dashboard(DASHBOARD), source, fusedStatements))
}

export function askMixedFused(given: StepGiven): Promise<Found> {
  return asking(given, (source) => askByHand(mixed(MIXED), source, fusedStatements))
}

/** Hand-written statements that say as much as the answer does. */
export function askMixedWhole(given: StepGiven): Promise<Found> {
  return asking(given, (source) =>
    askByHand(mixed(MIXED), source, (f) => [...wholeStatements(f), ...fusedStatements(onlyMoney(f))]),
  )
}

const onlyMoney = (f: Fused): Fused => ({
  ...f,
  cards: new Set(["mrr", "chargeback_rate:orders", "chargeback_rate:ordered_amount"]),
})

async function askByHand(question: Question, source: AskSource, written: (f: Fused) => readonly string[]): Promise<Found> {
  const statements = written(await fusedOf(source.warehouse, question))
  const found = await twice(async () => {
    for (const sql of statements) await source.warehouse.rows(sql)
  })
  const rows = []
  for (const sql of statements) rows.push(...(await source.warehouse.rows(sql)))
  const words = await source.warehouse.rows("SELECT code, word FROM words")
  const channels = new Map(words.map(({ code, word }) => [Number(code), String(word)]))
  const { compared, different } = compare(await ask(question, source), rows, channels, question.metrics)
  assert(different.length === 0, `the answer and the hand-written SQL differ: ${different.slice(0, 5).join("; ")}`)
  return { ...found, compared }
}

/** Once to warm up, once for the clock. */
async function twice(work: () => Promise<void>): Promise<Found> {
  await work()
  const start = performance.now()
  await work()
  return { seconds: (performance.now() - start) / 1000 }
}

function asking({ folder }: StepGiven, work: (source: AskSource) => Promise<Found>): Promise<Found> {
  return withFolder(folder, async (duck) => {
    const timetable = await timetableOf(duck, await readCalendars(folder))
    return work({ warehouse: duck, schema: "facts", zone: ZONE, timetable, metrics: catalog })
  })
}

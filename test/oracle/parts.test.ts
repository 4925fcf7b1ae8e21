import { expect, test } from "vitest"
import { printMoment } from "../../src/events/moment.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { ask } from "../../src/query/ask.ts"
import { partFor } from "../../src/query/lens/part.ts"
import { MOST_METRICS, type Question } from "../../src/query/question.ts"
import { deliveryOf } from "../../src/stories/stage.ts"
import { openDuck } from "../../src/warehouse/duckdb.ts"
import { foldAll } from "../../src/warehouse/fold/fold.ts"
import { foldParts, type Part } from "../../src/warehouse/fold/part.ts"
import { readRules } from "../../src/warehouse/fold/rules.ts"
import { openLedger } from "../../src/warehouse/ledger/ledger.ts"
import { worldOf } from "../worlds/world.ts"

const FLOORS = 10
const PATIENCE_MS = 240_000
const RULES = [
  { outbound: "second_agent_message", outbound_counts: true, response_from: "created", reopen_restarts_first_response: "always" },
  { rating_credited_to: "last_assignee" },
]
const refs = catalog.flatMap(({ name, variants = {} }) => [name, ...Object.keys(variants).map((variant) => `${name}:${variant}`)])

test.each([
  [6, "by other rules", undefined],
  [7, "as of an earlier day", 0.6],
])(
  "world %i: %s the part that a question needs says the same as all of it",
  async (seed, _how, share) => {
    const world = worldOf(seed, FLOORS)
    const moments = world.events.map(({ at }) => at).toSorted((a, b) => a - b)
    const asOf = share === undefined ? undefined : moments[Math.floor(share * moments.length)]!
    const duck = await openDuck({ path: ":memory:", threads: 1 })
    const ledger = await openLedger(duck)
    await ledger.append(deliveryOf(world.events.map((event) => ({ event, learned_at: event.at, event_version: 1 }))))
    const settings = { calendars: world.calendars, zone: world.zone, asOf }
    const rules = (asOf === undefined ? RULES : [{}]).map((one) => readRules(one))
    for (const [i, one] of rules.entries()) await foldAll(duck, { ...settings, rules: one }, `whole_${i}`)
    await foldAll(duck, { ...settings, asOf: undefined, rules: readRules({}) })
    const asked: string[] = []
    const source = { warehouse: duck, zone: world.zone, metrics: catalog }
    for (const period of periodsOf(moments))
      for (const [part, metrics] of partsOf({ ...period, zone: world.zone })) {
        const each = rules.map((one, i) => ({ schema: `part_${i}`, rules: one }))
        for (const { schema } of each) await duck.run(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
        await foldParts(duck, each, settings, part)
        for (const i of rules.keys()) {
          const question = { ...period, zone: world.zone, metrics: [...metrics], by: ["brand"] }
          const whole = await ask(question, { ...source, schema: `whole_${i}` })
          expect(await ask(question, { ...source, schema: `part_${i}` })).toEqual(whole)
          asked.push(...metrics)
        }
      }
    expect(asked.length).toBeGreaterThan(150)
    expect(asked).toEqual(expect.arrayContaining(["first_response_time", "backlog", "sla_attainment"]))
    duck.close()
  },
  PATIENCE_MS,
)

/** A wide one, a narrow one, and one with what came before it. */
function periodsOf(sorted: readonly number[]): readonly Pick<Question, "from" | "to" | "compare">[] {
  const at = (share: number) => printMoment(sorted[Math.floor(share * (sorted.length - 1))]!)
  return [
    { from: at(0.3), to: at(0.7) },
    { from: at(0.8), to: at(0.81) },
    { from: at(0.4), to: at(0.5), compare: "previous" },
  ]
}

/** The metrics that need no more than a part, by the part. */
function partsOf(period: Omit<Question, "metrics">): readonly (readonly [Part, readonly string[]])[] {
  const byPart = new Map<string, string[]>()
  for (const ref of refs) {
    const part = partFor([{ ...period, metrics: [ref] }], catalog, "UTC")
    const { table } = catalog.find(({ name }) => name === ref.split(":")[0])!
    // All can be split by brand but these.
    if (part === undefined || table.columns["brand"] === undefined) continue
    const key = JSON.stringify(part)
    byPart.set(key, [...(byPart.get(key) ?? []), ref])
  }
  return [...byPart].map(([part, metrics]) => [JSON.parse(part) as Part, metrics.slice(0, MOST_METRICS)] as const)
}

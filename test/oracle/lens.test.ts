import { describe, expect, test } from "vitest"
import { compileTimetable } from "../../src/calendar/timetable.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import type { Term } from "../../src/metrics/expression.ts"
import { lenses } from "../../src/metrics/lenses/index.ts"
import { askedMetric } from "../../src/metrics/resolve.ts"
import { differenceOf, wayOf } from "../../src/query/lens/difference.ts"
import { type Difference, DifferenceQuestion } from "../../src/query/lens/difference-question.ts"
import { type Cell, MOST_ROWS, type Question, type RowsAnswer, type RowsQuestion } from "../../src/query/question.ts"
import { rowsBehind } from "../../src/query/rows.ts"
import type { AskSource } from "../../src/query/source.ts"
import { deliveryOf } from "../../src/stories/stage.ts"
import { openDuck } from "../../src/warehouse/duckdb.ts"
import { foldAll } from "../../src/warehouse/fold/fold.ts"
import { readRules } from "../../src/warehouse/fold/rules.ts"
import { openLedger } from "../../src/warehouse/ledger/ledger.ts"
import { type World, worldOf } from "../worlds/world.ts"

const SEEDS = [4, 5]
const FLOORS = 25
const PATIENCE_MS = 240_000

const asked = lenses.flatMap(({ name, nearest }) =>
  [...Object.keys(nearest), ...(name === "zendesk" ? ["first_response_time:business"] : [])]
    .filter((metric) => !["self_service_score", "occupancy", "agent_missed_rate"].includes(metric))
    .map((metric) => [name, metric] as const),
)

describe.each(SEEDS)("world %i", (seed) => {
  test(
    "every difference is explained wholly: each that differs once, and nothing else",
    async () => {
      const world = worldOf(seed, FLOORS)
      const told = await tell(world)
      try {
        const differing = new Map<string, number>()
        for (const [as, metric] of asked) {
          const { difference, first, last } = await told.explain(as, metric)
          const what = `${metric} as ${as}`
          checkSums(what, difference)
          expect([what, parts(first), parts(last)]).toEqual([
            what,
            numbers(difference.cell),
            numbers(difference.steps.at(-1)?.cell ?? difference.cell),
          ])
          const expected = differ(first.rows, last.rows)
          const [subject] = difference.columns
          expect([what, difference.rows.map((row) => String(row[subject!.name])).toSorted()]).toEqual([what, expected.toSorted()])
          differing.set(what, difference.differing)
        }
        // A test of differences that met none would test nothing.
        expect(differing.get("first_response_time as zendesk")).toBeGreaterThan(0)
        expect(differing.get("first_response_time as chatwoot")).toBeGreaterThan(0)
        expect(differing.get("first_response_time:business as zendesk")).toBeGreaterThan(0)
        expect(differing.get("resolution_time as chatwoot")).toBeGreaterThan(0)
      } finally {
        told.close()
      }
    },
    PATIENCE_MS,
  )
})

interface Behind {
  readonly counted: number
  readonly running: number
  /** By subject: everything its rows say of the number, as text. */
  readonly rows: ReadonlyMap<string, string>
}

/** The steps' counts add up to all that differ, and their rows lead from our number of rows to the product's. */
function checkSums(what: string, { steps, differing, count, cell, rows }: Difference): void {
  const groups = steps.flatMap((step) => step.differing)
  const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((total, group) => total + of(group), 0)
  const last = steps.at(-1)?.cell ?? cell
  expect([what, sum((group) => group.count), count, rows.length]).toEqual([what, differing, differing, differing])
  expect([what, last.n - cell.n]).toEqual([what, sum(({ ours, theirs }) => theirs.rows - ours.rows)])
  expect([what, last.censored - cell.censored]).toEqual([what, sum(({ ours, theirs }) => theirs.running - ours.running)])
}

function differ(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((subject) => ours.get(subject) !== theirs.get(subject))
}

function numbers({ n, censored }: Cell) {
  return { counted: n, running: censored }
}

function parts({ counted, running }: Behind) {
  return { counted, running }
}

type Rows = RowsAnswer["rows"]

/** The rows behind a number, read one by one: what each subject's add to it, in order. */
async function behind(question: Question, source: AskSource): Promise<Behind> {
  const [ref] = question.metrics
  const { metric } = askedMetric(ref!, catalog)
  const { value } = metric
  const [subject] = Object.keys(metric.table.columns)
  const read = async (part: RowsQuestion["part"]): Promise<Rows> =>
    (await rowsBehind({ question, metric: ref!, bucket: null, by: {}, part, offset: 0, limit: MOST_ROWS }, source)).rows
  const counted = await read("counted")
  const hits = value.kind === "share" ? await read("numerator") : []
  const running = value.kind === "duration" && value.soFar && metric.at.basis === "created" ? await read("censored") : []
  const took = value.kind === "duration" ? value.took : value.kind === "mean" ? value.of : undefined
  const said = new Map<string, string[]>()
  const say = (rows: Rows, what: (row: Rows[number]) => string) => {
    for (const row of rows) {
      const name = String(row[subject!])
      said.set(name, [...(said.get(name) ?? []), what(row)])
    }
  }
  say(counted, (row) => (took ? String(valueOf(took, row)) : "counts"))
  say(hits, () => "is a hit")
  say(running, () => "runs")
  return {
    counted: counted.length,
    running: running.length,
    rows: new Map([...said].map(([name, all]) => [name, all.toSorted().join(" ")])),
  }
}

/** A term as the row's own cells say it; moments are written, and durations are seconds. */
function valueOf(term: Term, row: Rows[number]): number | null {
  switch (term.kind) {
    case "column": {
      const cell = row[term.name] ?? null
      return typeof cell === "string" ? Date.parse(cell) / 1000 : (cell as number | null)
    }
    case "either":
      return valueOf(term.left, row) ?? valueOf(term.right, row)
    case "between":
      return valueOf(term.to, row)! - valueOf(term.from, row)!
    case "arithmetic": {
      const [left, right] = [valueOf(term.left, row), valueOf(term.right, row)]
      return left === null || right === null ? null : term.op === "+" ? left + right : left - right
    }
    default:
      throw new Error(`what a row adds is a ${term.kind}`)
  }
}

async function tell(world: World) {
  const duck = await openDuck({ path: ":memory:", threads: 1 })
  const ledger = await openLedger(duck)
  await ledger.append(deliveryOf(world.events.map((event) => ({ event, learned_at: event.at, event_version: 1 }))))
  const folds = new Map<string, string>()
  // What a calendar has worked out it knows for all questions.
  const timetable = compileTimetable(world.calendars, () => undefined)
  const sourceOf = async ({ rules = {} }: Question): Promise<AskSource> => {
    const key = JSON.stringify(rules)
    const schema = folds.get(key) ?? `fold_${folds.size}`
    if (!folds.has(key)) await foldAll(duck, { calendars: world.calendars, rules: readRules(rules) }, schema)
    folds.set(key, schema)
    return { warehouse: duck, schema, zone: world.zone, metrics: catalog, timetable }
  }
  return {
    async explain(as: string, metric: string) {
      const question = { metrics: [metric], from: "2024-01-01", to: "2025-01-01", zone: world.zone, as }
      const given = DifferenceQuestion.parse({ question, metric, limit: MOST_ROWS })
      const way = wayOf(given, catalog)
      const sources: AskSource[] = []
      for (const one of way.questions) sources.push(await sourceOf(one))
      const difference = await differenceOf(given, way, sources)
      const first = await behind(way.questions[0]!, sources[0]!)
      const last = await behind(way.questions.at(-1)!, sources.at(-1)!)
      return { difference, first, last }
    },
    close() {
      ledger.close()
      duck.close()
    },
  }
}

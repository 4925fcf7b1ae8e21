import { afterAll, beforeAll, expect, test } from "vitest"
import { printMoment } from "../../src/events/moment.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { askedMetric } from "../../src/metrics/resolve.ts"
import { MOST_METRICS, type Answer, type AnswerRow, type Question } from "../../src/query/question.ts"
import { embeddedStage, type Stage } from "../../src/stories/index.ts"
import { companyOf } from "../worlds/company.ts"
import { askable, type Cells, plain, refs } from "./alike.ts"

// The same asked in another way: no number may tell.

const SEED = Number(process.env["SEED"] ?? 4)
const PATIENCE_MS = 200_000
const ZONE = "Europe/Berlin"

const { calendars, events } = companyOf(SEED)
const moments = events.map(({ at }) => at).toSorted((a, b) => a - b)
const [first, last] = [moments[0]!, moments.at(-1)!]
const period = { from: printMoment(first), to: printMoment(last + 1), zone: ZONE }

let stage: Stage
beforeAll(async () => {
  stage = await embeddedStage()({ name: "asked", line: 0, zone: ZONE, calendars, items: [] })
  await stage.append(events.map((event) => ({ event, learned_at: event.at, event_version: 1 })))
}, PATIENCE_MS)
afterAll(async () => await stage.close())

test.each(["team", "agent", "channel", "customer", "tag"])(
  "a filter by %s says what the group says",
  { timeout: PATIENCE_MS },
  async (field) => {
    // What part of all a group is, is asked of all.
    const shared = refs.filter((ref) => askedMetric(ref, catalog).metric.value.kind !== "mix")
    const wrong: string[] = []
    for (const metrics of pages(askable({ by: [field] }, shared))) {
      const { rows } = await stage.ask({ metrics, ...period, by: [field] })
      for (const group of rows.filter(({ by }) => field in by).slice(0, MOST_GROUPS)) {
        const own = await wholeOf({ metrics, ...period, where: [{ field, in: [group.by[field] ?? null] }] })
        wrong.push(...differing(`${field} ${group.by[field]}`, group.cells, own.cells))
      }
    }
    expect(wrong).toEqual([])
  },
)

test.each(["team", "agent", "channel", "customer", "tag"])(
  "who is of a %s and who is not are all",
  { timeout: PATIENCE_MS },
  async (field) => {
    // What is allocated is so of the same costs, whoever's share is asked.
    const apart = askable({ by: [field] }).filter((ref) => ref !== "cost_per_contact:allocated")
    const wrong: string[] = []
    for (const metrics of pages(apart)) {
      const { rows } = await stage.ask({ metrics, ...period, by: [field] })
      const group = rows.findLast(({ by }) => (by[field] ?? null) !== null)!.by[field]!
      const all = await wholeOf({ metrics, ...period })
      const some = await wholeOf({ metrics, ...period, where: [{ field, in: [group] }] })
      const others = await wholeOf({ metrics, ...period, where: [{ field, notIn: [group] }] })
      for (const ref of metrics)
        for (const part of ["n", "pending", "censored"] as const) {
          const [a, b, both] = [some, others, all].map(({ cells }) => cells[ref]![part]) as [number, number, number]
          if (a + b !== both) wrong.push(`${field}=${group} ${ref} ${part}: ${a} + ${b}, ${both}`)
        }
    }
    expect(wrong).toEqual([])
  },
)

test.each(["month", "week"] as const)("a %s says what its own period says", { timeout: PATIENCE_MS }, async (grain) => {
  const wrong: string[] = []
  for (const metrics of pages(refs)) {
    const { rows, buckets } = await stage.ask({ metrics, ...period, grain })
    const some = Math.ceil(buckets.length / MOST_BUCKETS)
    for (const [i, { from, to, label }] of buckets.entries()) {
      if (i % some !== 0) continue
      const own = await wholeOf({ metrics, from: from!, to: to!, zone: ZONE })
      wrong.push(...differing(label, rows.find(({ bucket }) => bucket === i)!.cells, own.cells))
    }
  }
  expect(wrong).toEqual([])
})

test("what came before says what its own period says", { timeout: PATIENCE_MS }, async () => {
  const middle = first + (last - first) / 2
  const later = { from: printMoment(Math.floor(middle)), to: period.to, zone: ZONE }
  const wrong: string[] = []
  for (const metrics of pages(refs)) {
    const answer = await stage.ask({ metrics, ...later, compare: "previous" })
    const before = await wholeOf({ metrics, ...answer.comparedWith! })
    const changes = Object.entries(wholeIn(answer).changes!)
    wrong.push(...differing("before", Object.fromEntries(changes.map(([ref, { before: cell }]) => [ref, cell])), before.cells))
  }
  expect(wrong).toEqual([])
})

const MOST_GROUPS = 4
const MOST_BUCKETS = 4

const pages = (all: readonly string[]): readonly string[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_METRICS) }, (_, i) => all.slice(i * MOST_METRICS, (i + 1) * MOST_METRICS))

const wholeIn = ({ rows }: Answer): AnswerRow => rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)!
const wholeOf = async (question: Question): Promise<AnswerRow> => wholeIn(await stage.ask(question))

function differing(what: string, some: Cells, others: Cells): readonly string[] {
  return Object.entries(some).flatMap(([ref, cell]) => {
    const [a, b] = [plain(cell), plain(others[ref])]
    return a === b ? [] : [`${what} ${ref}: ${a} | ${b}`]
  })
}

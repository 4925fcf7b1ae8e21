import { afterAll, beforeAll, expect, test } from "vitest"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { type Answer, type AnswerRow, type Cell, MOST_METRICS, type Question } from "../../src/query/question.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { askedMetric } from "../../src/metrics/resolve.ts"
import { embeddedStage, type Stage } from "../../src/stories/index.ts"
import { companyOf } from "../worlds/company.ts"
import { dice } from "../worlds/dice.ts"
import { renamed, nameOf } from "../worlds/names.ts"
import { twice } from "../worlds/twice.ts"
import { askable, plain } from "./alike.ts"

// The same happenings told in another order, under other names, bit by bit, or with more that came later: no number may tell.

const SEED = Number(process.env["SEED"] ?? 4)
const PATIENCE_MS = 400_000
const DAY_US = 86_400_000_000
const ZONE = "Europe/Berlin"

const SHAPES: readonly Partial<Question>[] = [
  { grain: "month" },
  { by: ["team"] },
  { by: ["agent"] },
  { by: ["plan"] },
  { where: [{ field: "team", in: ["support"] }] },
]

const chance = dice(SEED)
const { calendars, events } = companyOf(SEED)
const moments = events.map(({ at }) => at).toSorted((a, b) => a - b)
const period = { from: printMoment(moments[0]!), to: printMoment(moments.at(-1)! + 1), zone: ZONE }

let told: readonly (readonly [string, Answer])[]
beforeAll(async () => {
  told = await answersOf([events])
}, PATIENCE_MS)
const stages: Stage[] = []
afterAll(async () => await Promise.all(stages.map((stage) => stage.close())))

test("in another order", { timeout: PATIENCE_MS }, async () => {
  expect(differing(told, await answersOf([chance.shuffled(events)]))).toEqual([])
})

test("under two names each, in any order", { timeout: PATIENCE_MS }, async () => {
  expect(differing(told, await answersOf([chance.shuffled(renamed(events, chance))]))).toEqual([])
})

test("bit by bit, and who is who in between", { timeout: PATIENCE_MS }, async () => {
  const all = chance.shuffled(renamed(events, chance))
  const [a, b] = [Math.floor(all.length / 3), Math.floor((2 * all.length) / 3)]
  const bits = [all.slice(0, a), all.slice(a, b), all.slice(b, b + 5), all.slice(b + 5)]
  expect(differing(told, await answersOf(bits))).toEqual([])
})

test("wrongly at first, and then as it was", { timeout: PATIENCE_MS }, async () => {
  const mistaken = events.filter(() => chance.chance(0.3))
  const wrong = new Map(mistaken.map((event) => [event.id, mistakenly(event)]))
  const first = chance.shuffled(events.map((event) => wrong.get(event.id) ?? event))
  const some = mistaken.length - 3
  expect(differing(told, await answersOf([first, mistaken.slice(0, some), mistaken.slice(some)]))).toEqual([])
})

/** Of another moment, and of somebody or something else of its kind. */
function mistakenly(event: CanonicalEvent): CanonicalEvent {
  const others = events.filter(({ kind }) => kind === event.kind)
  const other = others[chance.whole(0, others.length - 1)]!
  const { id, at } = event
  return { ...(chance.chance(0.5) ? event : other), id, at: at + chance.whole(-20, 20) * DAY_US }
}

test("as of a day, whatever was learned after it", { timeout: PATIENCE_MS }, async () => {
  const day = moments[Math.floor(moments.length * 0.6)]!
  const last = { id: "last", at: day, kind: "customer.changed", subject: "customer:last", plan: "none" } as const
  const late = new Map(events.map(({ id, at }) => [id, at + (chance.chance(0.3) ? chance.whole(1, 60) * DAY_US : 0)]))
  const learnedAt = ({ id, at }: CanonicalEvent) => late.get(id) ?? at
  const all = [...renamed(events, chance), last]
  const then = await answersOf([all.filter((event) => learnedAt(event) <= day)], {}, learnedAt)
  expect(differing(then, await answersOf([all], { asOf: printMoment(day) }, learnedAt))).toEqual([])
})

test("of two such companies: twice as much, and nothing else", { timeout: PATIENCE_MS }, async () => {
  const [one, two] = [cellsByMonth(told), cellsByMonth(await answersOf([twice(events)]))]
  const wrong = [...one].flatMap(([key, cell]) => {
    const ref = key.slice(key.indexOf(" ") + 1)
    const other = two.get(key)!
    const times = COUNTED.has(askedMetric(ref, catalog).metric.value.kind) ? 2 : 1
    const same = near(other.value, times, cell.value) && TWICE.every((part) => other[part] === 2 * cell[part])
    return same || AMONG_ALL.test(ref) ? [] : [`${key}: ${plain(cell)} | ${plain(other)}`]
  })
  expect(wrong).toEqual([])
})

/** Kinds of values that are as much more as there is. */
const COUNTED = new Set(["count", "sum", "distinct", "rate"])
const TWICE = ["n", "pending", "censored"] as const
/** Who is like those with an issue is looked for among all; a model of so few who buy has no one likeliest shape. */
const AMONG_ALL = /^(post_issue_retention:(control|difference)|clv_bgnbd.*)$/

/** But for the order in which parts are added up. */
const near = (other: number | null, times: number, value: number | null): boolean =>
  other === null || value === null ? other === value : Math.abs(other - times * value) <= 1e-9 * Math.abs(times * value)

function cellsByMonth(answers: readonly (readonly [string, Answer])[]): ReadonlyMap<string, Cell> {
  const rows = answers.filter(([shape]) => shape === JSON.stringify(SHAPES[0])).flatMap(([, answer]) => answer.rows)
  return new Map(rows.flatMap((row) => Object.entries(row.cells).map(([ref, cell]) => [`${keyOf(row)} ${ref}`, cell] as const)))
}

/** All that can be asked of these batches, by shape. After each but the last something is asked, so that the next is folded into what is there. */
async function answersOf(
  batches: readonly (readonly CanonicalEvent[])[],
  more: Partial<Question> = {},
  learnedAt = ({ at }: CanonicalEvent) => at,
): Promise<readonly (readonly [string, Answer])[]> {
  const stage = await embeddedStage()({ name: "told", line: 0, zone: ZONE, calendars, items: [] })
  stages.push(stage)
  const versions = new Map<string, number>()
  const versionOf = ({ id }: CanonicalEvent): number => {
    versions.set(id, (versions.get(id) ?? 0) + 1)
    return versions.get(id)!
  }
  for (const [i, batch] of batches.entries()) {
    await stage.append(batch.map((event) => ({ event, learned_at: learnedAt(event), event_version: versionOf(event) })))
    if (i < batches.length - 1) await stage.ask({ metrics: ["mrr"], ...period })
  }
  const answers: (readonly [string, Answer])[] = []
  for (const shape of SHAPES) {
    const metrics = askable(shape)
    for (let i = 0; i < metrics.length; i += MOST_METRICS)
      answers.push([
        JSON.stringify(shape),
        await stage.ask({ metrics: metrics.slice(i, i + MOST_METRICS), ...period, ...shape, ...more }),
      ])
  }
  return answers
}

/** What two tellings answer differently. */
function differing(
  some: readonly (readonly [string, Answer])[],
  others: readonly (readonly [string, Answer])[],
): readonly string[] {
  return some.flatMap(([shape, { rows }], i) => {
    const other = new Map(others[i]![1].rows.map((row) => [keyOf(row), row]))
    const missing = rows.length === other.size ? [] : [`${shape}: ${rows.length} rows, ${other.size}`]
    const wrong = rows.flatMap((row) => {
      const twin = other.get(keyOf(row))
      if (twin === undefined) return [`${shape}: no row ${keyOf(row)}`]
      return Object.entries(row.cells).flatMap(([ref, cell]) => {
        const [a, b] = [plain(cell), plain(twin.cells[ref])]
        return a === b ? [] : [`${shape} ${keyOf(row)} ${ref}: ${a} | ${b}`]
      })
    })
    return [...missing, ...wrong]
  })
}

const keyOf = ({ bucket, by }: AnswerRow): string =>
  JSON.stringify([bucket, ...Object.values(by).map((value) => (value === null ? null : nameOf(value)))])

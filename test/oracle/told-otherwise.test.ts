import { afterAll, beforeAll, expect, test } from "vitest"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { Problem } from "../../src/problem.ts"
import { type Answer, type AnswerRow, MOST_METRICS, type Question } from "../../src/query/question.ts"
import { embeddedStage, type Stage } from "../../src/stories/index.ts"
import { callWorldOf } from "../worlds/calls.ts"
import { dice } from "../worlds/dice.ts"
import { moneyWorldOf } from "../worlds/money.ts"
import { renamed, nameOf } from "../worlds/names.ts"
import { peopleWorldOf } from "../worlds/people.ts"
import { teamsOf } from "../worlds/teams.ts"
import { worldOf } from "../worlds/world.ts"
import { yearOf } from "../worlds/year.ts"

// The same happenings told in another order, under other names, bit by bit, or with more that came later: no number may tell.

const SEED = Number(process.env["SEED"] ?? 1)
const PATIENCE_MS = 400_000
const DAY_US = 86_400_000_000
const ZONE = "Europe/Berlin"

const refs = catalog.flatMap(({ name, variants = {} }) => [name, ...Object.keys(variants).map((variant) => `${name}:${variant}`)])
const SHAPES: readonly Partial<Question>[] = [
  { grain: "month" },
  { by: ["team"] },
  { by: ["agent"] },
  { by: ["plan"] },
  { where: [{ field: "team", in: ["support"] }] },
]

const chance = dice(SEED)
const events = inTurn([
  worldOf(SEED, 3).events,
  yearOf(SEED),
  peopleWorldOf(SEED),
  callWorldOf(SEED, 2).events,
  moneyWorldOf(SEED),
  teamsOf(SEED),
])
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

test("as of a day, whatever was learned after it", { timeout: PATIENCE_MS }, async () => {
  const day = moments[Math.floor(moments.length * 0.6)]!
  const last = { id: "last", at: day, kind: "customer.changed", subject: "customer:last", plan: "none" } as const
  const late = new Map(events.map(({ id, at }) => [id, at + (chance.chance(0.3) ? chance.whole(1, 60) * DAY_US : 0)]))
  const learnedAt = ({ id, at }: CanonicalEvent) => late.get(id) ?? at
  const all = [...renamed(events, chance), last]
  const then = await answersOf([all.filter((event) => learnedAt(event) <= day)], {}, learnedAt)
  expect(differing(then, await answersOf([all], { asOf: printMoment(day) }, learnedAt))).toEqual([])
})

/** Each event once, and no two at one moment: what counts first of what happens at once is for other worlds. */
function inTurn(worlds: readonly (readonly CanonicalEvent[])[]): readonly CanonicalEvent[] {
  const byId = new Map(worlds.flatMap((world, i) => world.map((event) => [`${i}-${event.id}`, event] as const)))
  const taken = new Set<number>()
  return [...byId].map(([id, event]) => {
    let { at } = event
    while (taken.has(at)) at += 1000
    taken.add(at)
    return { ...event, id, at }
  })
}

/** All that can be asked of these batches, by shape. After each but the last something is asked, so that the next is folded into what is there. */
async function answersOf(
  batches: readonly (readonly CanonicalEvent[])[],
  more: Partial<Question> = {},
  learnedAt = ({ at }: CanonicalEvent) => at,
): Promise<readonly (readonly [string, Answer])[]> {
  const stage = await embeddedStage()({ name: "told", line: 0, zone: ZONE, calendars: { calendars: [], rules: [] }, items: [] })
  stages.push(stage)
  for (const [i, batch] of batches.entries()) {
    await stage.append(batch.map((event) => ({ event, learned_at: learnedAt(event), event_version: 1 })))
    if (i < batches.length - 1) await stage.ask({ metrics: ["mrr"], ...period })
  }
  const answers: (readonly [string, Answer])[] = []
  for (const shape of SHAPES) {
    const metrics = await askable(stage, shape)
    for (let i = 0; i < metrics.length; i += MOST_METRICS)
      answers.push([
        JSON.stringify(shape),
        await stage.ask({ metrics: metrics.slice(i, i + MOST_METRICS), ...period, ...shape, ...more }),
      ])
  }
  return answers
}

const askableBy = new Map<Partial<Question>, readonly string[]>()
/** The metrics that can be asked in this shape. */
async function askable(stage: Stage, shape: Partial<Question>): Promise<readonly string[]> {
  const found: string[] = []
  const known = askableBy.get(shape)
  if (known !== undefined) return known
  for (const ref of refs)
    try {
      await stage.ask({ metrics: [ref], from: "2020-01-01", to: "2020-01-02", ...shape })
      found.push(ref)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  expect(found.length, JSON.stringify(shape)).toBeGreaterThan(25)
  askableBy.set(shape, found)
  return found
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
        const [a, b] = [rounded(cell), rounded(twin.cells[ref])]
        return a === b ? [] : [`${shape} ${keyOf(row)} ${ref}: ${a} | ${b}`]
      })
    })
    return [...missing, ...wrong]
  })
}

const keyOf = ({ bucket, by }: AnswerRow): string =>
  JSON.stringify([bucket, ...Object.values(by).map((value) => (value === null ? null : nameOf(value)))])

/** A cell to nine digits: what is added up in another order differs behind them. Its parts are in no order. */
const rounded = (cell: unknown): string =>
  JSON.stringify(cell, (_, value: unknown) => {
    if (typeof value === "number") return Number(value.toPrecision(9))
    if (value === null || typeof value !== "object") return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })

import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import type { AnswerRow, Question } from "../../src/query/question.ts"
import { embeddedStage, type Stage } from "../../src/stories/index.ts"
import type { OpenStage } from "../../src/stories/play.ts"
import { plain } from "../laws/alike.ts"
import { companyOf } from "../worlds/company.ts"
import { dice } from "../worlds/dice.ts"
import { nameOf, renamed } from "../worlds/names.ts"
import { installed, type Server, startServer } from "./server.ts"
import { serverStage } from "./server-stage.ts"

// All at once to the embedded engine, and to a server bit by bit, under two names each, some of it wrongly at first.

const SEED = Number(process.env["SEED"] ?? 1)
const PATIENCE_MS = 600_000
const ZONE = "Europe/Berlin"
const { calendars, events } = companyOf(SEED)
const chance = dice(SEED)
const moments = events.map(({ at }) => at).toSorted((a, b) => a - b)
const period = { from: printMoment(moments[0]!), to: printMoment(moments.at(-1)! + 1), zone: ZONE }

describe.skipIf(!installed)("a server folds what comes into what is there", () => {
  let server: Server
  let onServer: OpenStage
  const stages: Stage[] = []
  beforeAll(async () => {
    server = await startServer()
    onServer = await serverStage(server)
  }, PATIENCE_MS)
  afterAll(async () => {
    for (const stage of stages) await stage.close()
    await server?.stop()
  })

  const toldTo = async (open: OpenStage, batches: readonly (readonly CanonicalEvent[])[]): Promise<Stage> => {
    const stage = await open({ name: "told", line: 0, zone: ZONE, calendars, items: [] })
    stages.push(stage)
    const versions = new Map<string, number>()
    for (const batch of batches) {
      const said = batch.map((event) => ({ event, version: (versions.get(event.id) ?? 0) + 1 }))
      for (const { event, version } of said) versions.set(event.id, version)
      await stage.append(said.map(({ event, version }) => ({ event, learned_at: event.at, event_version: version })))
      await stage.ask({ metrics: ["mrr"], ...period })
    }
    return stage
  }

  test("and answers as if all had come at once", { timeout: PATIENCE_MS }, async () => {
    const all = chance.shuffled(renamed(events, chance))
    const cuts = [0, Math.floor(all.length / 2), all.length - 40, all.length - 5, all.length]
    const wrong = new Map(all.slice(0, 20).map((event) => [event.id, { ...event, at: event.at + 3_600_000_000 }]))
    const first = all.slice(0, cuts[1]).map((event) => wrong.get(event.id) ?? event)
    const bits = [first, ...cuts.slice(1, -1).map((from, i) => all.slice(from, cuts[i + 2])), all.slice(0, 20)]
    const [one, other] = [await toldTo(embeddedStage(), [all]), await toldTo(onServer, bits)]
    const differing: string[] = []
    for (const { name } of catalog) {
      const question: Question = { metrics: [name], ...period, grain: "month" }
      const [a, b] = [await one.ask(question), await other.ask(question)]
      const rows = new Map(b.rows.map((row) => [keyOf(row), row]))
      for (const row of a.rows) {
        const [x, y] = [plain(row.cells[name]), plain(rows.get(keyOf(row))?.cells[name])]
        if (x !== y) differing.push(`${keyOf(row)} ${name}: ${x} | ${y}`)
      }
    }
    expect(differing).toEqual([])
  })
})

const keyOf = ({ bucket, by }: AnswerRow): string =>
  JSON.stringify([bucket, ...Object.values(by).map((value) => (value === null ? null : nameOf(value)))])

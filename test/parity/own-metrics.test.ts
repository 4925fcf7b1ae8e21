import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { embeddedStage, play, readStories, reportOf } from "../../src/stories/index.ts"
import { INSTANT, ownMetric } from "../own-metric.ts"
import { installed, type Server, startServer } from "./server.ts"
import { serverStage } from "./server-stage.ts"

const metrics = [
  ...catalog,
  ownMetric({ name: "home", value: '{ kind: share, of: attributes.country in ("DE") }' }),
  ownMetric({ name: "large", value: "{ kind: count, parts: { large: attributes.seats > 6, told: attributes.seats is known } }" }),
  ownMetric({ name: "seats", value: "{ kind: mean, of: thousandths(attributes.seats), divide: 1000 }" }),
  ownMetric({ name: "countries", value: "{ kind: distinct, of: attributes.country }" }),
  ownMetric({
    name: "waiting_home",
    table: "spans",
    at: INSTANT,
    value: '{ kind: count, parts: { bea: customer in ("customer:bea") } }',
    more: 'where: span in ("unsolved") and attributes.country in ("DE", "it\'s")',
  }),
]

const [story] = readStories(
  `
#1  mon 09:00  customer opens via chat customer=bea attributes.country=DE attributes.seats=7
#2  mon 10:00  customer opens via chat customer=bea attributes.country=FR attributes.seats=12.5
#3  tue 10:00  customer opens via email customer=col attributes.country=it's attributes.seats=many
#4  wed 10:00  customer opens via email customer=col
#5  wed 11:00  customer opens via email customer=dan attributes.country=DE
    thu 11:00  ana solves

ask home total mon..thu
    total  40%  n=5  numerator=2
ask large total by channel mon..thu
    chat   2  large=2  told=2
    email  3  large=0  told=1
ask seats total mon..thu
    total  9.75  n=2
ask countries total mon..thu
    total  3
ask waiting_home per day mon..fri
    mon  1  bea=1
    tue  2  bea=1
    wed  3  bea=1
    thu  2  bea=1
`,
  "own-metrics.story",
)

test("metrics of one's own, on what the source knows", async () => {
  expect(reportOf(await play(story!, embeddedStage(metrics)), "own-metrics.story").join("\n")).toBe("")
})

describe.skipIf(!installed)("the same on the other engine", () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server?.stop())

  test("says the same", async () => {
    const stage = await serverStage(server, metrics)
    expect(reportOf(await play(story!, stage), "own-metrics.story").join("\n")).toBe("")
  })
})

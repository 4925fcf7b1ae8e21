import { describe, expect, test } from "vitest"
import { entryLines } from "../entry.ts"
import { findMetric, namesOf } from "../find.ts"
import { metricsPage } from "../page.ts"
import { askedMetric } from "../resolve.ts"
import { catalog } from "./index.ts"

describe.each(catalog)("$name", (metric) => {
  test("each variant can be asked for, alone and on the business clock", () => {
    for (const [variant, { clock }] of Object.entries(metric.variants ?? {})) {
      expect(askedMetric(`${metric.name}:${variant}`, catalog).variants).toEqual([variant])
      if (clock || !metric.variants!["business"]) continue
      expect(askedMetric(`${metric.name}:${variant},business`, catalog).metric.clock).toBe("business")
    }
  })

  test("it says what it means in whole sentences", () => {
    expect(metric.asks).toMatch(/\?$/)
    for (const sentence of [
      metric.means,
      metric.example,
      ...Object.values(metric.variants ?? {}).map(({ means }) => means),
      ...metric.pitfalls,
    ])
      expect(sentence).toMatch(/^\S.*[.]$|^\S.*[.](”|\))$/)
  })

  test("it cannot be changed", () => {
    expect(Object.isFrozen(metric) && Object.isFrozen(metric.value) && Object.isFrozen(metric.at)).toBe(true)
  })
})

test("names are unique, and only ART is said of two", () => {
  const names = catalog.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const said = catalog.flatMap((metric) => [
    ...new Set(namesOf(metric).map((name) => name.toLowerCase().replaceAll(/[\s_-]+/g, " "))),
  ])
  expect(said.filter((name, i) => said.indexOf(name) !== i)).toEqual(["art"])
})

test.each([
  ["FRT", "first_response_time"],
  ["first reply time", "first_response_time"],
  ["First-Response-Time", "first_response_time"],
  ["80/20", "service_level"],
  ["AHT", "average_handle_time"],
  ["淨推薦值", "nps"],
  ["peak hours", "busy_hour"],
  ["open longer than", "aged_backlog_share"],
])("%s is %s", (name, metric) => {
  expect(findMetric(name, catalog).name).toBe(metric)
})

test("ART asks which one is meant; a misspelt name is guessed", () => {
  expect(() => findMetric("ART", catalog)).toThrow('"ART" can mean average_response_time or resolution_time')
  expect(() => findMetric("frist response time", catalog)).toThrow("Did you mean first_response_time?")
  expect(() => findMetric("something else entirely", catalog)).toThrow("`plumbline metrics` lists them")
})

test.each([
  ["first_response_time:business(", "cannot be read as a metric"],
  ["aged_backlog_share(hours)", "cannot be read as a metric"],
  ["aged_backlog_share(hours=-1)", "must be a number"],
  ["aged_backlog_share(hours=1e308)", "from 0 to 100,000,000"],
  ["resolution_time:net,created", "net,created"],
  ["csat:strict,solved", "strict,solved"],
])("%s", (ref, expected) => {
  const said = () => {
    try {
      return askedMetric(ref, catalog).ref
    } catch (error) {
      return String(error)
    }
  }
  expect(said()).toContain(expected)
})

test("two variants that say what is counted, differently, cannot be asked together", () => {
  expect(() => askedMetric("service_level:answered_only,with_flowouts", catalog)).toThrow("both say what is counted")
})

test("parameters bind to numbers in the units of their columns", () => {
  const { metric, parameters } = askedMetric("aged_backlog_share:business(hours=1.5)", catalog)
  expect(parameters).toEqual({ hours: 1.5 })
  expect(JSON.stringify(metric.value)).toContain('{"kind":"number","value":5400000}')
  expect(JSON.stringify(metric.value)).not.toContain("clocked")
})

test("the printed page and the printed entry hold every metric", () => {
  const page = metricsPage(catalog)
  for (const metric of catalog) {
    expect(page).toContain(`\n## ${metric.name}\n`)
    expect(entryLines(metric, []).join("\n")).toContain(metric.formula)
  }
})

import { describe, expect, test } from "vitest"
import { readRules } from "../../warehouse/fold/rules.ts"
import { catalog } from "../catalog/index.ts"
import { askedMetric } from "../resolve.ts"
import { findLens, lenses } from "./index.ts"
import { lastOf, type Seen, through } from "./through.ts"

/** As many folds by other rules as are kept at once; see plumbline/shadows.ts. */
const MOST_FOLDS = 4

const entries = lenses.flatMap((lens) => Object.entries(lens.nearest).map(([metric, near]) => ({ lens, metric, near })))

describe.each(entries)("$metric as $lens.name has it", ({ lens, metric, near }) => {
  const own = catalog.find(({ name }) => name === metric)
  const refs = own?.variants && "business" in own.variants ? [metric, `${metric}:business`] : [metric]

  test("names a metric, variants and rules that exist, in the unit of ours", () => {
    expect(own?.name).toBe(metric)
    const given = near.steps.flatMap(({ variants = [] }) => variants)
    for (const variant of given) expect(Object.keys(own!.variants!)).toContain(variant)
    const last = lastOf(seen(metric))
    expect(readRules(last.rules)).toMatchObject(last.rules)
    expect(askedMetric(last.ref, catalog).metric.unit).toBe(own!.unit)
  })

  test("every step changes how it is asked or told, and few folds are needed for all", () => {
    for (const ref of refs) {
      const { stages } = seen(ref)
      const asked = [{ ref, rules: {} }, ...stages].map((stage) => JSON.stringify([stage.ref, stage.rules]))
      expect(new Set(asked).size).toBe(asked.length)
      expect(new Set(stages.map(({ rules }) => JSON.stringify(rules))).size).toBeLessThanOrEqual(MOST_FOLDS)
    }
  })

  test("says what the product calls it, how it differs and who says so", () => {
    expect([near.called, near.differs, near.source].every((text) => text.length > 3)).toBe(true)
    expect(near.differs).toMatch(/\.$/)
    expect(Object.isFrozen(near)).toBe(true)
  })

  function seen(ref: string): Seen {
    const way = through(lens, ref, catalog)
    if (typeof way === "string") throw new Error(way)
    return way
  }
})

test.each(lenses)("$name says of real metrics alone that they cannot be shown, and shows none of them", ({ nearest, beyond }) => {
  const names = catalog.map(({ name }) => name)
  for (const name of Object.keys(beyond)) {
    expect(names).toContain(name)
    expect(Object.keys(nearest)).not.toContain(name)
  }
})

test.each([
  ["zendesk", "zendesk"],
  ["Amazon Connect", "amazon-connect"],
  ["amazon_connect", "amazon-connect"],
  ["GENESYS", "genesys"],
])("%s is found", (said, name) => {
  expect(findLens(said).name).toBe(name)
})

test("a misspelt product is asked back", () => {
  expect(() => findLens("zendsk")).toThrow(/no product "zendsk".* Did you mean zendesk\? There are zendesk, intercom/)
})

test("what a product has nothing near to is said in a sentence, and what it has otherwise too", () => {
  expect(through(findLens("zendesk"), "nps", catalog)).toBe("Zendesk has nothing that comes near to nps.")
  expect(through(findLens("chatwoot"), "bot_handoff_rate", catalog)).toMatch(/^Chatwoot divides the hand-offs/)
})

test("a variant that does not go together with the product's is refused by both names", () => {
  expect(() => through(findLens("zendesk"), "first_response_time:since_handoff", catalog)).toThrow(
    /^Zendesk's First reply time is first_response_time:since_handoff,completed, which does not go together/,
  )
})

test("a name in everyday words is seen as well, with its variants and parameters", () => {
  const way = through(findLens("amazon-connect"), "80/20(within_s=30)", catalog)
  expect(typeof way === "string" ? way : lastOf(way).ref).toBe("service_level:removed_in_time(within_s=30)")
})

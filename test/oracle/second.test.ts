import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { metrics } from "./everything.ts"
import { ONCE } from "./once.ts"

/** All that the second computations name, in their files and as they put names together. */
const named = [
  ...metrics,
  ...readdirSync(import.meta.dirname)
    .filter((file) => !/^(second\.test|once)\.ts$/.test(file))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, "utf8")),
].join("\n")

/** Names that are put together, by promise. */
const isBuilt = (metric: string, variant: string): boolean =>
  named.includes(`${metric}:\${kind}`) && ["first_response", "next_response", "resolution", "requester_wait"].includes(variant)

const isNamed = (metric: string, variant: string): boolean =>
  isBuilt(metric, variant) ||
  new RegExp(variant === "" ? `\\b${metric}\\b` : `\\b${metric}:([a-z0-9_]+,)*${variant}\\b`).test(named)

test("each metric and each variant is computed a second time, but for those that are known not to be", () => {
  const all = catalog.map(({ name, variants = {} }) => [name, ["", ...Object.keys(variants)]] as const)
  const once = all.flatMap(([name, variants]) => {
    const lacking = variants.filter((variant) => !isNamed(name, variant))
    return lacking.length === 0 ? [] : [[name, lacking.map((variant) => variant || "itself").join(" ")]]
  })
  // Whoever adds a variant computes it here too, or says in once.ts that nobody does yet; what was added leaves that list.
  expect(Object.fromEntries(once)).toEqual(ONCE)
})

import { lenses } from "./lenses/index.ts"
import type { Anchor, Metric } from "./metric.ts"

/** A metric's entry as people read it, line by line, with what it needs in lines. */
export function entryLines(metric: Metric, needs: readonly string[]): readonly string[] {
  const { name, title, asks, means, formula, unit, statistic, synonyms, pitfalls, example } = metric
  const list = (head: string, items: readonly string[]) =>
    items.length === 0 ? [] : ["", head, ...items.map((item) => `  ${item}`)]
  return [
    `${title} (${name})`,
    asks,
    "",
    means,
    "",
    `formula    ${formula}`,
    `counts by  ${countsBy(metric)}`,
    `unit       ${unit}, ${directionOf(metric)}`,
    `doubt      ${statistic}`,
    ...(synonyms.length === 0 ? [] : [`also said  ${synonyms.join(", ")}`]),
    ...list("Variants", variantsOf(metric)),
    ...list("Parameters", parametersOf(metric)),
    ...list("Needs", needs),
    ...list("Pitfalls", pitfalls),
    ...list("Elsewhere", elsewhere(metric)),
    ...(example === "" ? [] : ["", `Example: ${example}`]),
  ]
}

/** What other products call it and how they count it, or why that cannot be shown. */
function elsewhere({ name }: Metric): readonly string[] {
  return lenses.flatMap((lens) => {
    const [near, beyond] = [own(lens.nearest, name), own(lens.beyond, name)]
    if (near) return [`--as ${lens.name}: ${near.called}. ${near.differs}`]
    return beyond === undefined ? [] : [`${lens.title}, not shown: ${beyond}`]
  })
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** What puts a row into a period, in words. */
export function countsBy({ at, table }: Pick<Metric, "at" | "table">): string {
  return `${table.rows} ${BASES[at.basis]}`
}

export function directionOf({ better }: Metric): string {
  return better === "neutral" ? "neither more nor less is better" : `${better} is better`
}

export function variantsOf({ variants = {} }: Metric): readonly string[] {
  return Object.entries(variants).map(([name, { means }]) => `${name}: ${means}`)
}

export function parametersOf({ parameters = {} }: Metric): readonly string[] {
  return Object.entries(parameters).map(([name, parameter]) => `${name}=${parameter.default}: ${parameter.means}`)
}

const BASES: Readonly<Record<Anchor["basis"], string>> = {
  created: "begun in the period",
  solved: "solved in the period",
  event: "of the period",
  instant: "there at the end of the period",
  window: "within the period",
}

import { countsBy, directionOf, parametersOf, variantsOf } from "./entry.ts"
import type { Metric } from "./metric.ts"

/** docs/metrics.md, printed from the catalog. */
export function metricsPage(metrics: readonly Metric[]): string {
  return `${[
    "# Metrics",
    "",
    "Printed from the catalog by `plumbline docs`; do not edit. `plumbline metrics NAME` finds each by any of its names.",
    "",
    "Every number comes with how many rows stand behind it, its interval at 95 %, how many are still running (censored), how many are too young to judge",
    "(pending), and what was left out and why. Always left out: spam, deleted, test, merged into another, back-filled without real times.",
    "",
    "| metric | unit | better | answers |",
    "|---|---|---|---|",
    ...metrics.map(({ name, unit, better, asks }) => `| [${name}](#${name}) | ${unit} | ${better} | ${asks} |`),
    ...metrics.flatMap(entryOf),
  ].join("\n")}\n`
}

function entryOf(metric: Metric): readonly string[] {
  const { name, card, title, asks, means, formula, unit, statistic, synonyms, needs, pitfalls, example } = metric
  const list = (head: string, items: readonly string[]) =>
    items.length === 0 ? [] : ["", `**${head}**`, "", ...items.map((item) => `- ${item}`)]
  return [
    "",
    `## ${name}`,
    "",
    `**${title}**. ${asks} ${means}`,
    "",
    `- formula: ${formula}`,
    `- counts: ${countsBy(metric)}`,
    `- unit: ${unit}; ${directionOf(metric)}`,
    `- doubt: ${statistic}`,
    `- also called: ${synonyms.join(", ")}`,
    `- needs: ${needs.map((kind) => `\`${kind}\``).join(", ")}`,
    `- card ${card} of the definitions`,
    ...list("Variants", variantsOf(metric)),
    ...list("Parameters", parametersOf(metric)),
    ...list("Pitfalls", pitfalls),
    "",
    `Example: ${example}`,
  ]
}

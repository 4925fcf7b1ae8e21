import { stringify } from "yaml"
import { tables } from "../../warehouse/tables.ts"
import type { Condition, Term } from "../expression.ts"
import { printCondition, printTerm } from "../language/print.ts"
import type { Metric } from "../metric.ts"

const TERMS: readonly Term["kind"][] = [
  "column",
  "attribute",
  "numeric",
  "number",
  "parameter",
  "moment",
  "step_before",
  "clocked",
  "open_before",
  "arithmetic",
  "most",
  "either",
  "if",
  "between",
  "thousandths",
  "local_hour",
]
const CONDITIONS: readonly Condition["kind"][] = ["compare", "word", "known", "flag", "has", "all", "any", "not"]
const LINE_WIDTH = 110

/** A metric as a file says it: reading that file gives the same metric. */
export function metricText(metric: Metric): string {
  return stringify(plain(metric), { lineWidth: LINE_WIDTH })
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== "object") return value
  const table = tables.find((one) => one === value)
  if (table) return table.name
  if (isTerm(value)) return printTerm(value)
  if (isCondition(value)) return printCondition(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}

/** What a metric makes of its rows has a kind too, and none of these. */
function isTerm(value: object): value is Term {
  return "kind" in value && TERMS.some((kind) => kind === value.kind)
}

function isCondition(value: object): value is Condition {
  return "kind" in value && CONDITIONS.some((kind) => kind === value.kind)
}

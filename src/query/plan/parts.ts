import { all, any, type ColumnTerm, type Condition, known, not, type Term } from "../../metrics/expression.ts"
import type { Duration, Metric } from "../../metrics/metric.ts"
import { simplified } from "./simplify.ts"

/** Which rows are which part of a metric's number. The same conditions make the counts and the drill-down, so they cannot differ. */
export interface Parts {
  readonly counted: Condition
  readonly numerator?: Condition
  readonly denominator?: Condition
  readonly pending?: Condition
  readonly censored?: Condition
  readonly excluded: Readonly<Record<string, Condition>>
}

/** Why a row is left out whatever is asked; known of few rows. */
export const EXCLUDED: ColumnTerm<"code"> = { kind: "column", name: "excluded", type: "code" }
const REASONS = ["spam", "deleted", "test", "merged", "backfill"]
const VISITOR_REASONS = ["bot", "agent", "test"]
const MONEY_REASONS = ["no_rate", "test"]

export function partsOf(metric: Metric): Parts {
  const scope = metric.where ? [metric.where] : []
  const leaving: Record<string, Condition> = {}
  for (const reason of reasonsOf(metric)) leaving[reason] = all(...scope, { kind: "word", of: EXCLUDED, words: [reason] })
  let rest = "excluded" in metric.table.columns ? [...scope, not(known(EXCLUDED))] : scope
  for (const [reason, leaves] of Object.entries(metric.leaves ?? {})) {
    leaving[reason] = all(...rest, leaves)
    rest = [...rest, not(leaves)]
  }
  const { matures } = metric
  const parts = ofValue(metric, matures ? [...rest, matures] : rest)
  const excluded = { ...leaving, ...parts.excluded }
  return allSimplified({ ...parts, ...(matures && { pending: all(...rest, not(matures)) }), excluded })
}

function allSimplified({ excluded, ...parts }: Parts): Parts {
  const simple = (conditions: object) =>
    Object.fromEntries(Object.entries(conditions).map(([name, condition]) => [name, simplified(condition as Condition)]))
  return { ...(simple(parts) as unknown as Omit<Parts, "excluded">), excluded: simple(excluded) }
}

/** Why a row of the table may be left out whatever is asked. */
function reasonsOf({ table }: Metric): readonly string[] {
  if (!("excluded" in table.columns)) return []
  if (
    Object.values(table.columns).some(({ type }) => type === "money") ||
    !("session" in table.columns || "channel" in table.columns)
  )
    return MONEY_REASONS
  return "channel" in table.columns ? REASONS : VISITOR_REASONS
}

function ofMix(metric: Metric, { of, divided }: Extract<Metric["value"], { kind: "mix" }>, rest: readonly Condition[]): Parts {
  const parts = needs(columnOfMix(metric, of), rest, "unknown")
  return divided ? parts : { ...parts, numerator: parts.counted }
}

/** What a mix tells apart, as the table has it. */
export function columnOfMix({ table }: Metric, of: string): ColumnTerm {
  return { kind: "column", name: of, type: table.columns[of]?.type ?? "code" }
}

function ofValue(metric: Metric, rest: readonly Condition[]): Parts {
  const { value, at } = metric
  switch (value.kind) {
    case "count":
    case "rate":
    case "quotient":
    case "lifetime":
    case "difference":
    case "staffing":
      return { counted: all(...rest), excluded: {} }
    case "distinct":
    case "sum":
    case "longest":
      return needs(value.of, rest, "not_known")
    case "exposure":
      return { counted: all(...rest), numerator: all(...rest, value.of), excluded: {} }
    case "purchases":
      return needs(value.repeats, rest, "not_known")
    case "growth":
      return needs(value.from, rest, "not_known")
    case "mean":
      return value.per ? needs(value.per, rest, "not_known") : needs(value.of, rest, "not_known")
    case "mix":
      return ofMix(metric, value, rest)
    case "share":
    case "prevalence":
      return { counted: all(...rest), numerator: all(...rest, value.of), excluded: {} }
    case "score":
      return { counted: all(...rest), numerator: all(...rest, value.up), excluded: {} }
    case "ratio":
      return {
        counted: all(...rest, any(value.of, value.per)),
        numerator: all(...rest, value.of),
        denominator: all(...rest, value.per),
        excluded: {},
      }
    case "duration":
      return ofDuration(value, at, rest)
    default:
      return value satisfies never
  }
}

function ofDuration({ took, finished, soFar: lasting }: Duration, { basis }: Metric["at"], rest: readonly Condition[]): Parts {
  // Only who is followed from the beginning can still be running.
  const soFar = basis === "created" ? lasting : undefined
  const timeless = soFar
    ? any(all(finished, not(known(took))), all(not(finished), not(known(soFar))))
    : all(finished, not(known(took)))
  return {
    counted: all(...rest, finished, known(took)),
    ...(soFar && { censored: all(...rest, not(finished), known(soFar)) }),
    excluded: { no_calendar: all(...rest, timeless) },
  }
}

function needs(of: Term, rest: readonly Condition[], reason: string): Parts {
  return { counted: all(...rest, known(of)), excluded: { [reason]: all(...rest, not(known(of))) } }
}

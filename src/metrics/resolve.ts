import { Problem } from "../problem.ts"
import type { Term } from "./expression.ts"
import { findMetric } from "./find.ts"
import type { Metric, Override, Variant } from "./metric.ts"
import { nearest } from "../near.ts"
import { oncePer, oncePerKey } from "../once.ts"
import { mapTerms } from "./walk.ts"

/** A metric as it was asked for: its variants applied, its parameters put in, its clock chosen. */
export interface Asked {
  /** As it was written, and as its cells are named. */
  readonly ref: string
  readonly metric: Metric
  readonly variants: readonly string[]
  readonly parameters: Readonly<Record<string, number>>
  /** Counted of all rows, whatever the question filters. */
  readonly unfiltered?: true
}

interface Ref {
  readonly name: string
  readonly variants: readonly string[]
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

/** By list of metrics: of so many refs what they mean is kept; with parameters there are any number of them. */
const keptOf = oncePer((_metrics: readonly Metric[]) => oncePerKey<Asked>(2_000))

/** `first_response_time:business,since_handoff(hours=24)` → the metric it means; the same each time, so that what it needs is found once. */
export function askedMetric(ref: string, metrics: readonly Metric[]): Asked {
  return keptOf(metrics)(ref, () => resolved(ref, metrics))
}

function resolved(ref: string, metrics: readonly Metric[]): Asked {
  const { name, variants, parameters } = parseRef(ref)
  const metric = findMetric(name, metrics)
  const numbers = {
    ...defaults(metric),
    ...Object.fromEntries(parameters.map(([key, value]) => [key, parameterOf(metric, key, value)])),
  }
  return { ref, variants, parameters: numbers, metric: bound(withVariants(metric, variants), numbers) }
}

/** A metric as it was asked for, then as it is without variants, then by each of its variants alone: all with the same parameters. */
export function familyOf(ref: string, metrics: readonly Metric[]): readonly string[] {
  const { name, variants, parameters } = parseRef(ref)
  const metric = findMetric(name, metrics)
  const own = written(metric, variants, parameters)
  const all = [[], ...Object.keys(metric.variants ?? {}).map((variant) => [variant])].map((one) =>
    written(metric, one, parameters),
  )
  return [ref, ...all.filter((one) => one !== own)]
}

/** A metric as it was asked for, by these variants as well. */
export function refWith(ref: string, more: readonly string[], metrics: readonly Metric[]): string {
  const { name, variants, parameters } = parseRef(ref)
  return written(findMetric(name, metrics), [...new Set([...variants, ...more])], parameters)
}

function written({ name }: Metric, variants: readonly string[], parameters: Ref["parameters"]): string {
  const numbers = parameters.length === 0 ? "" : `(${parameters.map(([key, value]) => `${key}=${value}`).join(",")})`
  return `${name}${variants.length === 0 ? "" : `:${variants.join(",")}`}${numbers}`
}

function parseRef(ref: string): Ref {
  const found = /^([^:()]+)(?::([a-z0-9_, ]+))?(?:\(([^()]*)\))?$/.exec(ref.trim())
  if (!found) throw new Problem("metric.unreadable", { ref })
  const pairs = (found[3] ?? "")
    .replaceAll(" ", "")
    .split(",")
    .filter((pair) => pair !== "")
  const parameters = pairs.map((pair) => {
    const [key, value, more] = pair.split("=")
    if (!key || value === undefined || more !== undefined) throw new Problem("metric.unreadable", { ref })
    return [key, value] as const
  })
  return {
    name: found[1]!.trim(),
    variants: [
      ...new Set(
        (found[2] ?? "")
          .replaceAll(" ", "")
          .split(",")
          .filter((word) => word !== ""),
      ),
    ],
    parameters,
  }
}

function defaults(metric: Metric): Record<string, number> {
  return Object.fromEntries(Object.entries(metric.parameters ?? {}).map(([name, parameter]) => [name, parameter.default]))
}

/** As many days are still a number of microseconds to an engine. */
const MOST = 100_000_000

function parameterOf(metric: Metric, parameter: string, text: string): number {
  const parameters = Object.keys(metric.parameters ?? {})
  if (!parameters.includes(parameter))
    throw new Problem("parameter.unknown", { metric: metric.name, parameter, parameters, near: nearest(parameter, parameters) })
  const value = Number(text)
  const { most = MOST } = metric.parameters![parameter]!
  if (text === "" || !(value >= 0 && value <= most))
    throw new Problem("parameter.not_a_number", { metric: metric.name, parameter, value: text, most })
  return value
}

function withVariants(metric: Metric, names: readonly string[]): Metric {
  const claimed = new Map<string, string>()
  let result = metric
  for (const name of names) {
    const { means: _means, another: _another, ...override } = variantOf(metric, name)
    for (const part of Object.keys(override)) {
      const first = claimed.get(part)
      if (first !== undefined) throw new Problem("variant.conflict", { metric: metric.name, first, second: name })
      claimed.set(part, name)
    }
    result = applied(result, override)
  }
  return result
}

function variantOf(metric: Metric, variant: string): Variant {
  const variants = Object.keys(metric.variants ?? {})
  const found = variants.includes(variant) ? metric.variants?.[variant] : undefined
  if (!found) throw new Problem("variant.unknown", { metric: metric.name, variant, variants, near: nearest(variant, variants) })
  return found
}

function applied(metric: Metric, override: Override): Metric {
  return { ...metric, ...override }
}

/** The metric with numbers for its parameters and one clock for its durations. Its description stays as written. */
function bound(metric: Metric, parameters: Readonly<Record<string, number>>): Metric {
  const clock = metric.clock ?? "calendar"
  const change = (term: Term): Term => {
    if (term.kind === "parameter") return { kind: "number", value: Math.round(parameters[term.name]! * term.each) }
    return term.kind === "clocked" ? term[clock] : term
  }
  const { at, value, where, leaves, matures } = metric
  return {
    ...metric,
    ...mapTerms({ at, value, ...(where && { where }), ...(leaves && { leaves }), ...(matures && { matures }) }, change),
  }
}

import { Problem } from "../../problem.ts"
import type { RuleValue } from "../../warehouse/fold/rules.ts"
import type { Metric } from "../metric.ts"
import { askedMetric, refWith } from "../resolve.ts"
import type { Lens, Nearest } from "./lens.ts"

/** How a number is asked on the way to a product's: by these rules of the fold, as this metric. */
export interface Stage {
  /** Why it differs from the stage before. */
  readonly because: string
  readonly rules: Readonly<Record<string, RuleValue>>
  readonly ref: string
}

/** A metric seen through a lens. */
export interface Seen {
  /** As it was asked for. */
  readonly ref: string
  readonly nearest: Nearest
  /** Each with what the ones before it changed; the last is the product's number, and without any ours is. */
  readonly stages: readonly Stage[]
}

/** The way from our number to the product's; a sentence where the product has nothing that comes near. */
export function through(lens: Lens, ref: string, metrics: readonly Metric[]): Seen | string {
  const { metric } = askedMetric(ref, metrics)
  const nearest = Object.hasOwn(lens.nearest, metric.name) ? lens.nearest[metric.name] : undefined
  if (!nearest) return lens.beyond[metric.name] ?? `${lens.title} has nothing that comes near to ${metric.name}.`
  const steps = nearest.steps.filter(({ clock }) => clock === undefined || clock === metric.clock)
  let rules: Stage["rules"] = {}
  let theirs = ref
  const stages = steps.map((step): Stage => {
    rules = { ...rules, ...step.rules }
    theirs = refWith(theirs, step.variants ?? [], metrics)
    return { because: step.because, rules, ref: theirs }
  })
  refuseClash(lens, nearest, ref, theirs, metrics)
  return { ref, nearest, stages }
}

/** The last stage, or the number as it was asked for. */
export function lastOf({ ref, stages }: Seen): Pick<Stage, "rules" | "ref"> {
  return stages.at(-1) ?? { ref, rules: {} }
}

function refuseClash({ title }: Lens, { called }: Nearest, ref: string, theirs: string, metrics: readonly Metric[]): void {
  try {
    askedMetric(theirs, metrics)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "variant.conflict") throw error
    throw new Problem("lens.variant", { ref, product: title, called, theirs }, { cause: error })
  }
}

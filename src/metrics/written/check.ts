import { Problem } from "../../problem.ts"
import type { Path, YamlFile } from "../../yaml.ts"
import { countAlike, type Metric, type Value } from "../metric.ts"
import type { Unit } from "../unit.ts"
import { askedMetric } from "../resolve.ts"

type Fail = YamlFile<Metric>["fail"]

/** Refuses a metric that is made of others in a way that makes no sense: unknown ones, itself, other periods, another unit or direction. */
export function refuseUnsound(metric: Metric, metrics: readonly Metric[], fail: Fail): void {
  const forms = [
    { own: metric.name, path: [] as Path, form: metric },
    ...Object.entries(metric.variants ?? {}).map(([name, variant]) => ({
      own: `${metric.name}:${name}`,
      path: ["variants", name],
      form: { ...metric, ...variant },
    })),
  ]
  for (const { own, path, form } of forms) {
    for (const [field, ref] of refsOf(form.value))
      refuseRef({ ...form, name: own }, ref, metrics, (says) => fail([...path, "value", field], says))
    if (form.value.kind === "difference") refuseDifference(form, form.value, metrics, (at, says) => fail([...path, ...at], says))
    if (form.value.kind === "quotient") refuseQuotient(form, form.value, metrics, (at, says) => fail([...path, ...at], says))
  }
}

/** The metrics a value is made of, each with the field that names it. */
function refsOf(value: Value): readonly (readonly [field: string, ref: string])[] {
  if (value.kind === "lifetime")
    return [
      ["revenue", value.revenue],
      ["churn", value.churn],
    ]
  if (value.kind === "difference")
    return [
      ["of", value.of],
      ["from", value.from],
    ]
  if (value.kind === "staffing")
    return [
      ["contacts", value.contacts],
      ["handle", value.handle],
    ]
  if (value.kind !== "quotient") return []
  const named = (field: string, refs: string | readonly string[] = []) => [refs].flat().map((ref) => [field, ref] as const)
  return [["of", value.of], ...named("per", value.per), ...named("sharedBy", value.sharedBy)]
}

function refuseRef(metric: Metric, ref: string, metrics: readonly Metric[], fail: (says: string) => never): void {
  const part = partOf(ref, metrics, fail)
  const circle = circleOf([metric.name, ref], metrics, fail)
  if (circle) fail(`${metric.name} cannot be made of itself: ${circle.join(" → ")}.`)
  if (!countAlike(part, metric))
    fail(
      `${ref} counts by what is ${part.at.basis}, and ${metric.name} by what is ${metric.at.basis}: they are not of one period.`,
    )
}

/** The way from a metric to what it is made of, and on, if it ever comes back to where it was. */
function circleOf(
  way: readonly string[],
  metrics: readonly Metric[],
  fail: (says: string) => never,
): readonly string[] | undefined {
  const last = way.at(-1)!
  if (way.indexOf(last) < way.length - 1) return way
  for (const [, next] of refsOf(partOf(last, metrics, fail).value)) {
    const circle = circleOf([...way, next], metrics, fail)
    if (circle) return circle
  }
  return undefined
}

function partOf(ref: string, metrics: readonly Metric[], fail: (says: string) => never): Metric {
  try {
    return askedMetric(ref, metrics).metric
  } catch (error) {
    if (error instanceof Problem) fail(error.message)
    throw error
  }
}

function refuseDifference(
  metric: Metric,
  value: Extract<Value, { readonly kind: "difference" }>,
  metrics: readonly Metric[],
  fail: (at: Path, says: string) => never,
): void {
  for (const field of ["of", "from"] as const)
    if (askedMetric(value[field], metrics).metric.value.kind !== "share")
      fail(["value", field], `${value[field]} is no share, and only two shares have a difference here.`)
  if (metric.unit !== "points") fail(["unit"], `one share less another is points, not ${metric.unit}.`)
}

function refuseQuotient(
  metric: Metric,
  { of, per }: Extract<Value, { readonly kind: "quotient" }>,
  metrics: readonly Metric[],
  fail: (at: Path, says: string) => never,
): void {
  const upper = askedMetric(of, metrics).metric
  const lower = askedMetric([per].flat()[0]!, metrics).metric
  const units = unitsOf(upper.unit, lower.unit)
  if (!units.includes(metric.unit))
    fail(["unit"], `${upper.unit} divided by ${lower.unit} is ${units.join(" or ")}, not ${metric.unit}.`)
  const contradicts = lower.better === "neutral" && upper.better !== "neutral" && metric.better !== upper.better
  if (contradicts && metric.better !== "neutral")
    fail(["better"], `of ${of}, ${upper.better} is better, so it is of what is divided by a neutral number too.`)
}

/** What one unit divided by another can be. */
function unitsOf(upper: Unit, lower: Unit): readonly Unit[] {
  if (upper === lower) return ["ratio", "share", "score", "days", "per_hour"]
  if (lower === "count" || lower === "ratio" || lower === "share") return [upper]
  if (lower === "seconds" && upper === "count") return ["per_hour"]
  return ["ratio", "score"]
}

import { z } from "zod"
import { kinds, type KindName } from "../../events/kinds.ts"
import { type Table, tables } from "../../warehouse/tables.ts"
import type { ColumnTerm, Condition, Term } from "../expression.ts"
import { readCondition, readTerm, readWhole, type Scope } from "../language/parse.ts"
import { Misread } from "../language/tokens.ts"
import type { Anchor, Metric, Value, Variant } from "../metric.ts"
import { UNITS } from "../unit.ts"

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, "it must be small letters, digits and underscores, a letter first")
const Sentence = z.string().min(1)
const Written = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const Parameters = z.record(
  Name,
  z.strictObject({ default: z.number().nonnegative(), means: Sentence, most: z.number().positive().exactOptional() }),
)

/** What has to be known before expressions can be read: the table they are about, and which parameters there are. */
export const Outline = z.looseObject({
  name: Name,
  table: z.enum(tables.map(({ name }) => name)),
  parameters: Parameters.default({}),
  variants: z.record(Name, z.looseObject({ table: z.enum(tables.map(({ name }) => name)).optional() })).default({}),
})
export type Outline = z.infer<typeof Outline>

/** A metric as a file says it, its expressions read. */
export function metricSchema({ table, parameters, variants }: Outline): z.ZodType<Metric> {
  const names = Object.keys(parameters)
  const scope: Scope = { table: tableOf(table), parameters: names }
  const ofVariants = Object.entries(variants).map(
    ([name, variant]) => [name, variantSchema({ table: tableOf(variant.table ?? table), parameters: names })] as const,
  )
  return z.strictObject({
    name: Name,
    card: z.number().int().nonnegative().default(0),
    title: Sentence,
    asks: Sentence,
    means: Sentence,
    formula: Sentence,
    synonyms: z.array(Sentence).default([]),
    needs: z.array(z.enum(Object.keys(kinds) as [KindName, ...KindName[]])).default([]),
    pitfalls: z.array(Sentence).default([]),
    example: z.string().default(""),
    ...sayings(scope),
    settles_h: z.number().positive().exactOptional(),
    shows: z.array(columns(scope).column).exactOptional(),
    soonest: columns(scope).moment.exactOptional(),
    parameters: Parameters.exactOptional(),
    variants: z.strictObject(Object.fromEntries(ofVariants)).exactOptional(),
  })
}

function variantSchema(scope: Scope): z.ZodType<Variant> {
  const { table, at, unit, better, statistic, value, ...rest } = sayings(scope)
  return z.strictObject({
    means: Sentence,
    another: z.literal(true).exactOptional(),
    formula: Sentence.exactOptional(),
    table: table.exactOptional(),
    at: at.exactOptional(),
    unit: unit.exactOptional(),
    better: better.exactOptional(),
    statistic: statistic.exactOptional(),
    value: value.exactOptional(),
    ...rest,
  })
}

/** What a metric and each of its variants can say. */
function sayings(scope: Scope) {
  const { condition, term, conditions } = expressions(scope)
  return {
    table: z.enum(tables.map(({ name }) => name)).transform(tableOf),
    at: anchorSchema(scope),
    unit: z.enum(UNITS),
    better: z.enum(["higher", "lower", "neutral"]),
    statistic: Sentence,
    value: valueSchema(scope),
    where: condition.exactOptional(),
    leaves: conditions.exactOptional(),
    clock: z.enum(["calendar", "business"]).exactOptional(),
    matures: condition.exactOptional(),
    splits: z.record(z.string(), term).exactOptional(),
  }
}

function expressions(scope: Scope) {
  const read = <T>(how: (text: string, scope: Scope) => T) =>
    Written.transform((text, context): T => {
      try {
        return how(text, scope)
      } catch (error) {
        if (!(error instanceof Misread)) throw error
        context.addIssue(`at character ${error.at + 1} of "${text}": ${error.message}.`)
        return z.NEVER
      }
    })
  const condition: z.ZodType<Condition> = read(readCondition)
  const term: z.ZodType<Term> = read(readTerm)
  const whole: z.ZodType<Term> = read(readWhole)
  return { condition, term, whole, conditions: z.record(z.string().min(1), condition) }
}

function columns(scope: Scope) {
  const { term } = expressions(scope)
  const moment = term.transform((read, context): ColumnTerm<"moment"> => {
    if (read.kind === "column" && read.type === "moment") return read as ColumnTerm<"moment">
    context.addIssue("it must be a column that holds a moment.")
    return z.NEVER
  })
  const column = term.transform((read, context): ColumnTerm => {
    if (read.kind === "column") return read
    context.addIssue("it must be a column.")
    return z.NEVER
  })
  return { moment, column }
}

function anchorSchema(scope: Scope): z.ZodType<Anchor> {
  const { whole } = expressions(scope)
  const ahead = z.literal(true).exactOptional()
  return z.discriminatedUnion("basis", [
    z.strictObject({ basis: z.enum(["created", "solved", "event"]), column: columns(scope).moment, ahead }),
    z.strictObject({ basis: z.enum(["instant", "window"]), from: whole, to: whole }),
  ])
}

/** Every kind of value with all its fields: one that is missing here does not compile. */
type Shapes = {
  readonly [Kind in Value["kind"]]: {
    readonly [Field in keyof Omit<Extract<Value, { readonly kind: Kind }>, "kind">]-?: z.ZodType
  }
}

function valueSchema(scope: Scope): z.ZodType<Value> {
  const { term, whole, condition, conditions } = expressions(scope)
  const divide = z.number().positive()
  const parts = conditions.exactOptional()
  const metric = z.string().min(1)
  const yes = z.boolean().exactOptional()
  const shapes: Shapes = {
    count: { parts },
    distinct: { of: term },
    sum: { of: whole, divide },
    share: { of: condition, parts, yearly: yes, cluster: term.exactOptional() },
    prevalence: { of: condition, truth: condition, known: condition },
    mix: { of: z.string().min(1), divided: yes },
    mean: { of: whole, per: whole.exactOptional(), divide, shown: divide.exactOptional(), parts, part: yes },
    ratio: { of: condition, per: condition },
    duration: {
      took: whole,
      finished: condition,
      soFar: whole.exactOptional(),
      headline: z.enum(["median", "mean"]),
      cluster: term.exactOptional(),
    },
    score: { up: condition, down: condition },
    exposure: { of: condition, during: whole, times: z.enum(["window", "year"]) },
    growth: { of: whole, from: whole, divide },
    rate: {},
    longest: { of: whole },
    quotient: {
      of: metric,
      per: z.union([metric, z.array(metric).min(1)]),
      times: z.number(),
      sharedBy: z.array(metric).exactOptional(),
      over: term.exactOptional(),
      counts: yes,
    },
    difference: { of: metric, from: metric },
    lifetime: { revenue: metric, churn: metric, margin: term, discount: term, horizon: term.exactOptional() },
    ...modelled(term, metric),
  }
  const [first, ...others] = Object.entries(shapes).map(([kind, shape]) => z.strictObject({ kind: z.literal(kind), ...shape }))
  // That each kind has its fields is said by the type of `shapes`; the library loses it in the list.
  return z.discriminatedUnion("kind", [first!, ...others]) as unknown as z.ZodType<Value>
}

/** Those that a model is asked for. */
function modelled(term: z.ZodType<Term>, metric: z.ZodType<string>): Pick<Shapes, "purchases" | "staffing"> {
  return {
    purchases: {
      repeats: term,
      last: term,
      age: term,
      spent: term,
      customer: term,
      weeks: term,
      margin: term,
      discount: term,
      says: z.enum(["worth", "purchases", "alive"]),
    },
    staffing: {
      of: z.enum(["agents", "scheduled"]),
      contacts: metric,
      handle: metric,
      goal: term,
      within: term,
      mostOccupancy: term,
      shrinkage: term,
      patience: term,
    },
  }
}

function tableOf(name: string): Table {
  return tables.find((table) => table.name === name)!
}

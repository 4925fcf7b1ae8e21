import { assert } from "../../assert.ts"
import type { Condition } from "../../metrics/expression.ts"
import { type Asked, askedMetric } from "../../metrics/resolve.ts"
import { countAlike, type Metric } from "../../metrics/metric.ts"
import { namedBy, namesWithin, termsIn } from "../../metrics/walk.ts"
import type { Table } from "../../warehouse/tables.ts"
import { Problem } from "../../problem.ts"
import type { Coded } from "../dictionary.ts"
import { grouped } from "../grouped.ts"
import type { Question } from "../question.ts"
import { type Aggregate, needsOf, type Needs } from "./aggregates.ts"
import { type Dimension, filterOf, type Filtered, splitOf } from "./dimensions.ts"

/** A metric in a pass: what it needs, and under which name each aggregate comes back. */
export interface Member {
  readonly asked: Asked
  readonly needs: Needs
  /** By part: the column of the answer. */
  readonly columns: Readonly<Record<string, string>>
}

/** The metrics that share a table, what puts a row into a period, and what their splits and filters mean. */
export interface Pass {
  readonly at: Metric["at"]
  readonly splits: readonly Dimension[]
  readonly filters: readonly Filtered[]
  /** What all its metrics are about, so that other rows need not be read. */
  readonly where?: Condition | undefined
  readonly members: readonly Member[]
  /** Each different aggregate once, by the name of its column. */
  readonly aggregates: Readonly<Record<string, Aggregate>>
}

/** All passes over one table: one statement, one scan. */
export interface TablePlan {
  readonly table: Table
  readonly passes: readonly Pass[]
}

export interface Plan {
  readonly asked: readonly Asked[]
  readonly tables: readonly TablePlan[]
}

export function planOf(question: Question, metrics: readonly Metric[]): Plan {
  const asked = question.metrics.map((ref) => askedMetric(ref, metrics))
  refuseTwice("The metric", question.metrics)
  refuseTwice("The split", question.by ?? [])
  const parts = asked.flatMap((one) => withParts(one, metrics))
  const measured = [...parts, ...parts.flatMap((one) => sharedOut(one, question, metrics))].filter(
    ({ metric }) => !isMade(metric),
  )
  const unique = [...new Map(measured.map((one) => [one.ref, one])).values()]
  const tables = grouped(unique, ({ metric }) => metric.table)
  return {
    asked,
    tables: [...tables].map(([table, ofTable]) => ({ table, passes: passesOf(ofTable, question) })),
  }
}

/** A metric and all it is made of, down to what is counted. */
export function withParts(asked: Asked, metrics: readonly Metric[]): readonly Asked[] {
  return [asked, ...madeOf(asked, metrics).flatMap((part) => withParts(part, metrics))]
}

/** What is shared out, and by what, of all: a filter says which part is asked for, as a group does, and takes nothing from the whole. */
function sharedOut(asked: Asked, question: Question, metrics: readonly Metric[]): readonly Asked[] {
  const { value } = asked.metric
  if (value.kind !== "quotient" || value.sharedBy === undefined || !isFiltered(question)) return []
  return [value.of, ...value.sharedBy].map((ref) => unfiltered(partOf(asked, ref, metrics)))
}

export function isFiltered({ where = [] }: Question): boolean {
  return where.length > 0
}

export function unfiltered(asked: Asked): Asked {
  return { ...asked, ref: `${asked.ref} of all`, unfiltered: true }
}

/** A part of a made metric, asked with the same parameters, as far as it has them. */
export function partOf({ parameters }: Asked, ref: string, metrics: readonly Metric[]): Asked {
  const has = askedMetric(ref, metrics).metric.parameters ?? {}
  const own = Object.entries(parameters).filter(([name]) => name in has)
  return askedMetric(own.length === 0 ? ref : `${ref}(${own.map(([name, value]) => `${name}=${value}`).join(",")})`, metrics)
}

export function perOf({ per }: Extract<Metric["value"], { kind: "quotient" }>): readonly string[] {
  return typeof per === "string" ? [per] : per
}

function isMade({ value }: Metric): boolean {
  return ["quotient", "difference", "lifetime", "staffing"].includes(value.kind)
}

/** The metrics that one is made of, as it names them. */
export function partsOf({ value }: Metric): readonly string[] {
  switch (value.kind) {
    case "quotient":
      return [value.of, ...perOf(value), ...(value.sharedBy ?? [])]
    case "difference":
      return [value.of, value.from]
    case "lifetime":
      return [value.revenue, value.churn]
    case "staffing":
      return [value.contacts, value.handle]
    default:
      return []
  }
}

/** The same as questions. */
export function madeOf(asked: Asked, metrics: readonly Metric[]): readonly Asked[] {
  const { metric } = asked
  const { value } = metric
  if (value.kind === "lifetime") return partsOf(metric).map((ref) => askedMetric(ref, metrics))
  const parts = partsOf(metric).map((ref) => partOf(asked, ref, metrics))
  if (value.kind === "staffing") return parts
  assert(
    parts.every((part) => countAlike(part.metric, metric)),
    `${metric.name} is made of metrics that do not count by the same`,
  )
  return parts
}

/** All that the metrics and filters name, so that all codes are looked up at once. */
export const namesOf = (plan: Plan): Readonly<Record<Coded, readonly string[]>> => ({
  words: namesOfKind(plan, "words"),
  agents: namesOfKind(plan, "agents"),
  teams: namesOfKind(plan, "teams"),
  subjects: namesOfKind(plan, "subjects"),
})

const CODED: readonly Filtered["dimension"]["type"][] = ["code", "codes", "subject"]

function namesOfKind({ tables }: Plan, named: Coded): readonly string[] {
  return tables.flatMap(({ passes }) =>
    passes.flatMap(({ at, splits, where, aggregates, members, filters }) => [
      ...namesWithin([at, splits, where, aggregates, members.map(({ needs }) => needs)], named),
      ...filters
        .filter(({ dimension }) => CODED.includes(dimension.type) && namedBy(dimension.term) === named)
        .flatMap(wordsOfFilter),
      ...filters.flatMap(({ dimension }) => namesWithin(dimension, named)),
    ]),
  )
}

function wordsOfFilter({ filter }: Filtered): readonly string[] {
  return [...(filter.in ?? []), ...(filter.notIn ?? [])].filter((word) => word !== null)
}

function passesOf(asked: readonly Asked[], question: Question): readonly Pass[] {
  const ready = asked.map((one) => ({
    asked: one,
    at: one.metric.at,
    splits: (question.by ?? []).map((name) => splitOf(name, one)),
    filters: one.unfiltered ? [] : (question.where ?? []).map((filter) => filterOf(filter, one)),
  }))
  const alike = grouped(ready, ({ at, splits, filters }) => JSON.stringify([at, splits, filters]))
  return [...alike.values()].map((group) => {
    const { at, splits, filters } = group[0]!
    return {
      at,
      splits,
      filters,
      where: commonWhere(group.map((one) => one.asked)),
      ...namedAggregates(group.map((one) => one.asked)),
    }
  })
}

function commonWhere(asked: readonly Asked[]): Condition | undefined {
  const [first, ...others] = asked.map(({ metric }) => metric.where)
  if (first === undefined || others.some((where) => JSON.stringify(where) !== JSON.stringify(first))) return undefined
  // What is asked of a window or an instant may depend on its ends, which a row of the table does not know.
  const knows = termsIn(first).every((term) => term.kind !== "moment" || term.which === "as_of")
  return asked[0]!.metric.at.basis !== "window" && knows ? first : undefined
}

/** Two metrics that need the same number share its column, named after the first. */
function namedAggregates(asked: readonly Asked[]): Pick<Pass, "members" | "aggregates"> {
  const names = new Map<string, string>()
  const aggregates: Record<string, Aggregate> = {}
  const members = asked.map((one): Member => {
    const needs = needsOf(one.metric)
    const columns: Record<string, string> = {}
    for (const [part, aggregate] of Object.entries(needs.aggregates)) {
      const key = JSON.stringify(aggregate)
      const name = names.get(key) ?? freeName(`${one.metric.name}_${part}`, aggregates)
      names.set(key, name)
      aggregates[name] = aggregate
      columns[part] = name
    }
    return { asked: one, needs, columns }
  })
  return { members, aggregates }
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  let free = name.replace(/\W/g, "_")
  for (let i = 2; free in taken; i++) free = `${name.replace(/\W/g, "_")}_${i}`
  return free
}

function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new Problem("question.twice", { what: `${what} ${twice}` })
}

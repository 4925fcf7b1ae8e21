import type { Condition, Term } from "../../metrics/expression.ts"
import { namedBy, termsIn, termsOf } from "../../metrics/walk.ts"
import { quote } from "../../warehouse/schema.ts"
import type { Table } from "../../warehouse/tables.ts"
import type { Statement } from "../../warehouse/warehouse.ts"
import type { Frame } from "../time/frame.ts"
import { type Aggregate, GRID, isOrdered, LEVELS, PARTS_A_ROW } from "./aggregates.ts"
import type { Feed, Scope } from "./feed.ts"
import { type Marks, marksIn, marksOf } from "./marks.ts"
import { halvesOf } from "./left-out.ts"
import { EXCLUDED } from "./parts.ts"
import type { Member, Pass, TablePlan } from "./plan.ts"
import type { Gathered, Listed } from "./gathered-statement.ts"
import { writeCellSelects, type Written } from "./cells-statement.ts"
import { tableRead } from "./dialect.ts"
import { clustersName } from "./clusters-statement.ts"
import { writePlace } from "./place.ts"
import { codesOf, isList, windowWriter, writeCondition, writeTerm, type Writer } from "./writer.ts"

export interface TableStatement extends Statement {
  readonly feeds: readonly Feed[]
  readonly gathered: readonly Gathered[]
}

/** How much an engine is trusted with. */
export interface Ways {
  /** Quantiles are left to who reads the rows. */
  readonly mayGather: boolean
  /** What all passes read is set aside; else each reads the table, in the same statement. */
  readonly maySetAside: boolean
}

/** One table's statement: one scan into `base`, and every pass reads from there. */
export function writeStatement(plan: TablePlan, scope: Scope, { mayGather, maySetAside }: Ways): TableStatement {
  const feeds = feedsOf(plan, scope.frame)
  const base = new Map<string, string>()
  const inner: Writer = { ...scope.writer, attribute: (name) => takenOut(name, base, scope.writer) }
  const wheres = feeds.map((feed) => writePlace(feed, base, scope))
  const halves = feeds.flatMap((feed) => inHalves(feed, scope.writer))
  for (const { columns } of halves) for (const column of columns) base.set(column, column)
  const selects = halves.map((found) => {
    const half = found.early ? found : withAttributes(found, base, scope.writer)
    const writer = half.pass.at.basis === "window" ? windowWriter(inner, scope.frame.windows) : inner
    const marks = half.early ? marksIn(base, scope.writer) : marksOf(writer)
    return writeCellSelects(half, writeAggregates(half.pass, marks, mayGather), marks, mayGather, { ...scope, writer })
  })
  const select = indented(writeBase(base, plan.table, wheres, scope))
  const shared = selects.reduce((reads, one) => reads + one.reads, 0) > 1
  const { dialect } = scope.writer
  const parts = [
    shared && maySetAside ? dialect.once("base", select) : dialect.eachTime("base", select),
    ...selects.flatMap(({ parts }) => parts),
  ]
  const sql = `WITH ${parts.join(",\n")}\n${dialect.together(selects.flatMap(({ selects }) => selects))}`
  return { sql, params: scope.writer.params, feeds, gathered: selects.flatMap(({ gathered }) => gathered) }
}

function feedsOf({ passes }: TablePlan, { runs, runsAhead, instants, windows }: Frame): readonly Feed[] {
  const runsOf = ({ at }: Pass) => {
    if (at.basis === "window") return windows.length > 0 ? [null] : []
    if (at.basis === "instant") return instants.length > 0 ? [null] : []
    return at.ahead ? runsAhead : runs
  }
  return passes
    .flatMap((pass) => runsOf(pass).map((run) => ({ pass, run })))
    .map((feed, id, { length }) => ({
      ...feed,
      id,
      alone: length === 1,
      among: "",
      suffix: String(id),
      early: feed.run !== null,
      columns: feed.run === null ? columnsOf(feed.pass) : [],
    }))
}

/** A feed whose rows are counted apart where they are left out whatever is asked. Reasons that no row has need no counting. */
function inHalves(feed: Feed, writer: Writer): readonly Feed[] {
  const halves = halvesOf(feed.pass)
  if (halves === null) return [feed]
  const excluded = quote(EXCLUDED.name)
  const kept = { ...feed, pass: halves.kept, among: `${excluded} IS NULL`, columns: [...new Set([...feed.columns, excluded])] }
  const aggregates = Object.entries(halves.left.aggregates).filter(([, { where }]) => !isNever(where, writer))
  if (aggregates.length === 0) return [kept]
  const left = { ...halves.left, aggregates: Object.fromEntries(aggregates) }
  const rows = { among: `${excluded} IS NOT NULL`, suffix: `${feed.suffix}_left`, early: false, columns: columnsOf(left) }
  return [kept, { ...feed, pass: left, ...rows }]
}

function writeBase(
  base: ReadonlyMap<string, string>,
  table: Table,
  wheres: readonly string[],
  { schema, writer }: Scope,
): string {
  const columns = [...base].map(([name, text]) => (text === name ? `  ${text}` : `  ${text} AS ${name}`))
  const where = wheres.length === 1 ? wheres[0]! : [...new Set(wheres)].map((one) => `(${one})`).join("\n   OR ")
  const from = tableRead(schema, table, `${columns.join()} ${where}`, writer.dialect)
  return `SELECT\n${columns.join(",\n")}\nFROM ${from}\nWHERE ${where}`
}

/** What is worked out on a feed's own rows: they have the attributes it reads, each taken out of its map. */
function withAttributes(feed: Feed, base: Map<string, string>, writer: Writer): Feed {
  const names = termsOfPass(feed.pass).flatMap((term) => (term.kind === "attribute" ? [term.name] : []))
  const taken = [...new Set(names)].map((name) => takenOut(name, base, writer))
  return { ...feed, columns: [...feed.columns, ...taken] }
}

function columnsOf(pass: Pass): readonly string[] {
  return [...new Set(termsOfPass(pass).flatMap((term) => (term.kind === "column" ? [quote(term.name)] : [])))]
}

/** Every term in what a pass counts. */
function termsOfPass({ at, aggregates, members }: Pass): readonly Term[] {
  const terms = [
    ...(at.basis === "window" ? [at.from, at.to] : []),
    ...Object.values(aggregates).flatMap(termsOfAggregate),
    ...members.flatMap(({ needs }) => (needs.lists ? [needs.lists.took, needs.lists.soFar] : [])),
    ...members.flatMap(({ needs }) => (needs.clusters ? [needs.clusters.by] : [])),
  ]
  return terms.flatMap(termsOf)
}

function termsOfAggregate(aggregate: Aggregate): readonly Term[] {
  const where = termsIn(aggregate.where)
  if (aggregate.kind === "count") return where
  if (aggregate.kind === "values") return [aggregate.of, aggregate.inOrderOf, ...where]
  return aggregate.kind === "wide_sum" ? [...aggregate.factors, ...where] : [aggregate.of, ...where]
}

function writeAggregates({ aggregates, members }: Pass, marks: Marks, mayGather: boolean): ReadonlyMap<string, Written> {
  const w = marks.writer
  return new Map(
    Object.entries(aggregates).map(([name, aggregate]): [string, Written] => [
      name,
      {
        overRows: writeAggregate(name, aggregate, marks, w),
        overParts: writeOverParts(name, aggregate, w),
        listed: mayGather ? writeListed(name, aggregate, members, marks, w) : undefined,
      },
    ]),
  )
}

function writeListed(
  name: string,
  aggregate: Aggregate,
  members: readonly Member[],
  marks: Marks,
  w: Writer,
): Listed | undefined {
  if (!isOrdered(aggregate)) return undefined
  const where = marks.mark(writeWhere(aggregate.where, w), `in_${name}`)
  const value = marks.mark(writeTerm(aggregate.of, w), `of_${name}`)
  const readers = members.filter(({ columns }) => Object.values(columns).includes(name))
  return { kind: aggregate.kind, of: value, where, clusters: [...new Set(readers.map(clustersName))] }
}

function writeOverParts(name: string, { kind }: Aggregate, { dialect }: Writer): string | null {
  switch (kind) {
    case "count":
    case "sum":
    case "shared_out":
      return dialect.sum(name, "")
    case "wide_sum":
      return dialect.text(dialect.sum(name, ""))
    case "most":
      return dialect.most(name, "")
    case "distinct":
    case "quantiles":
    case "order":
    case "values":
      return null
    default:
      return kind satisfies never
  }
}

function writeAggregate(name: string, aggregate: Aggregate, marks: Marks, w: Writer): string {
  if (aggregate.kind === "count" && isNever(aggregate.where, w)) return "0"
  const where = marks.mark(writeWhere(aggregate.where, w), `in_${name}`)
  const value = (term: Term, suffix = "") => marks.mark(writeTerm(term, w), `of_${name}${suffix}`)
  switch (aggregate.kind) {
    case "count":
      return w.dialect.count(where)
    case "sum":
      return w.dialect.sum(value(aggregate.of), where)
    case "shared_out":
      return w.dialect.sum(marks.mark(writePart(aggregate.of, w), `of_${name}`), where)
    case "distinct":
      return w.dialect.distinct(value(aggregate.of), where)
    case "most":
      return w.dialect.most(value(aggregate.of), where)
    case "wide_sum":
      return w.dialect.wideSum(
        aggregate.factors.map((factor, i) => value(factor, `_${i}`)),
        where,
      )
    case "quantiles":
      return w.dialect.tenfoldQuantiles(LEVELS, value(aggregate.of), where)
    case "values":
      return w.dialect.listInOrder(value(aggregate.of), value(aggregate.inOrderOf, "_in_order_of"), where)
    case "order":
      return w.dialect.orderStatistics(GRID, value(aggregate.of), where)
    default:
      return aggregate satisfies never
  }
}

/** Who is in no list, or alone, has the whole: nothing is divided by 0. */
function writePart(of: Term, w: Writer): string {
  const list = writeTerm(of, w)
  if (!isList(of)) return String(PARTS_A_ROW)
  return w.dialect.divide(String(PARTS_A_ROW), `CASE WHEN ${w.dialect.filled(list)} THEN ${w.dialect.length(list)} ELSE 1 END`)
}

function writeWhere(where: Condition, w: Writer): string {
  return where.kind === "all" && where.of.length === 0 ? "" : writeCondition(where, w)
}

/** A word that nobody ever used is on no row: nothing needs counting. */
function isNever(where: Condition, w: Writer): boolean {
  if (where.kind === "all") return where.of.some((part) => isNever(part, w))
  if (where.kind === "any") return where.of.every((part) => isNever(part, w))
  if (where.kind !== "word") return false
  return namedBy(where.of) !== "texts" && codesOf(where.of, where.words, w).every((code) => code === 0)
}

/** An attribute is taken out of its map once, in `base`. */
function takenOut(name: string, base: Map<string, string>, writer: Writer): string {
  const text = writer.attribute(name)
  const known = [...base].find(([, other]) => other === text)?.[0]
  const column = known ?? `attribute_${base.size}`
  base.set(column, text)
  return column
}

export function indented(text: string): string {
  return text.replace(/^/gm, "  ")
}

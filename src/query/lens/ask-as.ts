import { findLens } from "../../metrics/lenses/index.ts"
import type { Lens } from "../../metrics/lenses/lens.ts"
import { lastOf, type Seen, through } from "../../metrics/lenses/through.ts"
import type { Metric } from "../../metrics/metric.ts"
import { Problem } from "../../problem.ts"
import { unknownCell } from "../cells/cell.ts"
import { grouped } from "../grouped.ts"
import type { Answer, AnswerRow, Cell, Question, RowsQuestion } from "../question.ts"
import type { Theirs } from "./theirs.ts"

type Ask = (question: Question) => Promise<Answer>

/** The answer, and beside each number what a product would show: the same question, folded and asked by that product's rules. */
export async function askAs({ as, ...question }: Question, metrics: readonly Metric[], ask: Ask): Promise<Answer> {
  if (as === undefined) return ask(question)
  const lens = findLens(as)
  const ways = new Map(question.metrics.map((ref) => [ref, through(lens, ref, metrics)]))
  const ours = await ask(question)
  const seen = [...ways.values()].filter((way) => typeof way !== "string")
  const theirs = new Map<string, Map<string, Cell>>()
  for (const together of grouped(seen, (way) => JSON.stringify(lastOf(way).rules)).values()) {
    const answer = await ask(theirQuestion(question, together))
    for (const way of together) theirs.set(way.ref, cellsOf(answer, lastOf(way).ref))
  }
  return {
    ...ours,
    question: { ...ours.question, as: lens.name },
    rows: beside(ours, theirs),
    lens: {
      name: lens.name,
      title: lens.title,
      metrics: Object.fromEntries([...ways].map(([ref, way]) => [ref, theirsOf(way)])),
      lacks: lens.lacks,
    },
  }
}

/** The rows behind a product's number are those of the metric and the rules by which it is counted here. */
export function rowsAs(asked: RowsQuestion, metrics: readonly Metric[]): RowsQuestion {
  const { as, ...question } = asked.question
  if (as === undefined) return asked
  const way = wayTo(findLens(as), asked.metric, metrics)
  const { ref, rules } = lastOf(way)
  return { ...asked, metric: ref, question: { ...question, metrics: [ref], rules: { ...question.rules, ...rules } } }
}

/** The way to a product's number, which must be there. */
export function wayTo(lens: Lens, ref: string, metrics: readonly Metric[]): Seen {
  const way = through(lens, ref, metrics)
  if (typeof way === "string") throw new Problem("lens.nothing", { says: way })
  return way
}

/** What stands beside our numbers alone stays theirs: comparisons, targets and limits are told of ours. */
function theirQuestion(question: Question, together: readonly Seen[]): Question {
  const { from, to, zone, grain, by, where, asOf, rules } = question
  return {
    metrics: [...new Set(together.map((way) => lastOf(way).ref))],
    rules: { ...rules, ...lastOf(together[0]!).rules },
    from,
    to,
    ...(zone !== undefined && { zone }),
    ...(grain && { grain }),
    ...(by && { by }),
    ...(where && { where }),
    ...(asOf !== undefined && { asOf }),
  }
}

function cellsOf({ rows }: Answer, ref: string): Map<string, Cell> {
  return new Map(rows.map((row) => [placeOf(row), row.cells[ref]!]))
}

/** Our rows with theirs beside them, and the rows that only they have. */
function beside(ours: Answer, theirs: ReadonlyMap<string, ReadonlyMap<string, Cell>>): readonly AnswerRow[] {
  const own = new Set(ours.rows.map(placeOf))
  const places = [...new Set([...theirs.values()].flatMap((cells) => [...cells.keys()]))].filter((place) => !own.has(place))
  const none = unknownCell("none by our rules")
  const added = places.map((place): AnswerRow => {
    const [bucket, by] = JSON.parse(place) as [AnswerRow["bucket"], [string, string | null][]]
    return {
      bucket,
      by: Object.fromEntries(by),
      cells: Object.fromEntries(Object.keys(ours.definitions).map((ref) => [ref, none])),
    }
  })
  return [...ours.rows, ...added].map((row) => ({
    ...row,
    theirs: Object.fromEntries(
      [...theirs].map(([ref, cells]) => [ref, cells.get(placeOf(row)) ?? unknownCell("none by their rules")]),
    ),
  }))
}

function placeOf({ bucket, by }: AnswerRow): string {
  return JSON.stringify([bucket, Object.entries(by).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

export function theirsOf(way: Seen | string): Theirs {
  if (typeof way === "string") return { called: null, differs: way, ref: null, rules: {}, because: [], source: null, lacks: [] }
  const { called, differs, source, lacks = [] } = way.nearest
  return { called, differs, ...lastOf(way), because: way.stages.map(({ because }) => because), source, lacks }
}

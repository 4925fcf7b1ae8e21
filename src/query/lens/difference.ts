import { findLens } from "../../metrics/lenses/index.ts"
import type { Seen } from "../../metrics/lenses/through.ts"
import type { Metric } from "../../metrics/metric.ts"
import { askedMetric } from "../../metrics/resolve.ts"
import { Problem } from "../../problem.ts"
import { ask } from "../ask.ts"
import { textsOf } from "../dictionary.ts"
import type { Answer, Question } from "../question.ts"
import { type AskSource, dialectOf } from "../source.ts"
import { theirsOf, wayTo } from "./ask-as.ts"
import type { Difference, DifferenceQuestion } from "./difference-question.ts"
import { columnsOf, differingOf, groupsSql, pageSql, rowOf } from "./difference-rows.ts"
import { writeDifferences } from "./difference-statement.ts"
import { stateOf } from "./state.ts"

/** The way from our number to a product's, as questions: ours first, then one a step. Each is asked of the fold by its own rules. */
export interface Way {
  readonly product: string
  readonly seen: Seen
  readonly questions: readonly Question[]
}

export function wayOf({ question, metric }: DifferenceQuestion, metrics: readonly Metric[]): Way {
  const { as, from, to, zone, where, asOf, rules } = question
  if (as === undefined) throw new Problem("difference.as_what", undefined)
  if (!question.metrics.includes(metric)) throw new Problem("rows.not_in_question", { metric })
  const lens = findLens(as)
  const seen = wayTo(lens, metric, metrics)
  const same = {
    from,
    to,
    ...(zone !== undefined && { zone }),
    ...(where && { where }),
    ...(asOf !== undefined && { asOf }),
  }
  const stages = [{ ref: metric, rules: {} }, ...seen.stages]
  return {
    product: lens.title,
    seen,
    questions: stages.map((stage) => ({ ...same, metrics: [stage.ref], rules: { ...rules, ...stage.rules } })),
  }
}

/** Which rows make the difference, each for the step after which it never was as ours again. `sources` are those of the way's questions. */
export async function differenceOf(
  asked: DifferenceQuestion,
  { product, seen, questions }: Way,
  sources: readonly AskSource[],
): Promise<Difference> {
  const { stages } = seen
  if (asked.step !== null && asked.step > stages.length)
    throw new Problem("difference.no_such_step", { step: asked.step, steps: stages.length })
  const answers: Answer[] = []
  for (const [i, question] of questions.entries()) answers.push(await ask(question, sources[i]!))
  const cells = answers.map(({ rows, question }) => rows[0]!.cells[question.metrics[0]!]!)
  const [first] = answers
  const { metric } = askedMetric(asked.metric, sources[0]!.metrics)
  const found = stages.length === 0 ? NOTHING : await differing(asked, questions, sources, metric)
  const steps = stages.map(({ because }, i) => {
    const groups = found.groups.filter(({ step }) => step === i + 1)
    return { because, count: sumOf(groups), differing: groups.map(({ step: _, ...group }) => group), cell: cells[i + 1]! }
  })
  const differingInAll = sumOf(steps)
  return {
    product,
    theirs: theirsOf(seen),
    definition: first!.definitions[asked.metric]!,
    period: first!.period,
    cell: cells[0]!,
    differing: differingInAll,
    steps,
    count: asked.step === null ? differingInAll : steps[asked.step - 1]!.count,
    columns: columnsOf(metric),
    rows: found.rows.map((row) => rowOf(row, metric, steps, found.names)),
  }
}

type Found = Awaited<ReturnType<typeof differing>>
const NOTHING: Found = { groups: [], rows: [], names: new Map() }

async function differing(
  { step, offset, limit }: DifferenceQuestion,
  questions: readonly Question[],
  sources: readonly AskSource[],
  metric: Metric,
) {
  const params: (string | number)[] = []
  const states: string[] = []
  for (const [i, question] of questions.entries()) {
    const state = await stateOf(question, sources[i]!, params)
    if (state === null) return { groups: [], rows: [], names: new Map<number, string>() }
    states.push(state)
  }
  const { warehouse } = sources[0]!
  const dialect = dialectOf(sources[0]!)
  const told = writeDifferences(states, dialect)
  const groups = await warehouse.rows(`${told}\n${groupsSql(dialect)}`, params)
  const rows = await warehouse.rows(`${told}\n${pageSql({ step, offset, limit })}`, params)
  const names = await textsOf(
    warehouse,
    "subjects",
    rows.map((row) => Number(row["subject"])),
  )
  return { groups: groups.map((row) => differingOf(row, metric)), rows, names }
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}

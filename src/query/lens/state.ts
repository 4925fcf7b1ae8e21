import { assert } from "../../assert.ts"
import { tableRead } from "../plan/dialect.ts"
import { partsOf } from "../plan/parts.ts"
import { writeTerm, type Writer } from "../plan/writer.ts"
import { prepare, scopeOf } from "../prepare.ts"
import { Problem } from "../../problem.ts"
import type { Question } from "../question.ts"
import { whereOf } from "../rows.ts"
import { type AskSource, dialectOf } from "../source.ts"
import { addedBy, lastingOf, writeState } from "./difference-statement.ts"

/** What each subject adds to the only number of a question, as a select. null: nothing is known of that time. */
export async function stateOf(question: Question, source: AskSource, params: Writer["params"]): Promise<string | null> {
  const prepared = await prepare(question, source)
  const [asked] = prepared.plan.asked
  const [table] = prepared.plan.tables
  const { ref, metric } = asked!
  if (!table || table.table !== metric.table) throw new Problem("difference.not_of_rows", { metric: metric.name })
  const [pass] = table.passes
  const scope = scopeOf(prepared, params)
  const parts = partsOf(metric)
  const counted = await whereOf({ metric: ref, bucket: null, by: {}, part: "counted" }, metric, pass!, prepared, scope)
  if (counted === null) return null
  const lasting = parts.censored && lastingOf(metric)
  const running =
    lasting && (await whereOf({ metric: ref, bucket: null, by: {}, part: "censored" }, metric, pass!, prepared, scope))
  const [subject] = Object.keys(metric.table.columns)
  assert(metric.table.columns[subject!]!.type === "subject", `the rows of ${metric.table.name} are about nobody`)
  const added = addedBy(metric, parts, scope.writer)
  return writeState(
    {
      table: tableRead(source.schema, metric.table, `${counted} ${running} ${added}`, dialectOf(source)),
      subject: subject!,
      counted,
      added,
      ...(lasting && running && { running: { where: running, lasting: writeTerm(lasting, scope.writer) } }),
    },
    dialectOf(source),
  )
}

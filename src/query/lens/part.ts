import type { Condition } from "../../metrics/expression.ts"
import type { Metric } from "../../metrics/metric.ts"
import { type Part, PARTS_OF } from "../../warehouse/fold/part.ts"
import { spans } from "../../warehouse/tables.ts"
import { type Pass, planOf, type TablePlan } from "../plan/plan.ts"
import type { Question } from "../question.ts"
import { periodsOf } from "../time/period.ts"

/**
 * What questions of one period need of a fold by other rules: the stories of one family that lie in the period, or in the one it is
 * compared with. undefined where they need more than that, as those do that look at what a customer did before and after.
 */
export function partFor(questions: readonly Question[], metrics: readonly Metric[], usualZone: string): Part | undefined {
  const { now, before } = periodsOf(questions[0]!, questions[0]!.zone ?? usualZone, null)
  const tables = questions.flatMap((question) => planOf(question, metrics).tables)
  const parts = tables.map((table) => PARTS_OF[table.table.name] ?? partOfSpans(table))
  const families = new Set(parts.map((part) => part?.family))
  const [family] = families
  if (families.size !== 1 || family === undefined) return undefined
  const passes = tables.flatMap((table) => table.passes)
  const labelled = passes.some(isLabelled)
  if (family === "ratings") return { family, labelled }
  return {
    family,
    tables: [...new Set(parts.map((part) => part!.fills))].toSorted(),
    labelled,
    from: passes.every(({ at }) => liesWithin(at)) ? Math.min(now.from, before?.from ?? now.from) : null,
    to: now.to,
  }
}

/** What a conversation is told of spans. */
const SPANS_OF_CONVERSATIONS = ["unsolved", "chat"]

/** Spans are of calls, agents and subscriptions too, unless all that is asked is about those of conversations. */
function partOfSpans({ table, passes }: TablePlan): (typeof PARTS_OF)[string] {
  const can = table === spans && passes.every(({ where }) => where !== undefined && isOfConversations(where))
  return can ? { family: "conversations", fills: spans.name } : undefined
}

function isOfConversations(where: Condition): boolean {
  if (where.kind === "all") return where.of.some(isOfConversations)
  if (where.kind !== "word" || where.of.kind !== "column" || where.of.name !== "span") return false
  return where.words.every((word) => SPANS_OF_CONVERSATIONS.includes(word))
}

/** Whether what puts a row into a period is the moment of an event. What is due may be so after the story's end; what runs has none. */
function liesWithin(at: Pass["at"]): boolean {
  return "column" in at && at.ahead !== true
}

/** Whether anything that it counts, splits or filters by is a tag or a field of the source's own. */
function isLabelled({ aggregates, splits, filters, where, members }: Pass): boolean {
  const lists = members.map(({ needs }) => needs.lists)
  return /"(tags|attributes?)\b/.test(JSON.stringify([aggregates, splits, filters, where, lists]))
}

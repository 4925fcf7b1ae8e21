import { rowsOf } from "./answer.ts"
import { lookups } from "./cells/lookup.ts"
import { definitionsOf } from "./definitions.ts"
import { groupsOf } from "./groups.ts"
import { withAgainst } from "./judged/against.ts"
import { lackingLimits, withLimits } from "./judged/limits.ts"
import { withTargets } from "./judged/targets.ts"
import { notesOf } from "./notes.ts"
import { countAll, prepare, type Prepared } from "./prepare.ts"
import type { Answer, AnswerRow, Question } from "./question.ts"
import { withRanks } from "./ranks.ts"
import type { AskSource } from "./source.ts"
import { written } from "./time/zone.ts"
import { widened, withBands } from "./variants.ts"

export type { AskSource } from "./source.ts"

/** Every number that anyone sees comes from here. */
export async function ask(asked: Question, source: AskSource): Promise<Answer> {
  const { question, families } = widened(asked, source.metrics)
  const prepared = await prepare(question, source)
  const counted = await countAll(prepared)
  const found = lookups(counted, question.by?.length ?? 0, prepared.frame)
  const { groups, left, names } = await groupsOf(prepared, found)
  const definitions = definitionsOf(prepared.plan.asked)
  const ranked = withRanks(await rowsOf(prepared, found, groups), prepared.plan.asked)
  const rows = judged(withBands(ranked, families, definitions, prepared.plan.asked), prepared)
  return {
    question,
    rows,
    buckets: prepared.frame.buckets,
    definitions,
    names,
    ...timesOf(prepared),
    coverage: coverageOf(rows),
    notes: [...(await notesOf(prepared, rows, left)), ...lackingLimits(rows, question, prepared.plan.asked)],
    ...(question.explain && { sql: counted.map(({ sql }) => sql) }),
  }
}

/** The numbers beside each other, beside targets and beside what is usual. */
function judged(
  rows: readonly AnswerRow[],
  { question, plan: { asked }, frame: { buckets, periods } }: Prepared,
): readonly AnswerRow[] {
  const compared = withAgainst(rows, question, asked)
  return withLimits(withTargets(compared, question.targets, asked, buckets, periods), question, asked, buckets)
}

function timesOf({ frame, fold, question }: Prepared): Pick<Answer, "period" | "comparedWith" | "freshness"> {
  const { now, before, zone } = frame.periods
  const text = (at: number | null) => (at === null ? null : written(at, zone))
  return {
    period: { from: written(now.from, zone), to: written(now.to, zone), zone },
    ...(before && { comparedWith: { from: written(before.from, zone), to: written(before.to, zone) } }),
    freshness: { knownUntil: text(fold.knownUntil), lastLearned: text(fold.learnedUntil), asOf: question.asOf ?? null },
  }
}

/** The reasons for which a row lacks what a metric needs; the others say that it must not count. */
const LACKING = ["no_calendar", "unknown", "not_known"]

function coverageOf(rows: readonly AnswerRow[]): Answer["coverage"] {
  const whole = rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)
  const cells = Object.entries(whole?.cells ?? {})
  const lacking = cells.map(
    ([ref, { excluded }]) => [ref, LACKING.reduce((sum, reason) => sum + (excluded[reason] ?? 0), 0)] as const,
  )
  return {
    rows: Math.max(0, ...cells.map(([, cell]) => cell.n + cell.censored + cell.pending)),
    missing: Object.fromEntries(lacking.filter(([, count]) => count > 0)),
  }
}

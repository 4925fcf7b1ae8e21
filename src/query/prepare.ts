import type { Row } from "../warehouse/warehouse.ts"
import { type Dictionary, dictionaryFor } from "./dictionary.ts"
import type { Dialect } from "./plan/dialect.ts"
import type { Feed, Scope } from "./plan/feed.ts"
import { type Plan, planOf, subjectsOf, type TablePlan, wordsOf } from "./plan/plan.ts"
import { writeStatement } from "./plan/statement.ts"
import type { Writer } from "./plan/writer.ts"
import type { Question } from "./question.ts"
import { type AskSource, dialectOf, type Fold, foldOf } from "./source.ts"
import { type Frame, frameOf } from "./time/frame.ts"
import { periodsOf } from "./time/period.ts"
import { offsetsBetween } from "./time/zone.ts"

/** A question that is understood: its metrics, its time, its words as codes. Nothing was counted yet. */
export interface Prepared {
  readonly question: Question
  readonly source: AskSource
  readonly fold: Fold
  readonly frame: Frame
  readonly plan: Plan
  readonly dictionary: Dictionary
}

export async function prepare(question: Question, source: AskSource): Promise<Prepared> {
  const plan = planOf(question, source.metrics)
  const fold = await foldOf(source)
  const frame = frameOf(question, periodsOf(question, question.zone ?? source.zone, fold.measuredAt))
  const dictionary = await dictionaryFor(source.warehouse, wordsOf(plan), subjectsOf(plan))
  return { question, source, fold, frame, plan, dictionary }
}

/** What one table's statement counted. */
export interface Counted {
  readonly feeds: readonly Feed[]
  readonly rows: readonly Row[]
  readonly sql: string
}

export async function count(table: TablePlan, prepared: Prepared): Promise<Counted> {
  const statement = writeStatement(table, scopeOf(prepared))
  const rows = statement.feeds.length === 0 ? [] : await prepared.source.warehouse.rows(statement.sql, statement.params)
  return { feeds: statement.feeds, rows, sql: statement.sql }
}

/** `params` are shared by what is written into one statement. */
export function scopeOf(prepared: Prepared, params: Writer["params"] = []): Scope {
  const { source, frame, dictionary } = prepared
  return { schema: source.schema, frame, codes: dictionary, writer: writerFor(prepared, params) }
}

function writerFor({ source, frame, fold, dictionary }: Prepared, params: Writer["params"]): Writer {
  const { timetable } = source
  const dialect = dialectOf(source)
  const { periods, instants } = frame
  const asOf = fold.measuredAt ?? periods.now.to
  const calendars = timetable?.calendars.map((_, calendar) => calendar) ?? []
  return {
    dialect,
    params,
    codeOf: dictionary.word,
    attribute: (name) => dialect.attribute('"attributes"', bound(name, params, dialect)),
    asOf,
    openBefore_ms: calendars.map((calendar) => timetable!.openBefore(calendar, asOf)),
    instants: {
      at: instants,
      openBefore_ms: calendars.map((calendar) => instants.map((at) => timetable!.openBefore(calendar, at))),
    },
    openings: [],
    instant: "bucket",
    offsets: offsetsBetween(periods.zone, Math.min(periods.now.from, periods.before?.from ?? Infinity), periods.now.to),
  }
}

/** The same name is bound once, so that the same attribute reads the same everywhere in the statement. */
function bound(name: string, params: Writer["params"], dialect: Dialect): string {
  const known = params.indexOf(name)
  return dialect.parameter(known >= 0 ? known + 1 : params.push(name))
}

import type { Answer, Question, RowsAnswer, RowsQuestion } from "./query/question.ts"
import type { DuckWarehouse } from "./warehouse/duckdb.ts"

/** An open data folder: everything the commands and the server do, they do through this. */
export interface Plumbline {
  readonly folder: string
  readonly warehouse: DuckWarehouse
  ask(question: Question): Promise<Answer>
  rowsBehind(question: RowsQuestion): Promise<RowsAnswer>
  close(): Promise<void>
}

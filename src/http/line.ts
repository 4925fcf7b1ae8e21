import type { Plumbline } from "../plumbline.ts"
import type { Source } from "../connectors/source.ts"
import type { ImportReport } from "../warehouse/import/report.ts"
import type { Tape } from "../warehouse/fold/tape.ts"
import type { Answer, Definition, Question, RowsAnswer, RowsQuestion } from "../query/question.ts"

/** What the routes need of an open folder. An aborted signal stops the work in the engine. */
export interface Line extends Pick<Plumbline, "folder"> {
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  rowsBehind(question: RowsQuestion, signal?: AbortSignal): Promise<RowsAnswer>
  /** Every event, span, and clock start and stop of one conversation, each with its reason. */
  tape(asked: TapeQuestion, signal?: AbortSignal): Promise<Tape>
  catalog(): readonly Definition[]
  /** What numbers can be split and filtered by, each with its commonest words. */
  dimensions(signal?: AbortSignal): Promise<readonly Dimension[]>
  status(signal?: AbortSignal): Promise<Status>
  /** Reads a source to its end, folds what it touched, and tells who listens. Several at once wait for each other. */
  importFrom<Position>(source: Source<Position>): Promise<ImportReport>
  /** Calls back when new data can be asked about. Returns what ends it. */
  onLanded(listener: (landed: Landed) => void): () => void
}

export interface TapeQuestion {
  readonly conversation: string
  readonly rules: Readonly<Record<string, string>>
  readonly asOf?: string | undefined
}

export interface Dimension {
  readonly field: string
  readonly title: string
  readonly values: readonly { readonly value: string; readonly rows: number }[]
  /** There are more words than are listed. */
  readonly more: boolean
}

export interface Status {
  readonly company: string | null
  readonly zone: string
  readonly calendars: readonly string[]
  readonly events: number
  readonly conversations: number
  /** RFC 3339; null while there are no events. */
  readonly firstAt: string | null
  readonly knownUntil: string | null
  readonly lastLearned: string | null
}

export interface Landed {
  readonly events: number
  readonly knownUntil: string | null
}

import type { Plumbline } from "../plumbline.ts"
import type { Tape } from "../warehouse/fold/tape.ts"
import type { Answer, Definition, Question, RowsAnswer, RowsQuestion } from "../query/question.ts"

/** What the routes need of an open folder. An aborted signal stops the work in the engine. */
export interface Line extends Pick<Plumbline, "folder"> {
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  rowsBehind(question: RowsQuestion, signal?: AbortSignal): Promise<RowsAnswer>
  /** Every event, span, and clock start and stop of one conversation, each with its reason. */
  tape(asked: TapeQuestion, signal?: AbortSignal): Promise<Tape>
  catalog(): readonly Definition[]
  /** One metric under any name people use for it. An unknown or ambiguous name is a problem. */
  metric(name: string): Definition
  /** What numbers can be split and filtered by, each with its commonest words. */
  dimensions(signal?: AbortSignal): Promise<readonly Dimension[]>
  status(signal?: AbortSignal): Promise<Status>
  /** Reads events, one JSON object a line. The same line twice changes nothing. */
  importLines(lines: AsyncIterable<string>, source: string): Promise<Imported>
  rejects(limit: number): Promise<readonly Reject[]>
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

export interface Imported {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly duplicates: number
  readonly rejected: number
  readonly rejects: readonly Reject[]
}

export interface Reject {
  readonly source: string
  readonly line: number
  readonly field: string | null
  readonly reason: string
}

export interface Landed {
  readonly events: number
  readonly knownUntil: string | null
}

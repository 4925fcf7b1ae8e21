import type { CalendarSettings } from "../calendar/settings.ts"
import type { CanonicalEvent } from "../events/event.ts"
import type { LeadsTo } from "../warehouse/topics.ts"
import type { Question } from "../query/question.ts"

/** What happens on one line of a story. The order of the lines is the order in which things are told, not in which they happen. */
export type Item =
  | { readonly kind: "event"; readonly line: number; readonly event: CanonicalEvent; readonly learned_at: number }
  | Asked

/** One `ask` and the rows that are expected under it. */
export interface Asked {
  readonly kind: "ask"
  readonly line: number
  readonly question: Question
  /** The moments named in labels, so that `mon` finds its bucket. */
  readonly labels: Labels
  readonly expected: readonly ExpectedRow[]
}

/** A label as the author writes it → the local date or date-time it means; undefined for a word. */
export type Labels = (label: string) => string | undefined

export interface ExpectedRow {
  readonly line: number
  /** Its text as written, without the indent. */
  readonly text: string
  /** The labels before the value: metric, bucket, splits, as many as the question has. */
  readonly labels: readonly string[]
  readonly value: string
  /** What else is said of the cell, in the author's order: `n` → `3`, `low..high` → `76.7%..90.7%`. */
  readonly said: readonly (readonly [name: string, written: string])[]
}

/** One story of a file: its own world, told from nothing. */
export interface Story {
  readonly name: string
  readonly line: number
  readonly zone: string
  readonly calendars: CalendarSettings
  readonly topics?: LeadsTo
  readonly items: readonly Item[]
}

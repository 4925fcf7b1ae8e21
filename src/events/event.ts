import type { FieldName, fields, FieldType } from "./fields.ts"
import type { KindName } from "./kinds.ts"

/** The source's own fields. */
export type Attributes = Readonly<Record<string, string | number | readonly string[]>>

interface Values {
  readonly word: string
  readonly ref: string
  readonly text: string
  readonly number: number
  readonly boolean: boolean
  /** UTC microseconds since 1970. */
  readonly moment: number
  readonly words: readonly string[]
  readonly record: Attributes
}

export type FieldValue = Values[FieldType]

export type EventFields = { readonly [name in FieldName]?: Values[(typeof fields)[name]["type"]] }

/** One thing that happened, once, at a moment. Events are added, never edited. */
export interface CanonicalEvent extends EventFields {
  /** Stable and the source's own. */
  readonly id: string
  /** UTC microseconds since 1970. */
  readonly at: number
  readonly kind: KindName
  /** What it is about, `conversation:917`. */
  readonly subject: string
}

/** An event of the ledger with what the ledger knows about it. */
export interface KnownEvent {
  readonly event: CanonicalEvent
  readonly seq: number
  /** 1 for the first content an id had. Not the `version` of a questionnaire. */
  readonly event_version: number
  readonly learned_at: number
}

/** The most characters an id, a subject, a word or a name of an attribute may have. */
export const MOST_ID_CHARACTERS = 500
export const MOST_WORD_CHARACTERS = 500
/** The most words a list may have, and names a record. */
export const MOST_LISTED = 1000

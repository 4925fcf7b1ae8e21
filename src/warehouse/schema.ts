import { fields, type FieldType } from "../events/fields.ts"

/** How a field of an event is kept in the ledger. Words and refs are codes of `words` and `subjects`. */
export const LEDGER_TYPES: Readonly<Record<FieldType, string>> = {
  word: "INTEGER",
  ref: "INTEGER",
  text: "VARCHAR",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  moment: "BIGINT",
  words: "INTEGER[]",
  record: "VARCHAR",
}

const fieldColumns = Object.entries(fields).map(([name, { type }]) => `  ${quote(name)} ${LEDGER_TYPES[type]}`)

/** What brings a ledger up to date that has these columns: events have learned fields since it was made. */
export function newFieldsDdl(has: ReadonlySet<string>): readonly string[] {
  const lacking = Object.entries(fields).filter(([name]) => !has.has(name))
  return lacking.map(([name, { type }]) => `ALTER TABLE ledger ADD COLUMN ${quote(name)} ${LEDGER_TYPES[type]}`)
}

/** `until`, `to`, `text`, `type` and the like are SQL's words too. */
export function quote(name: string): string {
  return `"${name}"`
}

/**
 * The ledger and what belongs to it. To DuckDB a bare `at` is a keyword: write `"at"` or `ledger.at`.
 *
 * words       the dictionary of recurring words; codes from 1, never reused
 * subjects    the dictionary of subjects, by their full name `conversation:917`; codes from 1, never reused
 * ledger      one row an event version (`event_version`; `version` is a questionnaire's), appended and never changed. `seq` is the order of appending. `at` and `learned_at` are UTC microseconds.
 *             `id_hash` finds an id without an index over millions of texts; `digest` covers everything the event says
 * superseded  the `seq` of versions that a later version replaced, and when: as known at D = ledger where learned_at <= D, less those
 *             superseded at or before D
 * batches     each transaction that appended, with the digest of its rows and the chain over all batches so far
 * cursors     how far each source was read; written in the same transaction as the rows it stands for
 */
export const LEDGER_DDL: readonly string[] = [
  "CREATE TABLE IF NOT EXISTS words (code INTEGER NOT NULL, word VARCHAR NOT NULL, hash BIGINT NOT NULL)",
  "CREATE TABLE IF NOT EXISTS subjects (code INTEGER NOT NULL, name VARCHAR NOT NULL, hash BIGINT NOT NULL)",
  `CREATE TABLE IF NOT EXISTS ledger (
  seq BIGINT NOT NULL, batch INTEGER NOT NULL, id VARCHAR NOT NULL, event_version INTEGER NOT NULL,
  "at" BIGINT NOT NULL, learned_at BIGINT NOT NULL, kind UTINYINT NOT NULL, subject INTEGER NOT NULL,
  id_hash BIGINT NOT NULL, digest BIGINT NOT NULL,
${fieldColumns.join(",\n")}
)`,
  "CREATE TABLE IF NOT EXISTS superseded (seq BIGINT NOT NULL, by_seq BIGINT NOT NULL, learned_at BIGINT NOT NULL)",
  `CREATE TABLE IF NOT EXISTS batches (
  batch INTEGER NOT NULL, source VARCHAR NOT NULL, learned_at BIGINT NOT NULL, events BIGINT NOT NULL,
  first_seq BIGINT NOT NULL, last_seq BIGINT NOT NULL, digest VARCHAR NOT NULL, chain VARCHAR NOT NULL
)`,
  "CREATE TABLE IF NOT EXISTS cursors (source VARCHAR NOT NULL, cursor VARCHAR NOT NULL, learned_at BIGINT NOT NULL)",
]

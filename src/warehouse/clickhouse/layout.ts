import { fields, type FieldType } from "../../events/fields.ts"
import { type ColumnType, type Table, storedTables } from "../tables.ts"

/** A table as it is stored: the same record makes the table of one server and the sharded one of a cluster. */
export interface Stored {
  readonly database: string
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  /** What rows are sorted by, so that a question reads only its stretch of time, and a fold only its subjects. */
  readonly sort: readonly string[]
  /** The moment whose month is the row's partition. */
  readonly month?: string | undefined
  /** Further columns that are looked for. */
  readonly sought?: readonly string[] | undefined
  /** On a cluster: what decides the shard. Nothing: every node holds all of it. */
  readonly shard?: string | undefined
}

/** The databases of an installation, all named after the one in the address. */
export interface Databases {
  /** Ledger, dictionaries, batches, cursors. */
  readonly ledger: string
  /** What is asked: views that show the rows of the last finished fold. */
  readonly facts: string
  /** The rows of every fold, finished or not. */
  readonly rows: string
}

/** A fold of the same ledger by other rules, or as of an earlier day, has facts of another name. */
export function databasesOf(database: string, facts = "facts"): Databases {
  return { ledger: database, facts: `${database}_${facts}`, rows: `${database}_${facts}_rows` }
}

/** How a field of an event is kept. A list cannot be NULL, so that no list is `[]` and an empty one `[0]`: no word has the code 0. */
const LEDGER_TYPES: Readonly<Record<FieldType, string>> = {
  word: "Nullable(Int32)",
  ref: "Nullable(Int32)",
  text: "Nullable(String)",
  number: "Nullable(Float64)",
  boolean: "Nullable(Bool)",
  moment: "Nullable(Int64)",
  words: "Array(Int32)",
  record: "Nullable(String)",
}

const FACT_TYPES: Readonly<Record<ColumnType, string>> = {
  code: "Nullable(Int32)",
  subject: "Nullable(Int32)",
  moment: "Nullable(Int64) CODEC(Delta(8), ZSTD(1))",
  ms: "Nullable(Int64)",
  count: "Nullable(Int32)",
  boolean: "Nullable(Bool)",
  number: "Nullable(Float64)",
  money: "Nullable(Int64)",
  codes: "Array(Int32)",
  texts: "Map(String, String)",
  steps: "Array(Int64)",
}

const fieldTypes = Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, LEDGER_TYPES[type]]))

/** The ledger and what belongs to it; the columns are those of the embedded engine's. */
export function ledgerTables(database: string): readonly Stored[] {
  const stored = (name: string, columns: Stored["columns"], sort: readonly string[], rest: Partial<Stored> = {}): Stored => ({
    database,
    name,
    columns,
    sort,
    ...rest,
  })
  return [
    stored("words", { code: "Int32", word: "String", hash: "Int64" }, ["hash"], { sought: ["code"] }),
    stored("subjects", { code: "Int32", name: "String", hash: "Int64" }, ["hash"], { sought: ["code"], shard: "hash" }),
    stored("ledger", { ...ENVELOPE, ...fieldTypes }, ["subject", "at", "seq"], {
      month: "at",
      sought: ["id_hash", "seq"],
      shard: "intHash64(subject)",
    }),
    stored("superseded", { seq: "Int64", by_seq: "Int64", learned_at: "Int64" }, ["seq"]),
    stored("batches", BATCH, ["batch"]),
    stored("cursors", { source: "String", cursor: "String", learned_at: "Int64", batch: "Int32", turn: "Int64" }, [
      "source",
      "batch",
    ]),
  ]
}

const ENVELOPE = {
  seq: "Int64",
  batch: "Int32",
  id: "String",
  event_version: "Int32",
  at: "Int64 CODEC(Delta(8), ZSTD(1))",
  learned_at: "Int64 CODEC(Delta(8), ZSTD(1))",
  kind: "UInt8",
  subject: "Int32",
  id_hash: "Int64",
  digest: "Int64",
}

const BATCH = {
  batch: "Int32",
  source: "String",
  learned_at: "Int64",
  events: "Int64",
  first_seq: "Int64",
  last_seq: "Int64",
  digest: "String",
  chain: "String",
}

/** The fact tables, and what says which of their rows count. */
export function factTables({ rows }: Databases): readonly Stored[] {
  return [...storedTables.map((table) => factTable(rows, table)), ...standing(rows)]
}

/** In the order of time, then of the subject. The month is that of the row's first moment. */
function factTable(database: string, { name, columns }: Table): Stored {
  const [subject] = Object.keys(columns)
  const moments = Object.entries(columns).flatMap(([column, { type }]) => (type === "moment" ? [column] : []))
  return {
    database,
    name,
    columns: {
      ...Object.fromEntries(Object.entries(columns).map(([column, { type }]) => [column, FACT_TYPES[type]])),
      folded_in: "UInt32",
    },
    sort: [...moments.slice(0, 1), subject!],
    month: moments[0],
    sought: [subject!, ...moments.slice(1)],
    shard: `intHash64(ifNull(${subject}, 0))`,
  }
}

/**
 * folds     one row a finished fold, written last; rows of folds from `base` to `fold` count
 * retired   the rows of a subject that a later fold replaced
 */
function standing(database: string): readonly Stored[] {
  return [
    {
      database,
      name: "folds",
      columns: {
        fold: "UInt32",
        base: "UInt32",
        known_until: "Nullable(Int64)",
        learned_until: "Nullable(Int64)",
        folded_seq: "Int64",
        as_of: "Nullable(Int64)",
        rules: "String",
        calendar_digest: "String",
        calendars: "Array(String)",
        version: "Int32",
      },
      sort: ["fold"],
    },
    {
      database,
      name: "retired",
      columns: { of: "LowCardinality(String)", subject: "Int32", folded_in: "UInt32", fold: "UInt32" },
      sort: ["of", "fold", "subject"],
    },
  ]
}

import { catalog } from "../src/metrics/catalog/index.ts"
import type { AskSource } from "../src/query/ask.ts"
import { openDuck, type DuckWarehouse } from "../src/warehouse/duckdb.ts"
import { createFacts, FACTS, sqlType } from "../src/warehouse/fold/facts.ts"
import { LEDGER_DDL, quote } from "../src/warehouse/schema.ts"
import { type ColumnType, storedTables, tables } from "../src/warehouse/tables.ts"

/** A value as a test writes it: words and subjects as text, moments as RFC 3339 or microseconds, attributes as a record. */
export type Given = string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>
export type FactRow = Readonly<Record<string, Given>>

export interface Facts extends AskSource {
  readonly warehouse: DuckWarehouse & { readonly asked: string[] }
}

export interface FactsOptions {
  readonly knownUntil?: string
  readonly timetable?: AskSource["timetable"]
  readonly zone?: string
}

/** Fact tables in memory with these rows, ready to be asked. Every statement is remembered in `warehouse.asked`. */
export async function factsOf(rows: Readonly<Record<string, readonly FactRow[]>>, options: FactsOptions = {}): Promise<Facts> {
  const duck = await openDuck({ path: ":memory:", threads: 1 })
  await duck.run(LEDGER_DDL.join(";\n"))
  await createFacts(duck, FACTS)
  const labelled = storedTables.filter(({ labelledBy }) => labelledBy !== undefined)
  await duck.run(labelled.flatMap(({ name }) => keptLabels(`${FACTS}.${name}`)).join(";\n"))
  const codes = new Codes()
  for (const [table, given] of Object.entries(rows)) await insert(duck, table, given, codes)
  await codes.save(duck)
  const knownUntil = options.knownUntil === undefined ? "NULL" : at(options.knownUntil)
  await duck.run(`INSERT INTO ${FACTS}.fold VALUES (${knownUntil}, ${knownUntil}, 0, NULL, '', '', [], 1)`)
  const asked: string[] = []
  const warehouse = {
    ...duck,
    asked,
    rows: (...[sql, ...how]: Parameters<typeof duck.rows>) => {
      asked.push(sql)
      return duck.rows(sql, ...how)
    },
  }
  const { timetable } = options
  return { warehouse, schema: FACTS, zone: options.zone ?? "UTC", metrics: catalog, ...(timetable && { timetable }) }
}

/** A test says what a row is labelled with, without a conversation beside it. */
function keptLabels(table: string): readonly string[] {
  const labels = [
    ["tags", "codes"],
    ["attributes", "texts"],
  ] as const
  return [
    ...labels.map(([column, type]) => `ALTER TABLE ${table} ADD COLUMN ${column} ${sqlType(type)}`),
    `CREATE OR REPLACE VIEW ${table}_labelled AS SELECT * FROM ${table}`,
  ]
}

/** One calendar, open for eight of every twenty-four hours: close enough to opening hours for laws that hold for any. */
export const thirdOfTheTime: NonNullable<AskSource["timetable"]> = {
  calendars: ["third"],
  openBefore: (_, at) => Math.floor(at / 3000),
}

/** UTC microseconds of RFC 3339; a date is its midnight in UTC. */
export function at(text: string): number {
  const ms = Date.parse(text.includes("T") ? text : `${text}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new Error(`"${text}" is no moment`)
  return ms * 1000
}

class Codes {
  readonly words = new Map<string, number>()
  readonly subjects = new Map<string, number>()

  word(word: string): number {
    if (!this.words.has(word)) this.words.set(word, this.words.size + 1)
    return this.words.get(word)!
  }

  subject(name: string): number {
    if (!this.subjects.has(name)) this.subjects.set(name, this.subjects.size + 1)
    return this.subjects.get(name)!
  }

  async save(duck: DuckWarehouse): Promise<void> {
    const lists = [
      ["words", this.words],
      ["subjects", this.subjects],
    ] as const
    for (const [table, codes] of lists.filter(([, { size }]) => size > 0))
      await duck.run(`INSERT INTO ${table} SELECT unnest($1), unnest($2), 0`, [[...codes.values()], [...codes.keys()]])
  }
}

const ROWS_AT_ONCE = 500

async function insert(duck: DuckWarehouse, name: string, rows: readonly FactRow[], codes: Codes): Promise<void> {
  const table = tables.find((candidate) => candidate.name === name)
  if (!table) throw new Error(`there is no table ${name}`)
  const used = [...new Set(rows.flatMap(Object.keys))]
  const unknown = used.find((column) => table.columns[column] === undefined)
  if (unknown !== undefined) throw new Error(`${name} has no column ${unknown}`)
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const values = rows
      .slice(i, i + ROWS_AT_ONCE)
      .map((row) => `(${used.map((column) => literal(row[column] ?? null, table.columns[column]!.type, codes)).join(", ")})`)
    await duck.run(`INSERT INTO ${FACTS}.${name} (${used.map(quote).join(", ")}) VALUES ${values.join(", ")}`)
  }
}

function literal(value: Given, type: ColumnType, codes: Codes): string {
  if (value === null) return "NULL"
  if (typeof value === "object")
    return Array.isArray(value) ? listLiteral(value as readonly string[], codes) : mapLiteral(value as Record<string, string>)
  switch (type) {
    case "code":
      return typeof value === "number" ? String(value) : String(codes.word(String(value)))
    case "subject":
      return String(codes.subject(String(value)))
    case "moment":
      return typeof value === "number" ? String(value) : String(at(String(value)))
    default:
      return String(value)
  }
}

function listLiteral(words: readonly string[], codes: Codes): string {
  return `[${words.map((word) => codes.word(word)).join(", ")}]::INTEGER[]`
}

function mapLiteral(texts: Readonly<Record<string, string>>): string {
  return `MAP {${Object.entries(texts)
    .map(([key, text]) => `'${key}': '${text.replaceAll("'", "''")}'`)
    .join(", ")}}`
}

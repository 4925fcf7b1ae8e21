import type { Named } from "../metrics/walk.ts"
import { customerNames, staffNames } from "../warehouse/tables.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"

/** What has a code: an attribute's text has none. */
export type Coded = Exclude<Named, "texts">

/**
 * Codes for the words and subjects a question names, looked up once. A word nobody ever used has the code 0, which no row has. Who is known
 * by several names is found by any of them.
 */
export type Dictionary = Readonly<Record<Coded, (name: string) => number>>

export async function dictionaryFor(
  { warehouse, schema }: { readonly warehouse: Warehouse; readonly schema: string },
  { words, agents, teams, subjects }: Readonly<Record<Coded, readonly string[]>>,
): Promise<Dictionary> {
  const wordCodes = await codesOf(warehouse, "words", "word", [...words, ...agents, ...teams])
  const subjectCodes = await codesOf(warehouse, "subjects", "name", subjects)
  const ofStaff = [...agents, ...teams].flatMap((name) => wordCodes.get(name) ?? [])
  const staff = await namesOf(warehouse, `${schema}.${staffNames.name}`, "other_name, name, of_team", ofStaff)
  const customers = await namesOf(warehouse, `${schema}.${customerNames.name}`, "other_name, name", [...subjectCodes.values()])
  const found =
    (codes: ReadonlyMap<string, number>, known: readonly OtherName[] = []) =>
    (name: string): number => {
      const code = codes.get(name) ?? 0
      return known.find(({ other_name }) => other_name === code)?.name ?? code
    }
  return {
    words: found(wordCodes),
    agents: found(
      wordCodes,
      staff.filter(({ of_team }) => !of_team),
    ),
    teams: found(
      wordCodes,
      staff.filter(({ of_team }) => of_team),
    ),
    subjects: found(subjectCodes, customers),
  }
}

/** A name that stands in no row, and the one that does. */
interface OtherName {
  readonly other_name: number
  readonly name: number
  readonly of_team: boolean
}

async function namesOf(
  warehouse: Warehouse,
  table: string,
  columns: string,
  codes: readonly number[],
): Promise<readonly OtherName[]> {
  if (codes.length === 0) return []
  const rows = await warehouse.rows(`SELECT ${columns} FROM ${table} WHERE other_name IN (SELECT unnest($1))`, [codes])
  return rows.map((row) => ({
    other_name: Number(row["other_name"]),
    name: Number(row["name"]),
    of_team: Boolean(row["of_team"]),
  }))
}

/** The texts behind codes. */
export async function textsOf(
  warehouse: Warehouse,
  table: "words" | "subjects",
  codes: Iterable<number>,
): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(codes)]
  const column = table === "words" ? "word" : "name"
  if (wanted.length === 0) return new Map()
  const rows = await warehouse.rows(`SELECT code, ${column} AS text FROM ${table} WHERE code IN (SELECT unnest($1))`, [wanted])
  return new Map(rows.map((row) => [Number(row["code"]), String(row["text"])]))
}

/** The codes of texts; those never used have none. */
export async function codesOf(
  warehouse: Warehouse,
  table: "words" | "subjects",
  column: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (texts.length === 0) return new Map()
  const rows = await warehouse.rows(`SELECT code, ${column} AS text FROM ${table} WHERE ${column} IN (SELECT unnest($1))`, [
    [...new Set(texts)],
  ])
  return new Map(rows.map((row) => [String(row["text"]), Number(row["code"])]))
}

import type { Warehouse } from "../warehouse/warehouse.ts"

/** Codes for the words and subjects a question names, looked up once. A word nobody ever used has the code 0, which no row has. */
export interface Dictionary {
  readonly word: (word: string) => number
  readonly subject: (name: string) => number
}

export async function dictionaryFor(
  warehouse: Warehouse,
  words: Iterable<string>,
  subjects: Iterable<string>,
): Promise<Dictionary> {
  const wordCodes = await codesOf(warehouse, "words", "word", [...new Set(words)])
  const subjectCodes = await codesOf(warehouse, "subjects", "name", [...new Set(subjects)])
  return { word: (word) => wordCodes.get(word) ?? 0, subject: (name) => subjectCodes.get(name) ?? 0 }
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

async function codesOf(
  warehouse: Warehouse,
  table: "words" | "subjects",
  column: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (texts.length === 0) return new Map()
  const rows = await warehouse.rows(`SELECT code, ${column} AS text FROM ${table} WHERE ${column} IN (SELECT unnest($1))`, [
    texts,
  ])
  return new Map(rows.map((row) => [String(row["text"]), Number(row["code"])]))
}

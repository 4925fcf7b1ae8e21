import type { DuckWarehouse } from "../duckdb.ts"

/** The dictionary of words, both ways. */
export interface Words {
  readonly codes: ReadonlyMap<string, number>
  readonly word: (code: number) => string
}

/** What stands for a code that the dictionary lacks: only a ledger that was tampered with has one. */
export type Missing = (code: number) => string

const defect: Missing = (code) => {
  throw new Error(`This is a defect in Plumbline: the ledger has the code ${code}, which its dictionary lacks`)
}

export async function loadWords(duck: DuckWarehouse, missing: Missing = defect): Promise<Words> {
  const reader = await duck.connection.runAndReadAll("SELECT code, word FROM words ORDER BY code")
  const byCode: string[] = []
  const codes = new Map<string, number>()
  for (const [code, word] of reader.getRows() as [number, string][]) {
    byCode[code] = word
    codes.set(word, code)
  }
  return { codes, word: (code) => byCode[code] ?? missing(code) }
}

/** The most names of subjects kept at hand. */
const MOST_AT_HAND = 200_000

/** Subjects are too many to load them all: their names are fetched as they are met. */
export interface SubjectNames {
  learn(codes: Iterable<number>): Promise<void>
  /** The name of a subject whose code was just learned. */
  readonly name: (code: number) => string
}

export function subjectNames(duck: DuckWarehouse, missing: Missing = defect): SubjectNames {
  let known = new Map<number, string>()
  return {
    async learn(codes) {
      if (known.size > MOST_AT_HAND) known = new Map()
      const unknown = [...new Set(codes)].filter((code) => !known.has(code))
      if (unknown.length === 0) return
      const rows = await duck.rows("SELECT code, name FROM subjects WHERE code IN (SELECT unnest($1::BIGINT[]))", [unknown])
      for (const row of rows) known.set(row["code"] as number, row["name"] as string)
    },
    name: (code) => known.get(code) ?? missing(code),
  }
}

/** The codes of these subjects, by name; those the ledger has never heard of are absent. */
export async function subjectCodes(duck: DuckWarehouse, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await duck.rows("SELECT code, name FROM subjects WHERE name IN (SELECT unnest($1::VARCHAR[]))", [names])
  return new Map(rows.map((row) => [row["name"] as string, row["code"] as number]))
}

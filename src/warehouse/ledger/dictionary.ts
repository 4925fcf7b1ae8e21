import type { DuckDBConnection } from "@duckdb/node-api"
import { assert } from "../../assert.ts"
import { hashText } from "../../events/hash.ts"
import { writeRows } from "../vectors.ts"
import type { HashMemory } from "./hash-memory.ts"

/** The most texts whose codes are kept at hand. Subjects come and go with time, so the latest ones are nearly all that is asked for. */
const MOST_AT_HAND = 400_000

/** Texts that recur, kept once; the ledger holds their codes. */
export interface Dictionary {
  /** Makes the codes of all these known; those without one get the next, in the order given. Inside a transaction. */
  learn(texts: Iterable<string>): Promise<void>
  /** The code of a text that was just learned. */
  readonly code: (text: string) => number
  /** After a transaction that failed: nothing that it taught is known. */
  forget(): void
}

export function openDictionary(connection: DuckDBConnection, table: "words" | "subjects", memory: HashMemory): Dictionary {
  const column = table === "words" ? "word" : "name"
  let known = new Map<string, number>()
  let next: number | undefined
  const find = async (texts: readonly string[], last: number): Promise<readonly (readonly [string, number])[]> => {
    const { places, where } = await memory.find(hashColumn(texts).halves, last)
    if (places.length === 0) return []
    const some = places.map((place) => texts[place]!)
    await connection.run("CREATE OR REPLACE TEMP TABLE wanted (hash BIGINT)")
    await writeRows(connection, { name: "wanted", catalog: "temp" }, [hashColumn(some)], some.length)
    const found = await connection.runAndReadAll(
      `SELECT ${column}, code FROM ${table} WHERE ${where} AND hash IN (SELECT hash FROM temp.wanted)`,
    )
    return found.getRows() as unknown as [string, number][]
  }
  return {
    async learn(texts) {
      if (known.size > MOST_AT_HAND) known = new Map()
      const unknown = [...new Set(texts)].filter((text) => !known.has(text))
      if (unknown.length === 0) return
      // The fold teaches words too (calendars have names), so only subjects may be counted from memory.
      if (next === undefined || table === "words") next = await firstFree(connection, table)
      if (next > 1) for (const [text, code] of await find(unknown, next - 1)) known.set(text, code)
      const fresh = unknown.filter((text) => !known.has(text))
      const first = next
      next += fresh.length
      fresh.forEach((text, i) => known.set(text, first + i))
      await writeRows(
        connection,
        { name: table },
        [{ type: "int", value: (row) => first + row }, { type: "text", value: (row) => fresh[row]! }, hashColumn(fresh)],
        fresh.length,
      )
    },
    code(text) {
      const code = known.get(text)
      assert(code !== undefined, `${text} was not learned before its code was asked for`)
      return code
    },
    forget() {
      known = new Map()
      next = undefined
      memory.forget()
    },
  }
}

async function firstFree(connection: DuckDBConnection, table: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT coalesce(max(code), 0) + 1 FROM ${table}`)
  return Number(reader.getRows()[0]![0])
}

function hashColumn(texts: readonly string[]) {
  const halves: number[] = []
  for (const text of texts) {
    const { low, high } = hashText(text)
    halves.push(low, high)
  }
  return { type: "halves", halves } as const
}

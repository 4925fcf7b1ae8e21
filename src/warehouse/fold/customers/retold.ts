import type { DuckWarehouse } from "../../duckdb.ts"
import { named } from "../named.ts"
import { PEOPLE, PEOPLE_STORIES } from "../touched-people.ts"

/** The stories of contact from which contacts and resolutions are made. */
export interface Retold {
  /** The rows of their conversations of a table that has the column `conversation`. */
  conversations(table: string): string
  /** Their calls. */
  calls(table: string): string
  /** Which of the rows made of them are missing, as a condition on `row` and the columns that say its stories. */
  missing(row: string, stories: readonly string[]): string
}

/** The columns of the rows that say their stories. */
export const STORIES_OF_CONTACT = ["conversation", "call"] as const
export const STORY_OF_RESOLUTION = ["conversation"] as const

/** All stories, and all rows. */
export const ALL_STORIES: Retold = { conversations: (table) => table, calls: (table) => table, missing: () => "true" }

/** A row made again: it is about a touched person, or of a touched story. */
export const isRetold = (row: string, stories: readonly string[]): string =>
  [
    `${row}.customer IN (SELECT customer FROM ${PEOPLE})`,
    ...stories.map((story) => `${row}.${story} IN (SELECT subject FROM ${PEOPLE_STORIES})`),
  ].join(" OR ")

/**
 * Those that name a touched person or were touched, whole: a call stands among what was written, and what its customer did before and after
 * tells what it started. So rows of others are made on the way, which are there already.
 */
export async function retoldOf(own: DuckWarehouse, schema: string): Promise<Retold> {
  await own.run(`CREATE OR REPLACE TEMP TABLE retold_conversations AS
SELECT conversation FROM ${schema}.conversations c WHERE ${isRetold("c", ["conversation"])}
UNION SELECT conversation FROM ${schema}.calls c WHERE conversation IS NOT NULL AND (${isRetold("c", ["call"])})`)
  await own.run(`CREATE OR REPLACE TEMP TABLE retold_calls AS
SELECT call FROM ${schema}.calls c WHERE ${isRetold("c", ["call"])} OR conversation IN (SELECT conversation FROM temp.retold_conversations)`)
  return {
    conversations: (table) => named(table, "conversation", "SELECT conversation FROM temp.retold_conversations"),
    calls: (table) => named(table, "call", "SELECT call FROM temp.retold_calls"),
    missing: isRetold,
  }
}

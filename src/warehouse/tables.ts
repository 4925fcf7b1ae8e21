import { calls, legs, ratings } from "./tables/calls-and-ratings.ts"
import type { Table } from "./tables/column.ts"
import { conversations, movements, spans, waits } from "./tables/conversations.ts"
import { problems } from "./tables/oddities.ts"

export type { Column, ColumnType, Table } from "./tables/column.ts"
export { calls, conversations, legs, movements, problems, ratings, spans, waits }

/** All the tables of a fold. */
export const tables: readonly Table[] = [conversations, waits, movements, spans, calls, legs, ratings, problems]

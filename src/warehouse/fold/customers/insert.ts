import type { DuckWarehouse } from "../../duckdb.ts"
import { quote } from "../../schema.ts"
import type { Table } from "../../tables.ts"
import { dimensions, excluded } from "../../tables/column.ts"
import type { LeadsTo } from "../../topics.ts"
import type { Words } from "../words.ts"
import type { Among } from "./customer-slices.ts"
import type { Retold } from "./retold.ts"

/** What every step of these tables needs. */
export interface Step {
  readonly own: DuckWarehouse
  readonly schema: string
  readonly words: Words
  readonly topics: LeadsTo
  /** What arrived besides of all that sources count: a table or a select of (entity, channel, at). */
  readonly elsewhere: string
  /** The customers whose rows are made. */
  readonly people: Among
  /** The same in slices. */
  readonly slices: readonly Among[]
  readonly retold: Retold
}

/** Writes a table's rows: each column it has, from `select`, whose names they are. */
export async function insert<T extends Table>(
  { own, schema }: Step,
  table: T,
  columns: { readonly [name in Exclude<keyof T["columns"], Unkept<T>>]: string },
  select: string,
): Promise<void> {
  const names = Object.keys(columns)
  await own.run(`INSERT INTO ${schema}.${table.name} (${names.map(quote).join(", ")})
SELECT ${Object.values<string>(columns).join(", ")}
${select}`)
}

/** The same a slice of customers after another, for what is joined by customer with much else. */
export async function insertInSlices<T extends Table>(
  step: Step,
  table: T,
  columns: { readonly [name in Exclude<keyof T["columns"], Unkept<T>>]: string },
  select: (among: Among) => string,
): Promise<void> {
  for (const among of step.slices) await insert(step, table, columns, select(among))
}

/** What is kept with the conversation alone. */
type Unkept<T extends Table> = T extends { readonly labelledBy: string } ? "tags" | "attributes" : never

type Taken = Exclude<keyof typeof dimensions, "tags" | "attributes"> | keyof typeof excluded

/** What every row about a conversation can be split and filtered by, taken from another such row; its tags and attributes stay with the conversation. */
export function takenFrom(row: string): Readonly<Record<Taken, string>> {
  const { tags: _, attributes: __, ...own } = { ...dimensions, ...excluded }
  const names = Object.keys(own) as readonly Taken[]
  return Object.fromEntries(names.map((name) => [name, `${row}.${quote(name)}`])) as Record<Taken, string>
}

/** What was known of a customer, where `asKnown` joined it. */
export const ATTRIBUTES = "a.known"

/** Joins what was known of the customer of `row` at that moment. */
export function asKnown(row: string, at: string, among: Among): string {
  return `ASOF LEFT JOIN ${among.of("temp.customer_states")} a ON a.customer = ${row}.customer AND a."at" <= ${row}.${at}`
}

/** Why money does not count: no rate, or a test customer. */
export function whyNot({ words }: Step, row: string): string {
  return `CASE WHEN ${row}.lacks_rate THEN ${words.code.no_rate} WHEN ${isTest(row)} THEN ${words.code.test} END`
}

export function isTest(row: string): string {
  return `${row}.customer IN (SELECT code FROM temp.standing WHERE kind = 'tests')`
}

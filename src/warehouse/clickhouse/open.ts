import { createReadStream, createWriteStream } from "node:fs"
import { finished, pipeline } from "node:stream/promises"
import { ClickHouseLogLevel, createClient } from "@clickhouse/client"
import { assert } from "../../assert.ts"
import type { Param, Row, Warehouse } from "../warehouse.ts"
import { type Address, readAddress } from "./address.ts"
import { explained } from "./failures.ts"

export interface ClickHouseWarehouse extends Warehouse {
  /** The database that names without one are looked up in. */
  readonly database: string
  readonly address: Address
  /** The same server, whose statements end when the signal is aborted. */
  until(signal: AbortSignal): Warehouse
  /** Appends a file of one of the engine's formats to a table. */
  insert(table: string, format: string, file: string): Promise<void>
  /** The answer in one of the engine's formats, into a file. */
  save(sql: string, format: string, file: string): Promise<void>
}

/** How long one statement may take. */
const STATEMENT_TIMEOUT_MS = 600_000

/**
 * What makes ClickHouse answer as DuckDB does: sums over nothing and joins that find nothing are null; quantiles are asked for in
 * their exact form by the dialect.
 */
const SETTINGS = {
  aggregate_functions_null_for_empty: 1,
  join_use_nulls: 1,
  // What a way of grouping leaves out is NULL, not 0.
  group_by_use_nulls: 1,
  // A part of a statement that several others read is computed once. Since version 26.
  enable_materialized_cte: 1,
  output_format_json_quote_64bit_integers: 1,
  // An alias never hides a column of the same name.
  prefer_column_name_to_alias: 1,
  // Fifty metrics in one statement are long, and their aliases longer.
  max_query_size: "16777216",
  max_ast_elements: "1000000",
  max_expanded_ast_elements: "10000000",
  // NULL in a column that has none is a defect and must not become 0.
  input_format_null_as_default: 0,
  // Whoever no longer waits for an answer must not keep the engine busy.
  cancel_http_readonly_queries_on_client_close: 1,
  // A proxy between us and the server would else close a long statement.
  send_progress_in_http_headers: 1,
} as const

export interface OpenOptions {
  /** No database is there yet. */
  readonly creating?: boolean | undefined
  /** Where the address has none. */
  readonly password?: string | undefined
}

/** A server or cluster, by its address. Nothing is sent before the first statement. */
export function openClickHouse(text: string, { creating = false, password }: OpenOptions = {}): ClickHouseWarehouse {
  const address = readAddress(text, password)
  const { url, database } = address
  const client = createClient({
    url,
    // A server refuses every statement in a database that is not there, also the one that makes it.
    ...(!creating && { database }),
    request_timeout: STATEMENT_TIMEOUT_MS,
    clickhouse_settings: SETTINGS,
    // Errors reach the caller, with their cause; they need not be printed as well.
    log: { level: ClickHouseLogLevel.OFF },
  })
  const explain = (error: unknown): never => {
    throw explained(error, address)
  }
  const asking = (signal?: AbortSignal): Warehouse => ({
    async run(sql, params = []) {
      await client.command({ ...bound(sql, params), ...until(signal) }).catch(explain)
    },
    rows: (sql, params = []) => rowsOf(client, { ...bound(sql, params), ...until(signal) }).catch(explain),
    close() {
      void client.close()
    },
  })
  return {
    ...asking(),
    until: asking,
    database,
    address,
    insert: (table, format, file) => insertFile(client, `INSERT INTO ${table} FORMAT ${format}`, file).catch(explain),
    save: (sql, format, file) => saveFile(client, `${sql}\nFORMAT ${format}`, file).catch(explain),
  }
}

type Client = ReturnType<typeof createClient>
type Asked = ReturnType<typeof bound> & ReturnType<typeof until>

async function rowsOf(client: Client, asked: Asked): Promise<readonly Row[]> {
  const result = await client.query({ ...asked, format: "JSONCompact" })
  const { meta = [], data } = (await result.json()) as { meta?: { name: string; type: string }[]; data: unknown[][] }
  return data.map((row) => Object.fromEntries(row.map((value, i) => [meta[i]!.name, plain(value, meta[i]!.type)])) as Row)
}

async function insertFile(client: Client, query: string, file: string): Promise<void> {
  const { stream } = await client.exec({ query, values: createReadStream(file) })
  stream.resume()
  await finished(stream)
}

async function saveFile(client: Client, query: string, file: string): Promise<void> {
  const { stream } = await client.exec({ query })
  await pipeline(stream, createWriteStream(file))
}

function bound(sql: string, params: readonly Param[]): { query: string; query_params: Record<string, unknown> } {
  return { query: placeholders(sql, params), query_params: named(params) }
}

function until(signal: AbortSignal | undefined): { abort_signal?: AbortSignal } {
  return signal === undefined ? {} : { abort_signal: signal }
}

/** `$1` as the engine's own typed placeholder: the type follows from the value. */
function placeholders(sql: string, params: readonly Param[]): string {
  return sql.replace(/\$(\d+)/g, (_, index: string) => {
    const value = params[Number(index) - 1]
    assert(value !== undefined, `the statement names $${index} and was given ${params.length} values`)
    return `{p${index}:${typeOf(value)}}`
  })
}

function typeOf(value: Param): string {
  if (value === null) return "Nullable(Int64)"
  if (typeof value === "object") return `Array(${value.length > 0 ? typeOf(value[0]!) : "Int64"})`
  if (typeof value === "string") return "String"
  if (typeof value === "boolean") return "Bool"
  return Number.isInteger(value) ? "Int64" : "Float64"
}

function named(params: readonly Param[]): Record<string, unknown> {
  return Object.fromEntries(params.map((value, i) => [`p${i + 1}`, value]))
}

/** The engine sends 64-bit integers as text, because JSON's numbers are not wide enough. Ours are below 2^53. */
function plain(value: unknown, type: string): unknown {
  if (value === null) return null
  // A list cannot be NULL there: an empty one stands for none.
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((item) => plain(item, type.replace(/^(Nullable\()?Array\(/, "")))
  if (typeof value === "string" && /^(Nullable\(|LowCardinality\()*U?Int\d+/.test(type)) {
    const number = Number(value)
    assert(Number.isSafeInteger(number), `the integer ${value} does not fit a number`)
    return number
  }
  return value
}

import { createReadStream, createWriteStream } from "node:fs"
import { finished, pipeline } from "node:stream/promises"
import { ClickHouseLogLevel, createClient } from "@clickhouse/client"
import { assert } from "../../assert.ts"
import { Problem } from "../../problem.ts"
import type { Param, Row, Warehouse } from "../warehouse.ts"

export interface ClickHouseWarehouse extends Warehouse {
  /** The database that names without one are looked up in. */
  readonly database: string
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
  // A proxy between us and the server would else close a long statement.
  send_progress_in_http_headers: 1,
} as const

/** What is looked up where the address names no database. */
const USUAL_DATABASE = "plumbline"

/** A server or cluster, by its address: `clickhouse://user:password@host:8123/database`, or `clickhouses://` for TLS. */
export function openClickHouse(address: string, { creating = false }: { readonly creating?: boolean } = {}): ClickHouseWarehouse {
  const url = parsed(address)
  const database = url.pathname.slice(1) || USUAL_DATABASE
  if (!/^[a-z][a-z0-9_]*$/.test(database))
    throw new Problem("clickhouse.address", { address: url.host, detail: `"${database}" cannot be a database` })
  url.pathname = "/"
  const client = createClient({
    url,
    // A server refuses every statement in a database that is not there, also the one that makes it.
    ...(!creating && { database }),
    request_timeout: STATEMENT_TIMEOUT_MS,
    clickhouse_settings: SETTINGS,
    // Errors reach the caller, with their cause; they need not be printed as well.
    log: { level: ClickHouseLogLevel.OFF },
  })
  return {
    async run(sql, params = []) {
      await client.command({ query: placeholders(sql, params), query_params: named(params) })
    },
    async rows(sql, params = []) {
      const result = await client.query({ query: placeholders(sql, params), query_params: named(params), format: "JSONCompact" })
      const { meta = [], data } = (await result.json()) as { meta?: { name: string; type: string }[]; data: unknown[][] }
      return data.map((row) => Object.fromEntries(row.map((value, i) => [meta[i]!.name, plain(value, meta[i]!.type)])) as Row)
    },
    database,
    async insert(table, format, file) {
      const { stream } = await client.exec({ query: `INSERT INTO ${table} FORMAT ${format}`, values: createReadStream(file) })
      stream.resume()
      await finished(stream)
    },
    async save(sql, format, file) {
      const { stream } = await client.exec({ query: `${sql}\nFORMAT ${format}` })
      await pipeline(stream, createWriteStream(file))
    },
    close() {
      void client.close()
    },
  }
}

function parsed(address: string): URL {
  const url = URL.parse(address.replace(/^clickhouse(s?):/, "http$1:"))
  if (url?.protocol === "http:" || url?.protocol === "https:") return url
  throw new Problem("clickhouse.address", { address, detail: "it is no address" })
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

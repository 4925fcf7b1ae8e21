import { Readable } from "node:stream"
import { ClickHouseLogLevel, createClient } from "@clickhouse/client"
import { assert } from "../../assert.ts"
import type { Param, Row, Warehouse } from "../warehouse.ts"

export interface ClickHouseWarehouse extends Warehouse {
  /** Appends bytes of one of the engine's formats to a table. */
  insert(table: string, format: string, bytes: Uint8Array): Promise<void>
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
  output_format_json_quote_64bit_integers: 1,
  // A proxy between us and the server would else close a long statement.
  send_progress_in_http_headers: 1,
} as const

/** A server or cluster, by its address: `clickhouse://user:password@host:8123/database`, or `clickhouses://` for TLS. */
export function openClickHouse(address: string): ClickHouseWarehouse {
  const client = createClient({
    url: address.replace(/^clickhouse(s?):/, "http$1:"),
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
    async insert(table, format, bytes) {
      await client.exec({ query: `INSERT INTO ${table} FORMAT ${format}`, values: Readable.from([bytes]) })
    },
    close() {
      void client.close()
    },
  }
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
  if (Array.isArray(value)) return value.map((item) => plain(item, type.replace(/^(Nullable\()?Array\(/, "")))
  if (typeof value === "string" && /^(Nullable\(|LowCardinality\()*U?Int\d+/.test(type)) {
    const number = Number(value)
    assert(Number.isSafeInteger(number), `the integer ${value} does not fit a number`)
    return number
  }
  return value
}

import { resolve } from "node:path"

/** The one place that reads the environment. */
export interface Config {
  /** The folder that holds everything: ledger, facts, state, rejects. */
  readonly folder: string
  /** Where ledger and facts are kept, where that is not the folder: `clickhouse://user:password@host:8123/database`. */
  readonly warehouse?: string | undefined
  /** Of the warehouse, where its address has none. */
  readonly warehousePassword?: string | undefined
  readonly host: string
  readonly port: number
  /** Memory DuckDB may take, in its own notation. */
  readonly memory: string
  readonly threads: number | undefined
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    folder: resolve(env["PLUMBLINE_DATA"] ?? "plumbline-data"),
    warehouse: env["PLUMBLINE_WAREHOUSE"],
    warehousePassword: env["PLUMBLINE_WAREHOUSE_PASSWORD"],
    host: env["PLUMBLINE_HOST"] ?? "127.0.0.1",
    port: Number(env["PLUMBLINE_PORT"] ?? 4600),
    memory: env["PLUMBLINE_MEMORY"] ?? "3GB",
    threads: env["PLUMBLINE_THREADS"] ? Number(env["PLUMBLINE_THREADS"]) : undefined,
  }
}

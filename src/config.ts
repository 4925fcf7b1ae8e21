import { resolve } from "node:path"

/** The one place that reads the environment. */
export interface Config {
  /** The folder that holds everything: ledger, facts, state, rejects. */
  readonly folder: string
  readonly host: string
  readonly port: number
  /** Memory DuckDB may take, in its own notation. */
  readonly memory: string
  readonly threads: number | undefined
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    folder: resolve(env["PLUMBLINE_DATA"] ?? "plumbline-data"),
    host: env["PLUMBLINE_HOST"] ?? "127.0.0.1",
    port: Number(env["PLUMBLINE_PORT"] ?? 4600),
    memory: env["PLUMBLINE_MEMORY"] ?? "3GB",
    threads: env["PLUMBLINE_THREADS"] ? Number(env["PLUMBLINE_THREADS"]) : undefined,
  }
}

import { type DuckDBConnection, DuckDBInstance, type DuckDBResult, listValue, type DuckDBValue } from "@duckdb/node-api"
import { explained } from "./disk.ts"
import { readRows } from "./read-rows.ts"
import type { Param, Warehouse } from "./warehouse.ts"

export interface DuckOptions {
  /** A file, or ":memory:". */
  readonly path: string
  readonly memory?: string | undefined
  readonly threads?: number | undefined
}

/** The embedded engine. One instance owns its file; `connection` is for code that reads or writes vectors. */
export interface DuckWarehouse extends Warehouse {
  readonly connection: DuckDBConnection
  /** Another connection to the same file: a transaction of its own. Closing it leaves the file open. */
  connect(): Promise<DuckWarehouse>
  /** The rows as they come, for what is too large to hold. */
  stream(sql: string, params?: readonly Param[]): Promise<DuckDBResult>
}

export async function openDuck({ path, memory, threads }: DuckOptions): Promise<DuckWarehouse> {
  const instance = await DuckDBInstance.create(path, {
    ...(memory !== undefined && { memory_limit: memory }),
    ...(threads !== undefined && { threads: String(threads) }),
    // Nothing may be fetched or loaded at run time: all that is needed is linked in.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // What the readers of a shared scan leave out would be worked out a second time within it, at more cost than it saves.
    disabled_optimizers: "cte_filter_pusher",
  })
  return connectTo(instance, () => instance.closeSync())
}

async function connectTo(instance: DuckDBInstance, afterwards: () => void): Promise<DuckWarehouse> {
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  // Rows of the same transaction are not in the statistics yet: a hundred thousand of them look like none, and a loop over them is chosen.
  await connection.run("SET asof_loop_join_threshold = 0")
  // Preparing a statement costs small ones a third more, so only what has values to bind is prepared.
  const carriedOut = (sql: string, params: readonly Param[]) =>
    connection.run(sql, params.length === 0 ? undefined : params.map(bound)).catch(explain)
  return {
    connection,
    connect: () => connectTo(instance, () => {}),
    stream: (sql, params = []) => connection.stream(sql, params.map(bound)).catch(explain),
    async run(sql, params = []) {
      await carriedOut(sql, params)
    },
    async rows(sql, params = [], reading = {}) {
      return readRows(await carriedOut(sql, params), reading).catch(explain)
    },
    close() {
      connection.closeSync()
      afterwards()
    },
  }
}

function explain(error: unknown): never {
  throw explained(error)
}

function bound(value: Param): DuckDBValue {
  if (typeof value === "object" && value !== null) {
    const whole = value.every((item) => Number.isInteger(item))
    return listValue(value.map((item) => (whole ? BigInt(item) : item)))
  }
  return Number.isInteger(value) ? BigInt(value as number) : value
}

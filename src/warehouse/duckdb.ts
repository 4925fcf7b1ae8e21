import { type DuckDBConnection, DuckDBInstance, type DuckDBResult, listValue, type DuckDBValue } from "@duckdb/node-api"
import { assert } from "../assert.ts"
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
  /** So many bytes more are kept beside the engine, which then does with less, so that both stay within what it was given. */
  setAside(bytes: number): Promise<void>
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
  return connectTo(instance, { aside: 0, given: null }, () => instance.closeSync())
}

/** What all connections to a file share. */
interface Budget {
  /** Bytes that are kept beside the engine. */
  aside: number
  /** Bytes the engine had before anything was set aside; null until then. */
  given: number | null
}

async function connectTo(instance: DuckDBInstance, budget: Budget, afterwards: () => void): Promise<DuckWarehouse> {
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  // Rows of the same transaction are not in the statistics yet: a hundred thousand of them look like none, and a loop over them is chosen.
  await connection.run("SET asof_loop_join_threshold = 0")
  // Preparing a statement costs small ones a third more, so only what has values to bind is prepared.
  const carriedOut = (sql: string, params: readonly Param[]) =>
    connection.run(sql, params.length === 0 ? undefined : params.map(bound)).catch(explain)
  return {
    connection,
    connect: () => connectTo(instance, budget, () => {}),
    setAside: (bytes) => setAside(connection, budget, bytes),
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

/** Of what it was given the engine keeps at least this share. */
const LEAST_SHARE = 0.5

async function setAside(connection: DuckDBConnection, budget: Budget, bytes: number): Promise<void> {
  budget.given ??= await memoryLimit(connection)
  budget.aside += bytes
  const left = Math.max(budget.given * LEAST_SHARE, budget.given - budget.aside)
  await connection.run(`SET memory_limit = '${Math.floor(left)}B'`).catch((error: unknown) => {
    // What is in use at this moment cannot be taken away; the next time more is set aside it is asked for again.
    if (!/could not free up enough memory/.test(String(error))) throw error
  })
}

/** In bytes: the engine says it in the largest unit, with one decimal place. */
async function memoryLimit(connection: DuckDBConnection): Promise<number> {
  const found = await connection.runAndReadAll("SELECT current_setting('memory_limit')")
  const text = String(found.getRows()[0]![0])
  const [, number, unit] = /^([\d.]+) (\w+)$/.exec(text) ?? []
  const power = ["bytes", "KiB", "MiB", "GiB", "TiB"].indexOf(unit ?? "")
  assert(power >= 0, `the engine says its memory as "${text}"`)
  return Number(number) * 1024 ** power
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

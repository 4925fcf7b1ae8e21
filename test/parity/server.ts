import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { createInterface } from "node:readline"
import { join } from "node:path"
import { migrate } from "../../src/warehouse/clickhouse/migrate.ts"
import { type ClickHouseWarehouse, openClickHouse } from "../../src/warehouse/clickhouse/open.ts"

const folder = join(import.meta.dirname, "..", "clickhouse")

/** Whether the engine is here: it takes half a gigabyte, so it is installed apart with `npm install` in test/clickhouse. */
export const installed = existsSync(join(folder, "node_modules", "chdb"))

export interface Server {
  readonly address: string
  readonly warehouse: ClickHouseWarehouse
  stop(): Promise<void>
}

/** The engine in a process of its own behind its small front, with empty tables, spoken to by the official client. */
export async function startServer(): Promise<Server> {
  const child = spawn("node", [join(folder, "front.mjs")], { stdio: ["pipe", "pipe", "inherit"] })
  const ended = new Promise((resolve) => child.once("exit", resolve))
  const port = await firstLine(child.stdout)
  const address = `clickhouse://127.0.0.1:${port}/plumbline`
  const creating = openClickHouse(address, { creating: true })
  await migrate(creating, { database: "plumbline" })
  creating.close()
  const warehouse = openClickHouse(address)
  return {
    address,
    warehouse,
    async stop() {
      warehouse.close()
      child.stdin.end()
      await ended
    },
  }
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) return line
  throw new Error("the engine's front ended before it listened")
}

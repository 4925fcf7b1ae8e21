import { Problem } from "../problem.ts"
import { statementsFor } from "../warehouse/clickhouse/ddl.ts"
import { migrate } from "../warehouse/clickhouse/migrate.ts"
import { openClickHouse } from "../warehouse/clickhouse/open.ts"
import type { CommandAlone, GivenAlone } from "./command.ts"

/** Makes the tables of a ClickHouse server or cluster. */
export const migrateCommand: CommandAlone = {
  alone: true,
  name: "migrate",
  summary: "make the tables of a ClickHouse server or cluster, or bring them up to date",
  options: [
    ["--warehouse <address>", "clickhouse://user:password@host:8123/database, or clickhouses:// for TLS"],
    ["--cluster <name>", "sharded by subject and replicated, on the cluster its nodes know by this name"],
    ["--print", "only print the statements"],
  ],
  run,
}

async function run({ config, options, out }: GivenAlone): Promise<void> {
  const { cluster, print } = options
  const { warehouse: address, warehousePassword: password } = config
  if (address === undefined) throw new Problem("option.wrong", { option: "warehouse", detail: "an address is needed" })
  if (cluster !== undefined && (typeof cluster !== "string" || !/^[\w-]+$/.test(cluster)))
    throw new Problem("option.wrong", { option: "cluster", detail: "a name is letters, digits, _ and -" })
  const warehouse = openClickHouse(address, { creating: true, password })
  const target = { database: warehouse.database, cluster }
  try {
    if (print) return out.line(`${statementsFor(target).join(";\n\n")};`)
    const { from, to, statements } = await migrate(warehouse, target)
    const before = from === null ? "new" : from === to ? "already there" : `version ${from} before`
    out.line(`${statements} statements: the tables of ${target.database} are of version ${to} (${before}).`)
  } finally {
    warehouse.close()
  }
}

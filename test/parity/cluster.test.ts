import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { LAYOUT_VERSION, statementsFor } from "../../src/warehouse/clickhouse/ddl.ts"
import { migrate } from "../../src/warehouse/clickhouse/migrate.ts"
import { installed, type Server, startServer } from "./server.ts"

describe.skipIf(!installed)("the tables of the other engine", () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server?.stop())

  test("made again, nothing changes", async () => {
    const again = await migrate(server.warehouse, { database: "plumbline" })
    expect(again).toMatchObject({ from: LAYOUT_VERSION, to: LAYOUT_VERSION })
  })

  test("a column that tables of an earlier version lack is added", async () => {
    const table = "plumbline_facts_rows.ratings"
    await server.warehouse.run(`ALTER TABLE ${table} DROP INDEX find_next_answered_at`)
    await server.warehouse.run(`ALTER TABLE ${table} DROP COLUMN next_answered_at`)
    await migrate(server.warehouse, { database: "plumbline" })
    const rows = await server.warehouse.rows("SELECT max(next_answered_at) AS latest FROM plumbline_facts.ratings")
    expect(rows).toHaveLength(1)
  })

  test("so is a field that events learned", async () => {
    await server.warehouse.run("ALTER TABLE plumbline.ledger DROP COLUMN sentiment")
    await migrate(server.warehouse, { database: "plumbline" })
    expect(await server.warehouse.rows("SELECT max(sentiment) AS sentiment FROM plumbline.ledger")).toHaveLength(1)
  })

  test("the engine can read each statement for a cluster", async () => {
    const statements = statementsFor({ database: "plumbline", cluster: "support" })
    expect(statements.filter((text) => text.includes("ENGINE = Distributed")).length).toBeGreaterThan(8)
    for (const statement of statements) await server.warehouse.run(`EXPLAIN AST ${statement}`)
    await expect(server.warehouse.run(`EXPLAIN AST ${statements[0]!.replace("EXISTS", "EXIST")}`)).rejects.toThrow()
  })
})

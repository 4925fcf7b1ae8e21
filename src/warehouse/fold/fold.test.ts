import { expect, test } from "vitest"
import type { DuckWarehouse } from "../duckdb.ts"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { append, dump, USUAL, withLedger } from "./testing/facts.ts"
import { compact, START } from "./testing/compact.ts"

test("the ledger becomes facts", () =>
  withLedger(async (duck) => {
    await append(duck, compact("c0 a10 s20", "conversation:1"), START)
    await append(duck, compact("c5 a25", "conversation:2", { tags: ["vip"], attributes: { plan: "gold", seats: 3 } }), START + 1)
    await foldAll(duck, USUAL)
    const rows = await duck.rows(
      `SELECT s.name, first_reply_ms, resolution_ms, tags, attributes FROM facts.conversations c JOIN subjects s ON s.code = c.conversation ORDER BY 1`,
    )
    expect(rows).toMatchObject([
      { name: "conversation:1", first_reply_ms: 600_000, resolution_ms: 1_200_000, tags: null, attributes: null },
      { name: "conversation:2", first_reply_ms: 1_200_000, resolution_ms: null, attributes: { plan: "gold", seats: "3" } },
    ])
    expect(await duck.rows("SELECT count(*) AS n FROM facts.movements")).toEqual([{ n: 5 }])
    expect(await refold(duck, USUAL)).toEqual({ scope: "nothing", conversations: 0 })
    await append(duck, [{ ...compact("c0")[1]!, id: "more", at: START + 1 }], START + 2)
    expect(await refold(duck, USUAL)).toEqual({ scope: "touched", conversations: 1 })
  }))

test("who leaves and is hired at one moment is employed without a gap, in the spans as among the employees", () =>
  withLedger(async (duck) => {
    const told = (id: string, day: number, kind: "agent.hired" | "agent.left", team: string) =>
      ({ id, at: START + day * DAY_US, kind, subject: "agent:ana", team }) as const
    await append(
      duck,
      [
        told("1", 0, "agent.hired", "red"),
        told("2", 5, "agent.hired", "blue"),
        told("3", 5, "agent.left", "red"),
        told("4", 9, "agent.left", "blue"),
      ],
      START + 10 * DAY_US,
    )
    await foldAll(duck, USUAL)
    const from = (table: string, columns: string) =>
      duck.rows(`SELECT ${columns}, t.word AS team FROM ${table} JOIN words t ON t.code = team ORDER BY 1`)
    const stretches = [
      { from: START, until: START + 5 * DAY_US, team: "red" },
      { from: START + 5 * DAY_US, until: START + 9 * DAY_US, team: "blue" },
    ]
    const employed = `facts.spans JOIN words k ON k.code = span AND k.word = 'employed'`
    expect(await from(employed, `from_at AS "from", to_at AS until`)).toEqual(stretches)
    expect(await from("facts.employees", `hired_at AS "from", left_at AS until`)).toEqual(stretches)
  }))

test("where a story told again names somebody who was not looked for, what was made by then is rolled back and all is folded", () =>
  withLedger(async (duck) => {
    const [opened, asked] = compact("c0", "conversation:1", { customer: "ann" })
    await append(duck, [opened!], START)
    await foldAll(duck, USUAL)
    await append(duck, [asked!], START + 1)
    expect(await refold(losing("people", duck), USUAL)).toEqual({ scope: "all", conversations: null })
    await foldAll(duck, USUAL, "whole")
    expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
    expect(await duck.rows("SELECT count(*) AS n FROM facts.customers")).toEqual([{ n: 1 }])
  }))

const DAY_US = 86_400_000_000

/** The same engine, which empties a temporary table as soon as it is made. */
function losing(table: string, duck: DuckWarehouse): DuckWarehouse {
  return {
    ...duck,
    connect: async () => losing(table, await duck.connect()),
    async run(sql, params) {
      await duck.run(sql, params)
      if (sql.startsWith(`CREATE OR REPLACE TEMP TABLE ${table} AS`)) await duck.run(`DELETE FROM temp.${table}`)
    },
  }
}

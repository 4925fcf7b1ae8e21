import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { verifyOnServer } from "../../src/warehouse/clickhouse/copy.ts"
import { endOf, openClickHouseLedger } from "../../src/warehouse/clickhouse/ledger.ts"
import type { ClickHouseWarehouse } from "../../src/warehouse/clickhouse/open.ts"
import { columnsOf } from "../../src/warehouse/ledger/columns.ts"
import { installed, type Server, startServer } from "./server.ts"

/** Words, subjects, events, replaced versions, the cursor, the batch: each is one statement of an append. */
const STEPS = 6
const CUT = "the connection was cut"

describe.skipIf(!installed)("an append to the server that is broken off", { timeout: 300_000 }, () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server?.stop())

  const deliveryOf = (n: number) => ({
    source: "shop",
    events: columnsOf(eventsOf(n)),
    learnedAt: n,
    cursor: `after ${n}`,
  })

  test.each(["before", "after"] as const)(
    "%s any of its statements is not there, or wholly, and sent again it is there once",
    async (when) => {
      const { warehouse } = server
      for (let step = 1; step <= STEPS; step++) {
        const n = (await endOf(warehouse)).batch + 1
        const before = await openClickHouseLedger(warehouse)
        const cut = await openClickHouseLedger(cutAt(warehouse, step, when))
        const [cursor, end] = [await before.cursor("shop"), await endOf(warehouse)]
        await expect(cut.append(deliveryOf(n))).rejects.toThrow(CUT)
        // Only where the last statement arrived and nobody heard of it.
        const arrived = step === STEPS && when === "after"
        expect(await endOf(warehouse)).toEqual(arrived ? { batch: n, seq: end.seq + EVENTS_EACH } : end)
        expect(await before.cursor("shop")).toBe(arrived ? `after ${n}` : cursor)
        const again = await cut.append(deliveryOf(n))
        expect(again).toMatchObject({ appended: arrived ? 0 : EVENTS_EACH, duplicates: arrived ? EVENTS_EACH : 0 })
        expect(await before.cursor("shop")).toBe(`after ${n}`)
        for (const ledger of [before, cut]) ledger.close()
      }
      const { batch } = await endOf(warehouse)
      expect(await verifyOnServer(warehouse, {})).toMatchObject({ batches: batch, events: batch * EVENTS_EACH, findings: [] })
    },
  )
})

/** Two new events with new words, and a new version of the one that all deliveries correct. */
const EVENTS_EACH = 3

function eventsOf(n: number): readonly CanonicalEvent[] {
  const opened = (id: string, subject: string, brand: string) =>
    checked({ id, at: "2026-01-01T00:00:00Z", kind: "conversation.opened", subject, brand, tags: [`tag ${n}`, "old"] })
  return [
    opened(`${n}:a`, `conversation:${n}`, `brand ${n}`),
    opened(`${n}:b`, `conversation:${n}b`, "brand"),
    opened("corrected", "conversation:corrected", `brand ${n}`),
  ]
}

function checked(line: Readonly<Record<string, unknown>>): CanonicalEvent {
  const event = checkEvent(line)
  if (event instanceof Fault) throw new Error(`${event.field} ${event.reason}`)
  return event
}

/** The same server, whose n-th writing statement fails once: before it is sent, or after it was carried out. */
function cutAt(warehouse: ClickHouseWarehouse, step: number, when: "before" | "after"): ClickHouseWarehouse {
  let done = 0
  const cut = async (write: () => Promise<void>): Promise<void> => {
    const now = ++done === step
    if (!now || when === "after") await write()
    if (now) throw new Error(CUT)
  }
  return {
    ...warehouse,
    insert: (...given) => cut(() => warehouse.insert(...given)),
    run: (sql, params) => (sql.startsWith("DELETE") ? warehouse.run(sql, params) : cut(() => warehouse.run(sql, params))),
  }
}

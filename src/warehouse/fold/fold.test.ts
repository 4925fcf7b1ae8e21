import { expect, test } from "vitest"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { append, USUAL, withLedger } from "./testing/facts.ts"
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

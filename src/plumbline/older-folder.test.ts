import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import type { CanonicalEvent } from "../events/event.ts"
import { openPlumbline } from "../plumbline.ts"
import { openDuck } from "../warehouse/duckdb.ts"
import { columnsOf } from "../warehouse/ledger/columns.ts"

const JANUARY = { from: "2024-01-01", to: "2024-02-01", zone: "UTC" }
const at = (hour: number) => Date.parse(`2024-01-03T0${hour}:00:00Z`) * 1000
const of = { subject: "survey:1", survey: "csat" } as const
const ANSWER: readonly CanonicalEvent[] = [
  { ...of, id: "s", at: at(1), kind: "survey.sent" },
  { ...of, id: "a", at: at(2), kind: "survey.answered", score: 5, comment: "Thank you!" },
]

test("a folder from before events could tell how a comment sounds is brought up to date when it is opened", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-older-"))
  const config = { folder, host: "127.0.0.1", port: 4600, memory: "500MB", threads: 1 }
  const first = await openPlumbline(config)
  await first.ledger.append({ source: "test", events: columnsOf(ANSWER), learnedAt: at(2) })
  await first.close()

  const older = await openDuck({ path: join(folder, "plumbline.duckdb"), threads: 1 })
  await older.run("ALTER TABLE ledger DROP COLUMN sentiment")
  await older.run("ALTER TABLE facts.ratings DROP COLUMN sentiment")
  await older.run("UPDATE facts.fold SET version = 10")
  older.close()

  const again = await openPlumbline(config)
  expect((await again.ask({ metrics: ["csat"], ...JANUARY })).rows[0]!.cells["csat"]).toMatchObject({ value: 1, n: 1 })
  const label = { id: "l", at: at(3), kind: "survey.labelled", subject: "survey:1", sentiment: "positive" } as const
  await again.ledger.append({ source: "test", events: columnsOf([label]), learnedAt: at(3) })
  await again.rebuild()
  const { cells } = (await again.ask({ metrics: ["sentiment_share:positive"], ...JANUARY })).rows[0]!
  expect(cells["sentiment_share:positive"]).toMatchObject({ value: 1, n: 1 })
  expect((await again.verify()).findings).toEqual([])
  await again.close()
  rmSync(folder, { recursive: true })
})

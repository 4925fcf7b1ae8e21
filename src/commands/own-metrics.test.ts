import { Readable } from "node:stream"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { openPlumbline, type Plumbline } from "../plumbline.ts"
import type { CommandAlone, CommandEither } from "./command.ts"
import { metricsCommand } from "./metrics.ts"
import { test as testCommand } from "./test.ts"

const FAST = `name: vip_fast_share
title: Fast answers for important people
asks: How often do important customers get an answer in time?
means: Of the conversations tagged vip that were answered, those answered within so many minutes.
formula: answered in time / answered
table: conversations
at: { basis: created, column: counted_at }
unit: share
better: higher
statistic: Wilson score interval
where: tags has ("vip") and first_reply_ms is known
value: { kind: share, of: "first_reply_ms <= $minutes * 60000" }
parameters: { minutes: { default: 30, means: so many minutes are fast } }
needs: [message.sent]
`
const STORY = `#1  mon 10:00  customer opens tags=vip
    mon 10:20  ana replies
#2  mon 10:00  customer opens tags=vip
    mon 11:20  ana replies
#3  mon 10:00  customer opens
    mon 10:20  ana replies

ask vip_fast_share, vip_fast_share(minutes=90) total mon..tue
    vip_fast_share  50%  n=2
    vip_fast_share(minutes=90)  100%  n=2
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-own-"))
  mkdirSync(join(folder, "metrics"))
  writeFileSync(join(folder, "metrics", "fast.yaml"), FAST)
  writeFileSync(join(folder, "vip.story"), STORY)
})
afterEach(() => rmSync(folder, { recursive: true }))

test("stories are told to the metrics of a path, or of the data folder", async () => {
  expect(await run(testCommand, ["vip.story"], { metrics: "metrics" })).toMatchObject({ code: 0 })
  expect(await run(testCommand, ["vip.story"])).toMatchObject({ code: 0 })
  await expect(run(testCommand, ["vip.story"], { metrics: "metrcs" })).rejects.toThrow(/There is no file metrcs/)
})

test("one is listed, explained, and written as a file like any other", async () => {
  const { lines } = await run(metricsCommand, ["vip_fast_share"], { yaml: true })
  expect(lines.join("\n")).toContain("of: first_reply_ms <= $minutes * 60000")
  expect((await run(metricsCommand, [])).lines.some((line) => line.startsWith("vip_fast_share"))).toBe(true)
  expect((await run(metricsCommand, ["Fast answers for important people"])).lines[0]).toContain("(vip_fast_share)")
})

test("an open folder answers it", async () => {
  const plumbline = await openPlumbline({ folder, host: "127.0.0.1", port: 4600, memory: "1GB", threads: 1 })
  const { rows } = await plumbline.ask({ metrics: ["vip_fast_share(minutes=5)"], from: "2024-01-01", to: "2024-02-01" })
  expect(rows[0]!.cells["vip_fast_share(minutes=5)"]).toMatchObject({ value: null, n: 0 })
  await plumbline.close()
})

describe("whether this installation has what a metric needs", () => {
  test("without a folder it is only said what it needs", async () => {
    expect((await run(metricsCommand, ["NPS"])).lines).toContain("  survey.answered: The customer answered.")
    expect((await run(metricsCommand, [])).lines[0]).toMatch(/^metric +unit +answers$/)
  })

  test("with one it is counted, and what cannot be answered is marked", async () => {
    const plumbline = await openPlumbline({ folder, host: "127.0.0.1", port: 4600, memory: "1GB", threads: 1 })
    const { lines } = await run(metricsCommand, ["NPS"], {}, { plumbline })
    expect(lines).toContain("  survey.answered (none here): The customer answered.")
    expect(lines.at(-1)).toBe("It cannot be answered here: no such events: survey.sent, survey.answered")
    const listed = await run(metricsCommand, [], {}, { plumbline })
    expect(listed.lines.find((line) => line.startsWith("nps "))).toMatch(/^nps +points +no /)
    const json = JSON.parse((await run(metricsCommand, ["NPS"], { json: true }, { plumbline })).lines.join("")) as object
    expect(json).toMatchObject({ name: "nps", lacks: ["survey.sent", "survey.answered"] })
    await plumbline.close()
  })
})

async function run(
  command: CommandAlone | CommandEither,
  args: readonly string[],
  options = {},
  on: { plumbline?: Plumbline } = {},
) {
  const lines: string[] = []
  const out = { line: (text: string) => void lines.push(text), note: () => {}, progress: () => {} }
  const config = { folder, host: "127.0.0.1", port: 4600, memory: "1GB", threads: 1 }
  const code = await command.run({ args, options, cwd: folder, config, out, input: Readable.from([]), ...on })
  return { lines, code }
}

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openPlumbline, type Plumbline } from "../plumbline.ts"

const VIP = `name: vip_volume
title: Important conversations
asks: How much do important customers write?
means: Inbound conversations tagged vip.
formula: count
table: conversations
at: { basis: created, column: counted_at }
unit: count
better: neutral
statistic: census
where: tags has ("vip")
value: { kind: count }
`

let folder: string
let plumbline: Plumbline
const said: string[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-watched-"))
  plumbline = await openPlumbline({ folder, host: "127.0.0.1", port: 4600, memory: "500MB", threads: 1 })
  said.length = 0
  plumbline.onMetricsRead((line) => said.push(line))
})
afterEach(async () => {
  await plumbline.close()
  rmSync(folder, { recursive: true })
})

let second = 1_700_000_000
function write(name: string, text: string): void {
  mkdirSync(join(folder, "metrics"), { recursive: true })
  writeFileSync(join(folder, "metrics", name), text)
  // Two changes of one moment and one size look alike.
  utimesSync(join(folder, "metrics", name), second, ++second)
}
const ask = (metric: string) => plumbline.ask({ metrics: [metric], from: "2024-01-01", to: "2024-02-01" })
const titles = async () => (await plumbline.metrics()).filter(({ card }) => card === 0).map(({ title }) => title)

test("a metric's file is read again when it changes; a broken one leaves the last good ones, and says so", async () => {
  await expect(ask("vip_volume")).rejects.toMatchObject({ code: "metric.unknown" })
  write("vip.yaml", VIP)
  await ask("vip_volume")
  write("vip.yaml", VIP.replace("Important conversations", "Conversations of few"))
  expect(await titles()).toEqual(["Conversations of few"])
  expect((await plumbline.status()).metricsProblem).toBeNull()

  write("vip.yaml", VIP.replace("tags has", "tag has"))
  await Promise.all([ask("vip_volume"), ask("vip_volume"), ask("vip_volume")])
  expect(await titles()).toEqual(["Conversations of few"])
  expect((await plumbline.status()).metricsProblem).toMatch(/vip\.yaml/)
  expect(said).toHaveLength(3)
  expect(said.at(-1)).toMatch(/^The metrics of metrics\/ stay as they were: .*vip\.yaml/)

  write("vip.yaml", VIP)
  expect(await titles()).toEqual(["Important conversations"])
  expect((await plumbline.status()).metricsProblem).toBeNull()
  rmSync(join(folder, "metrics", "vip.yaml"))
  expect(await titles()).toEqual([])
  await expect(ask("vip_volume")).rejects.toMatchObject({ code: "metric.unknown" })
})

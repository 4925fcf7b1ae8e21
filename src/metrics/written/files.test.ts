import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { catalog } from "../catalog/index.ts"
import { withWritten } from "./read.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-metrics-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const VIP = `name: vip_volume
title: Important conversations
asks: How much do important customers write?
means: Inbound conversations tagged vip.
formula: count
table: conversations
at: { basis: created, column: counted_at }
unit: count
better: neutral
statistic: exact Poisson interval
where: tags has ("vip")
value: { kind: count }
needs: [conversation.opened]
`
const PER_CUSTOMER = `name: vip_share_of_tickets
title: Share of important conversations
asks: Which part of what comes in is important?
means: Conversations tagged vip for each conversation.
formula: vip / all
table: conversations
at: { basis: created, column: counted_at }
unit: ratio
better: neutral
statistic: ratio of two counts
value: { kind: quotient, of: vip_volume, per: ticket_volume, times: 1 }
`

test("a folder's metrics stand beside the built-in ones, also those made of one another", async () => {
  write({ "a.yaml": PER_CUSTOMER, "b.yml": VIP, "notes.txt": "no metric" })
  const names = (await withWritten(catalog, folder)).map(({ name }) => name)
  expect(names).toEqual([...catalog.map(({ name }) => name), "vip_share_of_tickets", "vip_volume"])
})

test("no folder is no metrics", async () => {
  expect(await withWritten(catalog, join(folder, "nowhere"))).toEqual(catalog)
})

test("a folder that cannot be read is not taken for empty", async () => {
  mkdirSync(join(folder, "x.yaml"))
  await expect(withWritten(catalog, folder)).rejects.toThrow()
})

describe("what makes no sense is refused with its place", () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      "an unknown column",
      { "v.yaml": VIP.replace("tags has", "tag has") },
      /v\.yaml.*\n.*line 11, column 8: where: at character 1 of "tag has \("vip"\)": conversations has no column "tag", did you mean "tags"\?/,
    ],
    ["an unknown field", { "v.yaml": `${VIP}wher: always\n` }, /line 14, column 1: there is no "wher" here/],
    [
      "an unknown table",
      { "v.yaml": VIP.replace("table: conversations", "table: conversation") },
      /must be one of .* Did you mean "conversations"\?/,
    ],
    [
      "a time that is none",
      { "v.yaml": VIP.replace("column: counted_at", "column: channel") },
      /it must be a column that holds a moment/,
    ],
    [
      "a name that is taken",
      { "v.yaml": VIP.replace("vip_volume", "ticket_volume") },
      /there is a metric "ticket_volume" already/,
    ],
    ["a name twice", { "v.yaml": VIP, "w.yaml": VIP }, /w\.yaml[^]*there is a metric "vip_volume" already/],
    [
      "a parameter that is not declared",
      { "v.yaml": VIP.replace('tags has ("vip")', "reopens > $times") },
      /there is no parameter "times"/,
    ],
    [
      "an event that does not exist",
      { "v.yaml": VIP.replace("conversation.opened", "conversation.open") },
      /needs\.0: it must be one of .*Did you mean "conversation\.opened"\?/,
    ],
    [
      "a metric that divides by itself",
      { "p.yaml": PER_CUSTOMER.replace("per: ticket_volume", "per: vip_share_of_tickets"), "v.yaml": VIP },
      /vip_share_of_tickets cannot be made of itself: vip_share_of_tickets → vip_share_of_tickets/,
    ],
    [
      "a circle",
      {
        "p.yaml": PER_CUSTOMER.replace("of: vip_volume", "of: other"),
        "q.yaml": PER_CUSTOMER.replace("name: vip_share_of_tickets", "name: other").replace(
          "of: vip_volume",
          "of: vip_share_of_tickets",
        ),
      },
      /cannot be made of itself: vip_share_of_tickets → other → vip_share_of_tickets/,
    ],
    [
      "one made of what is not there",
      { "p.yaml": PER_CUSTOMER },
      /line 11, column 30: value\.of: There is no metric "vip_volume"/,
    ],
    [
      "a wrong unit",
      { "p.yaml": PER_CUSTOMER.replace("unit: ratio", "unit: seconds"), "v.yaml": VIP },
      /line 8, column 7: unit: count divided by count is ratio or share .*, not seconds/,
    ],
    [
      "a wrong direction",
      {
        "p.yaml": PER_CUSTOMER.replace("of: vip_volume", "of: backlog_growth").replace("better: neutral", "better: higher"),
        "v.yaml": VIP.replace("vip_volume", "backlog_growth").replace("better: neutral", "better: lower"),
      },
      /better: of backlog_growth, lower is better/,
    ],
    [
      "another kind of time",
      { "p.yaml": PER_CUSTOMER.replace("of: vip_volume", "of: backlog") },
      /backlog counts by what is instant, and vip_share_of_tickets by what is created/,
    ],
  ])("%s", async (_what, files, says) => {
    write(files)
    await expect(withWritten(catalog, folder)).rejects.toThrow(says)
  })
})

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

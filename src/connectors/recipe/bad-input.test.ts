import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { writeXlsx } from "hucre"
import { afterAll, expect, test } from "vitest"
import { printMoment } from "../../events/moment.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import type { Problem } from "../../problem.ts"
import type { Reject } from "../source.ts"
import { parseRecipe } from "./recipe.ts"
import { recipeSource } from "./source.ts"

const folder = mkdtempSync(join(tmpdir(), "plumbline-recipe-"))
afterAll(() => rmSync(folder, { recursive: true }))

const TICKETS = `
source: desk
file: { delimiter: ";" }
zone: Europe/Berlin
dates: D/M/YYYY H:mm
missing: ["-"]
shape: one row per ticket
ticket: id
moments: { opened: created, first_reply: replied, first_solved: first, reopened: again, solved: solved }
fields: { subject_line: subject, channel: { column: via, values: { Mail: email } }, agent: who }
numbers: { spent: cost }
decimal: ","
`
const NAMES = "id;created;replied;first;again;solved;subject;via;who;cost"

test("a byte order mark, CRLF and quoted line breaks", async () => {
  const { events, rejects } = await read(
    `\uFEFF${NAMES}\r\n1;6/5/2024 10:00;6/5/2024 10:30;;;6/5/2024 11:00;"one;\r\n""two""";Mail;Ana;1.234,50\r\n`,
  )
  expect(rejects).toEqual([])
  expect(told(events)).toEqual([
    "2024-05-06T08:00:00Z conversation.opened desk:1:opened",
    "2024-05-06T08:00:00Z message.sent desk:1:asked",
    "2024-05-06T08:30:00Z message.sent desk:1:first_reply",
    "2024-05-06T09:00:00Z conversation.status_changed desk:1:solved",
  ])
  expect(events[0]).toMatchObject({
    subject: "conversation:desk:1",
    subject_line: 'one;\r\n"two"',
    channel: "email",
    attributes: { spent: 1234.5 },
  })
})

test("a row with more cells than columns is put aside, for what is in them stands in the wrong columns", async () => {
  const { events, rejects } = await read(
    `${NAMES}\n1;6/5/2024 10:00;-;-;-;-;one; two;Mail;Ana;-\n2;6/5/2024 10:00;-;-;-;-;one;Mail;Ana;-;;\n3;6/5/2024 10:00\n`,
  )
  expect(rejects).toMatchObject([{ line: 2, field: null, reason: expect.stringContaining("has 11 cells under 10 columns") }])
  expect(told(events)).toEqual([
    "2024-05-06T08:00:00Z conversation.opened desk:2:opened",
    "2024-05-06T08:00:00Z message.sent desk:2:asked",
    "2024-05-06T08:00:00Z conversation.opened desk:3:opened",
    "2024-05-06T08:00:00Z message.sent desk:3:asked",
  ])
})

test("Latin-1, if the recipe says so; else it is said, not garbled", async () => {
  const bytes = Buffer.from(`${NAMES}\n1;6/5/2024 10:00;-;-;-;-;Größe;Mail;Zoë;-\n`, "latin1")
  const { events } = await read(bytes, TICKETS.replace("file: {", "file: { encoding: latin1,"))
  expect(events[0]).toMatchObject({ subject_line: "Größe" })
  await expect(read(bytes)).rejects.toThrow("is not utf-8")
})

test("UTF-16", async () => {
  const bytes = Buffer.from(`\uFEFF${NAMES}\n1;6/5/2024 10:00;-;-;-;-;日本;Mail;-;-\n`, "utf16le")
  expect((await read(bytes, TICKETS.replace("file: {", "file: { encoding: utf-16le,"))).events[0]).toMatchObject({
    subject_line: "日本",
  })
})

test("a cut gzip: what was whole is taken, the rest is said, and the whole file later is read from its beginning", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i};6/5/2024 10:00;-;-;-;-;${(i * 7919) % 10_007};Mail;-;-`)
  const whole = gzipSync([NAMES, ...rows].join("\n"))
  const { events, broken, position } = await read(whole.subarray(0, whole.length >> 1), TICKETS, "cut.csv.gz")
  expect(events.length).toBeGreaterThan(0)
  expect(events.length).toBeLessThan(40_000)
  expect(broken?.code).toBe("table.cut")
  expect(position).toMatchObject({ look: "cut" })
})

test("D/M and M/D mixed: what is no day first is rejected with row, column and reason", async () => {
  const { events, rejects } = await read(`${NAMES}\n1;13/5/2024 10:00;-;-;-;-;a;Mail;-;-\n2;5/13/2024 10:00;-;-;-;-;b;Mail;-;-\n`)
  expect(told(events)).toHaveLength(2)
  expect(rejects).toEqual([
    expect.objectContaining({ line: 3, field: "created", reason: 'must be a date like D/M/YYYY H:mm, not "5/13/2024 10:00"' }),
  ])
})

test.each([
  ["in the skipped hour: it moves later by what was skipped", "31/3/2024 2:30", "2024-03-31T01:30:00Z"],
  ["in the doubled hour: the first is meant", "27/10/2024 2:30", "2024-10-27T00:30:00Z"],
])("a time %s", async (_case, written, moment) => {
  expect(printMoment((await read(`${NAMES}\n1;${written};-;-;-;-;a;Mail;-;-\n`)).events[0]!.at)).toBe(moment)
})

test("a reply before the opening and a solve before it are passed on as they stand: judging stories is not a recipe's work", async () => {
  const { events, rejects } = await read(`${NAMES}\n1;6/5/2024 10:00;6/5/2024 9:00;-;-;6/5/2024 8:00;a;Mail;Ana;-\n`)
  expect(rejects).toEqual([])
  expect(told(events)).toContain("2024-05-06T06:00:00Z conversation.status_changed desk:1:solved")
})

test("a reopening has the solve before it and the one after", async () => {
  const { events } = await read(`${NAMES}\n1;6/5/2024 10:00;-;6/5/2024 11:00;7/5/2024 9:00;7/5/2024 10:00;a;Mail;Ana;-\n`)
  expect(told(events).slice(2)).toEqual([
    "2024-05-06T09:00:00Z conversation.status_changed desk:1:first_solved",
    "2024-05-07T07:00:00Z conversation.status_changed desk:1:reopened",
    "2024-05-07T08:00:00Z conversation.status_changed desk:1:solved",
  ])
})

test("emoji, right-to-left and a megabyte in a subject", async () => {
  const long = "é🎧שלום".repeat(100_000)
  expect((await read(`${NAMES}\n1;6/5/2024 10:00;-;-;-;-;${long};Mail;-;-\n`)).events[0]!.subject_line).toBe(long)
})

test.each([
  ["no id", ";6/5/2024 10:00;-;-;-;-;a;Mail;-;-", "id", "which ticket"],
  ["no opening", "1;-;-;-;-;-;a;Mail;-;-", "created", "without a beginning"],
  ["a word that the table lacks", "1;6/5/2024 10:00;-;-;-;-;a;Mial;-;-", "via", 'Did you mean "Mail"?'],
  ["a number with the other mark", "1;6/5/2024 10:00;-;-;-;-;a;Mail;-;12.5", "cost", "decimal mark"],
])("rejects a row with %s", async (_case, row, column, reason) => {
  const { events, rejects } = await read(`${NAMES}\n${row}\n2;6/5/2024 10:00;-;-;-;-;a;Mail;-;-\n`)
  expect(events[0]!.id).toBe("desk:2:opened")
  expect(rejects).toEqual([
    expect.objectContaining({ line: 2, field: column, reason: expect.stringContaining(reason) as string }),
  ])
})

test("a column that the file lacks is said with its place in the recipe and what may be meant", async () => {
  await expect(read("id;creatde;replied;first;again;solved;subject;via;who;cost\n")).rejects.toThrow(
    /line 9, column 20: .*"created".*Did you mean "creatde"/,
  )
})

test("a file without rows, and none at all", async () => {
  await expect(read("")).rejects.toThrow("has no rows")
  expect(() => recipeSource(join(folder, "nowhere.csv"), parseRecipe(TICKETS, "r.yaml"))).toThrow("There is no file")
})

test("a workbook: its dates are dates, whatever they look like", async () => {
  const rows = [
    NAMES.split(";"),
    [7, new Date(Date.UTC(2024, 4, 6, 10)), "6/5/2024 10:30", null, null, null, "α", "Mail", "Ana", 12],
  ]
  const { events, rejects } = await read(
    await writeXlsx({ sheets: [{ name: "Tickets", rows }] }),
    TICKETS.replace('file: { delimiter: ";" }', "file: { format: xlsx }"),
    "t.xlsx",
  )
  expect(rejects).toEqual([])
  expect(told(events)).toEqual([
    "2024-05-06T08:00:00Z conversation.opened desk:7:opened",
    "2024-05-06T08:00:00Z message.sent desk:7:asked",
    "2024-05-06T08:30:00Z message.sent desk:7:first_reply",
  ])
})

test("JSON lines: nested fields by their path, a bad line is put aside", async () => {
  const recipe =
    "source: js\nfile: { format: jsonl }\nzone: UTC\ndates: YYYY-MM-DDTHH:mm:ssZ\nshape: one row per ticket\nticket: id\nmoments: { opened: at }\nfields: { customer: who.mail, tags: tags }\n"
  const { events, rejects } = await read(
    '{"id":1,"at":"2024-05-06T10:00:00+02:00","who":{"mail":"c@example.org"},"tags":["a","b"]}\n[1]\n{"id":2,\n',
    recipe,
    "t.jsonl",
  )
  expect(events).toEqual([
    expect.objectContaining({ id: "js:1:opened", customer: "customer:js:c@example.org", tags: ["a", "b"] }),
  ])
  expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
    [2, "is not a JSON object"],
    [3, "is not a JSON object"],
  ])
})

test("two sources with the same ticket numbers do not meet", async () => {
  const row = `${NAMES}\n1;6/5/2024 10:00;-;-;-;-;a;Mail;-;-\n`
  const [one, two] = [await read(row), await read(row, TICKETS.replace("source: desk", "source: shop"))]
  expect(one.events[0]!.subject).not.toBe(two.events[0]!.subject)
  expect(one.events[0]!.id).not.toBe(two.events[0]!.id)
})

interface Read {
  readonly events: CanonicalEvent[]
  readonly rejects: Reject[]
  readonly broken: Problem | undefined
  readonly position: unknown
}

async function read(content: string | Uint8Array, recipe: string = TICKETS, name = "tickets.csv"): Promise<Read> {
  const file = join(folder, name)
  writeFileSync(file, content)
  const events: CanonicalEvent[] = []
  const rejects: Reject[] = []
  let [broken, position]: [Problem | undefined, unknown] = [undefined, null]
  for await (const page of recipeSource(file, parseRecipe(recipe, "r.yaml")).pages(null)) {
    events.push(...page.events)
    rejects.push(...page.rejects)
    broken = page.broken
    position = page.position
  }
  return { events, rejects, broken, position }
}

function told(events: readonly CanonicalEvent[]): string[] {
  return events.map(({ at, kind, id }) => `${printMoment(at)} ${kind} ${id}`)
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { writeXlsx } from "hucre"
import { afterAll, expect, test } from "vitest"
import { parseRecipe } from "../recipe/recipe.ts"
import { proposeRecipe } from "./propose.ts"

const folder = mkdtempSync(join(tmpdir(), "plumbline-propose-"))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  [
    "day first, because a row can be nothing else",
    ["3/4/2024 9:00", "13/4/2024 9:00"],
    ["# day first: row 3 has 13/4/2024 9:00", "dates: D/M/YYYY H:mm"],
  ],
  [
    "month first, because a row can be nothing else",
    ["3/4/24 9:00 AM", "4/13/24 9:00 PM"],
    ["# month first: row 3 has 4/13/24 9:00 PM", "dates: M/D/YY h:mm A"],
  ],
  [
    "dates that can be read both ways are asked",
    ["3/4/2024", "4/5/2024"],
    ["every date can be read both ways, as row 2: 3/4/2024", "dates: ???"],
  ],
  [
    "dates of both kinds are said",
    ["13/4/2024", "4/13/2024"],
    ["row 2 (13/4/2024) can only be day first, row 3 (4/13/2024) only month first", "dates: ???"],
  ],
  ["the zone is asked", ["2024-04-03 09:00:00", "2024-04-04 09:00:00"], ["zone: ???", "dates: YYYY-M-D H:mm:ss"]],
  [
    "offsets in the dates settle the zone",
    ["2024-04-03T09:00:00+02:00", "2024-04-04T09:00:00Z"],
    ["zone: UTC", "dates: YYYY-M-DTH:mm:ssZ"],
  ],
  ["no dates at all are asked for", ["soon", "later"], ["dates: ???", "opened: ???"]],
])("%s", async (_case, dates, parts) => {
  const text = await propose(["id,created", ...dates.map((date, i) => `${i},"${date}"`)].join("\n"))
  for (const part of parts) expect(text).toContain(part)
})

test.each([
  ["a comma, because a row can be nothing else", ["1,5", "2,25"], 'decimal: "," # row 2 has 1,5'],
  ["a point, because a row can be nothing else", ["1,500", "2.25"], 'decimal: "." # row 3 has 2.25'],
  ["both ways: asked", ["1,500", "2,250"], 'decimal: "???" # every number can be read both ways, as row 2: 1,500'],
  ["both marks: said", ["1,5", "2.25"], 'decimal: "???" # row 3 has 2.25, row 2 has 1,5'],
])("decimal mark: %s", async (_case, numbers, part) => {
  expect(
    await propose(["id;created;price", ...numbers.map((number, i) => `${i};2024-04-03 9:00;${number}`)].join("\n")),
  ).toContain(part)
})

test.each([
  ["semicolons", "id;created;note\n1;2024-01-02 9:00;a,b,c,d\n2;2024-01-02 9:00;a,b\n", 'delimiter: ";"'],
  ["tabs", "id\tcreated\n1\t2024-01-02 9:00\n", "format: tsv"],
  ["quoted commas are not counted", 'id|note\n1|"a,b,c"\n2|"a,b,c"\n', 'delimiter: "|"'],
  ["Latin-1 is said, with the line", Buffer.from("id,note\n1,a\n2,Größe\n", "latin1"), "encoding: latin1 # not UTF-8 (line 3"],
  ["UTF-16", Buffer.from("\uFEFFid,note\n1,a\n", "utf16le"), "encoding: utf-16le"],
  ["gzip", gzipSync("id,created\n1,2024-01-02 9:00\n"), "ticket: id"],
  ["JSON lines", '{"id":1,"created_at":"2024-01-02T09:00:00Z"}\n', "format: jsonl"],
  [
    "marks for nothing",
    "id,created,note\n1,2024-01-02 9:00,?\n2,2024-01-02 9:00,x\n",
    'missing: ["?"] # taken for "nothing", as in note',
  ],
  ["a log of changes", "number,updated at,state\n1,2024-01-02 9:00,New\n1,2024-01-02 9:10,Parked\n", "shape: one row per change"],
  [
    "the only dates of a log",
    "key,said,state\n1,2024-01-02 9:00,New\n1,2024-01-02 9:10,Done\n",
    "row: said # the only column with dates",
  ],
  [
    "seconds since 1970, where the name says that it is a time",
    '{"id":1,"created_at":1772000000,"statistics":{"first_admin_reply_at":1772000300},"account":1772000000}\n',
    "zone: UTC # every date says which moment it is, so this is not used\ndates: unix s",
  ],
  [
    "what a column of another is called",
    '{"id":1,"created_at":1772000000,"statistics":{"first_admin_reply_at":1772000300}}\n',
    "first_reply: statistics.first_admin_reply_at",
  ],
  ["a number that is no time", '{"id":1,"created_at":1772000000,"account":1772000000}\n', 'numbers: ["account"]'],
  [
    "a status of now",
    "id,created,state\n1,2024-01-02 9:00,New\n",
    "# state is left out: it is what a ticket is now, and not since when",
  ],
  [
    "what it leaves out",
    `id,created,remark\n${Array.from({ length: 50 }, (_, i) => `${i},2024-01-02 9:00,remark ${i}`).join("\n")}\n`,
    "# left out, for they are empty or no list of words: remark",
  ],
  ["a status nobody can guess", "number,updated at,state\n1,2024-01-02 9:00,New\n1,2024-01-02 9:10,Parked\n", "Parked: ???"],
])("sees %s", async (_case, content, part) => {
  expect(await propose(content)).toContain(part)
})

test.each([
  ["a heading alone", "id,created\n", "has no rows"],
  ["a packed file that is cut off", gzipSync("id,created\n1,2024-01-02 9:00\n".repeat(100)).subarray(0, 40), "is cut off"],
])("refuses %s", async (_case, content, says) => {
  await expect(propose(content)).rejects.toThrow(says)
})

test("sees a workbook", async () => {
  const rows = [
    ["Ticket", "Created at"],
    ["a", new Date(Date.UTC(2024, 0, 2))],
    ["b", new Date(Date.UTC(2024, 0, 3))],
  ]
  const text = await propose(await writeXlsx({ sheets: [{ name: "S", rows }] }))
  expect(text).toContain("format: xlsx")
  expect(text).toContain("opened: Created at")
})

test("the proposal refuses to run until it is decided, and then runs", async () => {
  const text = await propose("id,created,channel\n1,13/4/2024 9:00,Mail\n2,14/4/2024 9:00,Phone\n")
  expect(() => parseRecipe(text, "r.yaml")).toThrow("zone: ???")
  expect(parseRecipe(text.replace("zone: ???", "zone: Europe/Berlin"), "r.yaml").recipe).toMatchObject({
    ticket: "id",
    moments: { opened: "created" },
  })
})

async function propose(content: string | Uint8Array): Promise<string> {
  const file = join(folder, "some-export.csv")
  writeFileSync(file, content)
  return proposeRecipe(file)
}

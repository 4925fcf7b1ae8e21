import { describe, expect, test } from "vitest"
import type { RowList, RowsQuestion } from "../query/question.ts"
import { csvOf } from "./csv.ts"
import { MOST_EXPORT_ROWS } from "./limits.ts"
import { QuestionQuery, questionOf } from "./schemas/ask.ts"

describe("a question in an address", () => {
  const period = { metric: "csat", from: "2026-01-01", to: "2026-02-01" }
  test.each<[string, object, object]>([
    ["the least", period, { metrics: ["csat"], from: "2026-01-01", to: "2026-02-01" }],
    [
      "several metrics and splits",
      { ...period, metric: ["csat", "nps"], by: ["team", "channel"] },
      { metrics: ["csat", "nps"], by: ["team", "channel"] },
    ],
    ["any of two words", { ...period, where: ["team=a", "team=b"] }, { where: [{ field: "team", in: ["a", "b"] }] }],
    ["none of them", { ...period, where: "team!=a" }, { where: [{ field: "team", notIn: ["a"] }] }],
    ["not known", { ...period, where: "team=" }, { where: [{ field: "team", in: [null] }] }],
    ["known", { ...period, where: "team!=" }, { where: [{ field: "team", notIn: [null] }] }],
    ["a range", { ...period, where: ["tier>=2", "tier<=3"] }, { where: [{ field: "tier", least: 2, most: 3 }] }],
    ["a word with a sign in it", { ...period, where: "plan=a=b" }, { where: [{ field: "plan", in: ["a=b"] }] }],
    ["rules", { ...period, rule: ["bot_stops_clock=true", "x"] }, { rules: { bot_stops_clock: "true", x: "true" } }],
    ["explain", { ...period, explain: "true" }, { explain: true }],
  ])("%s", (_what, query, question) => {
    expect(questionOf(QuestionQuery.parse(query))).toMatchObject(question)
  })

  test.each<[string, object, RegExp]>([
    ["no metric", { from: "a", to: "b" }, /metrics: .*>=1/],
    ["a misspelt condition", { ...period, wher: "team=a" }, /wher.* is no field of it; .*where.* is probably meant/],
    ["no period", { metric: "csat" }, /from: .*; to: /],
    ["no condition", { ...period, where: "team" }, /where: "team" is not a condition/],
    ["a range of words", { ...period, where: "tier>=two" }, /where: "tier>=two" is not a condition/],
    ["a range of nothing", { ...period, where: "tier<=" }, /where: "tier<=" is not a condition/],
    ["a word that is none of a question's", { ...period, wherre: "team=a" }, /wherre/],
  ])("%s", (_what, query, says) => {
    expect(() => questionOf(QuestionQuery.parse(query))).toThrow(says)
  })
})

describe("rows as CSV", () => {
  const asked = { metric: "csat" } as RowsQuestion

  test("text that could be a formula, has commas, quotes or lines, and nothing", async () => {
    const rows = [
      { who: '=HYPERLINK("x")', what: "a,b", n: -1.5 },
      { who: 'say "hi"', what: "two\nlines", n: null },
      { who: "漢字", what: "+1", n: true },
    ]
    expect(await csv(rows.length, rows)).toBe(
      '\uFEFFwho,what,n\r\n"\'=HYPERLINK(""x"")","a,b",-1.5\r\n"say ""hi""","two\nlines",\r\n漢字,\'+1,true\r\n',
    )
  })

  test("all pages, each once", async () => {
    const rows = Array.from({ length: 25_000 }, (_, n) => ({ n }))
    const lines = (await csv(rows.length, rows)).split("\r\n")
    expect([lines.length, lines[1], lines.at(-2)]).toEqual([25_002, "0", "24999"])
  })

  test("too many are refused before the first", async () => {
    await expect(csv(MOST_EXPORT_ROWS + 1, [])).rejects.toMatchObject({ code: "rows.too_many" })
  })

  test("a file that would be half old and half new breaks off", async () => {
    let count = 20_000
    const read = (page: RowsQuestion) => Promise.resolve(pageOf(count++, [{ n: page.offset }], page))
    await expect(new Response(await csvOf(asked, read)).text()).rejects.toThrow(/New data landed/)
  })

  async function csv(count: number, rows: readonly Row[]): Promise<string> {
    const stream = await csvOf(asked, (page) => Promise.resolve(pageOf(count, rows, page)))
    // Response.text() would take the mark away.
    return Buffer.from(await new Response(stream).arrayBuffer()).toString()
  }
})

type Row = Readonly<Record<string, string | number | boolean | null>>

function pageOf(count: number, rows: readonly Row[], { offset, limit }: RowsQuestion): RowList {
  const columns = Object.keys(rows[0] ?? {}).map((name) => ({ name, title: name, unit: "text" as const }))
  return { count, columns, rows: rows.slice(offset, offset + limit) }
}

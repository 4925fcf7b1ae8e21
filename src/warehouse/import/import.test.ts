import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { preview, previewLines } from "../../connectors/recipe/preview.ts"
import { parseRecipe } from "../../connectors/recipe/recipe.ts"
import { recipeSource } from "../../connectors/recipe/source.ts"
import { Problem } from "../../problem.ts"
import { MOST_LINE_BYTES } from "./blocks.ts"
import { eventFile } from "./event-file.ts"
import { line, openPlace, type Place, readRejects } from "./place-for-tests.ts"
import { importFrom } from "./run.ts"

let place: Place
beforeEach(async () => {
  place = await openPlace()
})
afterEach(() => place.remove())

describe("lines", () => {
  const good = [line("a"), line("b"), line("c")]
  test.each<[string, string | Buffer, readonly string[]]>([
    ["with ends", `${good.join("\n")}\n`, ["a", "b", "c"]],
    ["without the last end", good.join("\n"), ["a", "b", "c"]],
    ["with the ends of Windows", `${good.join("\r\n")}\r\n`, ["a", "b", "c"]],
    ["behind a byte order mark", `\uFEFF${good.join("\n")}`, ["a", "b", "c"]],
    ["between empty ones", `\n\n${good.join("\n\n \n")}\n\n`, ["a", "b", "c"]],
    ["packed", gzipSync(good.join("\n")), ["a", "b", "c"]],
    ["packed in two parts", Buffer.concat([gzipSync(`${good[0]}\n`), gzipSync(`${good[1]}\n${good[2]}\n`)]), ["a", "b", "c"]],
    ["with a megabyte of text", `${good[0]}\n${line("big", { subject_line: "😀ש".repeat(200_000) })}\n`, ["a", "big"]],
    ["with NUL", `${line("nul", { subject_line: "a\u0000b" })}\n`, ["nul"]],
    ["none", "", []],
  ])("%s", async (_name, content, ids) => {
    const report = await place.load(place.write("events.ndjson", content))
    expect(report).toMatchObject({ appended: ids.length, rejected: 0, rejects: null })
    expect((await place.read()).map(({ event }) => event.id)).toEqual(ids)
  })

  test("longer than the pieces they are read in", async () => {
    const texts = [700_000, 1_500_000, 10, 3_000_000].map((length) => "é".repeat(length / 2))
    await place.load(place.write("long.ndjson", texts.map((text, i) => line(`${i}`, { subject_line: text })).join("\n")))
    expect((await place.read()).map(({ event }) => event.subject_line)).toEqual(texts)
  })
})

describe("lines that are no events", () => {
  test("are kept aside with where and why, and the others go on", async () => {
    const file = place.write(
      "bad.ndjson",
      [line("a"), "{", line("b", { team: "" }), "", line("c", { score: 1 }), line("d")].join("\r\n"),
    )
    const report = await place.load(file)
    expect(report).toMatchObject({ lines: 6, appended: 2, rejected: 3 })
    expect(report.rejects).toMatch(/rejects\/bad\.ndjson-\d{4}-\d\d-\d\d\.ndjson$/)
    expect(readRejects(report.rejects)).toEqual([
      { file: "bad.ndjson", line: 2, field: null, reason: expect.stringMatching(/^is not JSON/), text: "{" },
      { file: "bad.ndjson", line: 3, field: "team", reason: expect.stringMatching(/^is empty/), text: line("b", { team: "" }) },
      {
        file: "bad.ndjson",
        line: 5,
        field: "score",
        reason: expect.stringMatching(/^is not a field/),
        text: line("c", { score: 1 }),
      },
    ])
  })

  test("of another encoding", async () => {
    const file = place.write(
      "latin.ndjson",
      Buffer.concat([
        Buffer.from(`${line("a")}\n`),
        Buffer.from(line("b", { team: "Köln" }), "latin1"),
        Buffer.from(`\n${line("c")}`),
      ]),
    )
    const report = await place.load(file)
    expect(report).toMatchObject({ appended: 2, rejected: 1 })
    expect(readRejects(report.rejects)).toMatchObject([
      { line: 2, reason: expect.stringMatching(/UTF-8/), text: line("b", { team: "Köln" }) },
    ])
  })

  test("longer than any may be are not held in memory, only their beginning is kept", async () => {
    const file = place.write("huge.ndjson", `${line("a")}\n${line("b", { text: "x".repeat(MOST_LINE_BYTES) })}\n${line("c")}\n`)
    const report = await place.load(file)
    expect(report).toMatchObject({ lines: 3, appended: 2, rejected: 1 })
    const [reject] = readRejects(report.rejects) as { line: number; reason: string; text: string }[]
    expect([reject!.line, reject!.text.length]).toEqual([2, 1000])
    expect(reject!.reason).toMatch(/longer than 16777216 bytes/)
  })

  test("of two files of one name on one day go to two files", async () => {
    const [one, two] = [place.write("x.ndjson", `${line("a")}\n1`), place.write("other/x.ndjson", `${line("b")}\n2`)]
    const reports = [await place.load(one), await place.load(two)]
    expect(new Set(reports.map((report) => report.rejects)).size).toBe(2)
    expect(reports.map((report) => readRejects(report.rejects).length)).toEqual([1, 1])
  })
})

describe("a file that is wholly wrong", () => {
  test.each([
    [
      "stops after its first lines",
      "id;status\n1;open\n".repeat(2_000_000),
      /^events\.csv has no events: each of its first \d+ lines is wrong, the first at line 1: it is not JSON/,
    ],
    ["though it is short", "hello\n", /its one line is wrong, the first at line 1/],
    [
      "in one field",
      `${line("a", { chanel: 1 })}\n`.repeat(3),
      /"chanel" is not a field of conversation\.opened\. Did you mean "channel"/,
    ],
  ])("%s", async (_name, content, sentence) => {
    await expect(place.load(place.write("events.csv", content))).rejects.toThrow(sentence)
    expect(await place.read()).toEqual([])
    expect(readdirSync(join(place.folder.path, "rejects"))).toEqual([])
  })

  test("for its recipe names the recipe, and so does a dry run", async () => {
    const recipe = parseRecipe(
      "source: desk\nzone: UTC\ndates: D/M/YYYY\nshape: one row per ticket\nticket: id\nmoments: { opened: created }\n",
      "desk.yaml",
    )
    const source = recipeSource(place.write("tickets.csv", "id,created\n1,3/13/2024\n2,3/14/2024\n"), recipe)
    expect(previewLines(await preview(source)).join("\n")).toContain("an import would refuse the file")
    await expect(importFrom(source, { ledger: place.ledger, folder: place.folder.path })).rejects.toThrow(
      /^None of the first 2 rows of tickets\.csv fits the recipe desk\.yaml, the first is row 2: "created" must be a date like D\/M\/YYYY/,
    )
  })

  test("but not one that is only wrong at first", async () => {
    expect(await place.load(place.write("late.ndjson", `${"x\n".repeat(900)}${line("a")}\n`))).toMatchObject({
      appended: 1,
      rejected: 900,
    })
  })
})

describe("a packed file that is cut off", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => line(`${i}`, { team: `team ${(i * 7919) % 1000}` }))
  const packed = gzipSync(`${lines.join("\n")}\n`)

  test("keeps its whole lines, says so, and changes nothing when it comes whole", async () => {
    const file = place.write("events.gz", packed.subarray(0, packed.length / 2))
    const cut = await problem(place.load(file))
    expect(cut.code).toBe("import.cut")
    expect(cut.message).toMatch(/^events\.gz is cut off or damaged after line \d+ \(unexpected end of file\)/)
    const kept = await place.read()
    expect(kept.length).toBeGreaterThan(5000)
    expect(cut.message).toContain(`after line ${kept.length} `)
    expect(kept.map(({ event }) => event.id)).toEqual(lines.slice(0, kept.length).map((_, i) => `${i}`))
    expect((await problem(place.load(file))).code).toBe("import.cut")
    writeFileSync(file, packed)
    expect(await place.load(file)).toMatchObject({
      lines: 20_000,
      appended: 20_000 - kept.length,
      duplicates: kept.length,
      rejected: 0,
    })
  })

  test("or damaged in the middle", async () => {
    const damaged = Buffer.from(packed)
    damaged.fill(0x55, damaged.length / 2, damaged.length / 2 + 50)
    expect((await problem(place.load(place.write("events.gz", damaged)))).code).toBe("import.cut")
    expect((await place.read()).length).toBeGreaterThan(1000)
  })
})

test("a file that is not there, and a folder", () => {
  expect(() => eventFile(join(place.outside, "none.ndjson"))).toThrow(/There is no file/)
  expect(() => eventFile(place.outside)).toThrow(/it is not a file/)
})

async function problem(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

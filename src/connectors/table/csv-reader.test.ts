import { parse } from "csv-parse/sync"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { csvReader } from "./csv-reader.ts"

test.each([
  [
    "plain",
    "a,b\nc,d\n",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "no newline at the end",
    "a,b\nc,d",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "a byte order mark, CRLF and empty lines",
    "\uFEFFa,b\r\n\r\nc,d\r\n",
    [
      [1, "a", "b\r"],
      [3, "c", "d\r"],
    ],
  ],
  [
    "a quoted delimiter, quote and line break",
    '"a,1","say ""hi"""\n"two\nlines",x\ny,z\n',
    [
      [1, "a,1", 'say "hi"'],
      [2, "two\nlines", "x"],
      [4, "y", "z"],
    ],
  ],
  [
    "a mark inside a word",
    'rack 19",b\n"19" rack",c\n',
    [
      [1, 'rack 19"', "b"],
      [2, '19" rack', "c"],
    ],
  ],
  ["empty cells, quoted and not", '"",,x\n', [[1, "", "", "x"]]],
  ["a line of empty cells", ",,\na,b,c\n", [[2, "a", "b", "c"]]],
])("reads %s", (_case, text, rows) => {
  expect(read([text], ",")).toEqual(rows)
})

test("a quotation that is never closed is said with its line", () => {
  expect(() => read(['a,b\nc,"d\ne,f\n'], ",")).toThrow("line 2")
})

test("agrees with another parser, however the text is cut into pieces", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "x", "é", '"', "a\nb", "a\r\nb", ";", ",", "日本", '""', " "),
    fc.string({ maxLength: 6 }),
  )
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (rows, delimiter, newline, cuts) => {
        // A first cell of its own kind keeps a line from being empty.
        const text = rows
          .map((cells) => ["k", ...cells].map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
          .join(newline)
        const expected = parse(text, { delimiter, relax_column_count: true })
        expect(read(pieces(text, cuts), delimiter).map(([, ...cells]) => cells)).toEqual(expected)
      },
    ),
    { numRuns: 1000 },
  )
})

function read(texts: readonly string[], delimiter: string): (string | number)[][] {
  const reader = csvReader("file.csv", delimiter, '"')
  return [...texts.flatMap((text) => reader.read(text)), ...reader.end()].map(({ row, cells }) => [row, ...cells])
}

function pieces(text: string, cuts: readonly number[]): string[] {
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return at.slice(1).map((end, i) => text.slice(at[i], end))
}

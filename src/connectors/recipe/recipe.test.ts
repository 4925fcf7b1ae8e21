import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { parseRecipe } from "./recipe.ts"

const root = join(import.meta.dirname, "..", "..", "..")
const GOOD = "source: desk\nzone: UTC\ndates: D/M/YYYY\nshape: one row per ticket\nticket: id\nmoments: { opened: created }\n"

test.each(["servicenow-incidents", "helpdesk-tickets"])("the shipped recipe %s is right", (name) => {
  const file = join(root, "recipes", `${name}.yaml`)
  expect(parseRecipe(readFileSync(file, "utf8"), file).recipe.source).toBe(name.split("-")[0])
})

test.each([
  ["an unknown shape", GOOD.replace("per ticket", "per call"), ["line 4", "shape"]],
  ["a zone that is none", GOOD.replace("UTC", "Mars/Olympus"), ["line 2, column 7", "Mars/Olympus"]],
  ["a date format that is none", GOOD.replace("D/M/YYYY", "the day"), ["line 3, column 8", "the day"]],
  ["day first and month first together", GOOD.replace("D/M/YYYY", "[D/M/YYYY, M/D/YYYY]"), ["line 3", "cannot both be right"]],
  ["a field nobody knows", `${GOOD}fields: { pirority: prio }\n`, ["line 7, column 11", "pirority"]],
  ["a status nobody knows", `${GOOD}fields: { status: { column: s, values: { Done: finished } } }\n`, ["line 7", "solved"]],
  ["a source with spaces", GOOD.replace("desk", "My Desk"), ["line 1, column 9"]],
  ["numbers without their decimal mark", `${GOOD}numbers: [price]\n`, ["line 7", "decimal"]],
  ["no ticket column", GOOD.replace("ticket: id\n", ""), ["ticket: it is missing"]],
])("refuses %s and says where", (_case, text, parts) => {
  for (const part of parts) expect(() => parseRecipe(text, "desk.yaml")).toThrow(part)
})

test("does not run before a person has decided", () => {
  const text = GOOD.replace("zone: UTC", "# Which zone? ??? in a comment is none.\nzone: ???").replace("D/M/YYYY", "???")
  expect(() => parseRecipe(text, "desk.yaml")).toThrow(
    "desk.yaml still has something to decide (???):\n  line 3: zone: ???\n  line 4: dates: ???",
  )
})

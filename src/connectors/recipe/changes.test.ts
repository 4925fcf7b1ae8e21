import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { printMoment } from "../../events/moment.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { parseRecipe } from "./recipe.ts"
import { recipeSource } from "./source.ts"

const folder = mkdtempSync(join(tmpdir(), "plumbline-changes-"))
afterAll(() => rmSync(folder, { recursive: true }))

const LOG = `
source: log
zone: UTC
dates: YYYY-MM-DD H:mm
missing: ["?"]
shape: one row per change
ticket: id
moments: { row: at, opened: opened, last_solved: resolved }
fields:
  agent: who
  team: team
  priority: prio
  status: { column: state, values: { New: new, Open: open, Wait: pending, Solved: solved, Closed: closed, odd: null } }
attributes: [sla]
`
const NAMES = "id,at,opened,resolved,state,who,team,prio,sla"

describe("rows of one ticket become what changed between them", () => {
  test.each([
    ["nothing but the opening", ["1,9:00,9:00,?,New,?,red,low,true"], ["09:00 opened new team=red priority=low sla=true"]],
    [
      "the agent, who got it after the opening",
      ["1,9:10,9:00,?,New,ana,red,low,true"],
      ["09:00 opened new team=red priority=low sla=true", "09:10 assigned agent=ana"],
    ],
    [
      "the same again says nothing",
      ["1,9:00,9:00,?,New,ana,red,low,true", "1,9:30,9:00,?,New,ana,red,low,true"],
      ["09:00 opened new agent=ana team=red priority=low sla=true"],
    ],
    [
      "team and agent, taken away again",
      ["1,9:00,9:00,?,Open,ana,red,?,?", "1,9:05,9:00,?,Open,bo,blue,?,?", "1,9:06,9:00,?,Open,?,blue,?,?"],
      ["09:00 opened open agent=ana team=red", "09:05 assigned agent=bo team=blue", "09:06 assigned"],
    ],
    [
      "priority and attributes",
      ["1,9:00,9:00,?,New,?,red,low,true", "1,9:05,9:00,?,New,?,red,high,false"],
      ["09:00 opened new team=red priority=low sla=true", "09:05 changed priority=high sla=false"],
    ],
    [
      "a state that says nothing",
      ["1,9:00,9:00,?,Open,?,?,?,?", "1,9:05,9:00,?,odd,?,?,?,?", "1,9:06,9:00,?,Open,?,?,?,?"],
      ["09:00 opened open"],
    ],
    ["born waiting", ["1,9:05,9:00,?,Wait,?,?,?,?"], ["09:00 opened", "09:05 pending"]],
    [
      "solved when the column says, not when the row does",
      [
        "1,9:00,9:00,9:40,New,?,?,?,?",
        "1,9:30,9:00,9:40,Solved,?,?,?,?",
        "1,9:40,9:00,9:40,Solved,?,?,?,?",
        "1,9:50,9:00,9:40,Closed,?,?,?,?",
      ],
      ["09:00 opened new", "09:40 solved", "09:50 closed"],
    ],
    [
      "reopened: the first solve is its row's, the last the column's",
      [
        "1,9:00,9:00,9:40,New,?,?,?,?",
        "1,9:10,9:00,9:40,Solved,?,?,?,?",
        "1,9:20,9:00,9:40,Open,?,?,?,?",
        "1,9:35,9:00,9:40,Solved,?,?,?,?",
      ],
      ["09:00 opened new", "09:10 solved", "09:20 open", "09:40 solved"],
    ],
    [
      "open again at the end: no solve is the last",
      ["1,9:00,9:00,?,New,?,?,?,?", "1,9:10,9:00,?,Solved,?,?,?,?", "1,9:20,9:00,?,Open,?,?,?,?"],
      ["09:00 opened new", "09:10 solved", "09:20 open"],
    ],
    [
      "the log is cut before the solve its column tells of",
      ["1,9:00,9:00,9:40,New,?,?,?,?"],
      ["09:00 opened new", "09:40 solved"],
    ],
    [
      "without the column's moment, the row's",
      ["1,9:00,9:00,?,New,?,?,?,?", "1,9:10,9:00,?,Solved,?,?,?,?"],
      ["09:00 opened new", "09:10 solved"],
    ],
  ])("%s", async (_case, rows, lines) => {
    expect((await read(rows)).lines).toEqual(lines)
  })

  test("closed without a solve on record, if the recipe says so", async () => {
    const rows = ["1,9:00,9:00,?,New,?,?,?,?", "1,9:10,9:00,?,Solved,?,?,?,?", "1,9:50,9:00,?,Closed,?,?,?,?"]
    const { lines } = await read(rows, `${LOG}without_last_solved: closed unsolved\n`)
    expect(lines).toEqual(["09:00 opened new", "09:10 closed solved=false"])
  })
})

test("a longer extract of the same log gives the same ids to what was known", async () => {
  const rows = ["1,9:00,9:00,?,New,?,red,?,?", "1,9:10,9:00,?,Open,ana,red,?,?", "1,9:20,9:00,?,Wait,ana,red,?,?"]
  const [short, long] = [await read(rows), await read([...rows, "1,9:30,9:00,?,Open,bo,red,?,?"])]
  expect(long.events.slice(0, short.events.length)).toEqual(short.events)
  expect(new Set(long.events.map(({ id }) => id)).size).toBe(long.events.length)
})

test("a bad row is put aside, the others of its ticket stand", async () => {
  const { lines, rejects } = await read([
    "1,9:00,9:00,?,New,?,?,?,?",
    "1,soon,9:00,?,Open,?,?,?,?",
    "1,9:20,9:00,?,Solved,?,?,?,?",
  ])
  expect(lines).toEqual(["09:00 opened new", "09:20 solved"])
  expect(rejects).toEqual([expect.objectContaining({ line: 3, field: "at" })])
})

test("tickets whose rows are mixed: found, unless the recipe says they are together", async () => {
  const mixed = (tickets: number): string[] => {
    const ids = Array.from({ length: tickets }, (_, id) => id)
    return [...ids.map((id) => `${id},9:00,9:00,?,New,?,?,?,?`), ...ids.map((id) => `${id},9:10,9:00,?,Open,?,?,?,?`)]
  }
  expect((await read(mixed(700))).events).toHaveLength(1400)
  await expect(read(mixed(6000), `${LOG}rows: together\n`)).rejects.toThrow("whose rows had ended")
})

async function read(rows: readonly string[], recipe: string = LOG) {
  const file = join(folder, "log.csv")
  writeFileSync(file, [NAMES, ...rows.map((row) => row.replaceAll(/(?<=,)(\d+:\d\d)/g, "2024-05-06 $1"))].join("\n"))
  const events: CanonicalEvent[] = []
  const rejects = []
  for await (const page of recipeSource(file, parseRecipe(recipe, "log.yaml")).pages(null)) {
    events.push(...page.events)
    rejects.push(...page.rejects)
  }
  return { events, rejects, lines: events.map(lineOf) }
}

/** The moment, what happened, and the fields that matter, on one line. */
function lineOf({ at, kind, status, agent, team, priority, attributes, solved }: CanonicalEvent): string {
  const said = { agent, team, priority, sla: attributes?.["sla"], solved }
  const fields = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`)
  const what = kind === "conversation.status_changed" ? [] : [kind.replace("conversation.", "")]
  return [printMoment(at).slice(11, 16), ...what, ...(status === undefined ? [] : [status]), ...fields].join(" ")
}

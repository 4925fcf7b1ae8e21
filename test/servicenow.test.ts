import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readConfig } from "../src/config.ts"
import { parseRecipe } from "../src/connectors/recipe/recipe.ts"
import { recipeSource } from "../src/connectors/recipe/source.ts"
import { openPlumbline, type Plumbline } from "../src/plumbline.ts"
import type { Answer, Question } from "../src/query/question.ts"

const root = join(import.meta.dirname, "..")
const shared = join(root, "..", "shared", "data", "servicenow-incidents")
const recipe = join(root, "recipes", "servicenow-incidents.yaml")
const HOUR_S = 3600

interface Figures {
  readonly events: number
  readonly incidents: number
  readonly reopened_incidents: number
  readonly with_resolved_at: number
  readonly made_sla_true_last_row: number
  readonly resolution_hours: { readonly mean: number; readonly median: number; readonly p90: number }
  readonly contact_type: Readonly<Record<string, number>>
  readonly priority_last_row: Readonly<Record<string, number>>
  readonly opened_by_month: Readonly<Record<string, number>>
}

const isThere = existsSync(shared)
// The real log is not in the repository; a run without it must say so, not look like one with it.
if (!isThere) process.stderr.write(`Skipped: the figures of the IT help desk, because ${shared} is not there.\n`)

describe.skipIf(!isThere)("the log of a real IT help desk, through the shipped recipe", () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-servicenow-"))
  let plumbline: Plumbline
  let figures: Figures
  const read = () => recipeSource(join(shared, "incident_event_log.csv.gz"), parseRecipe(readFileSync(recipe, "utf8"), recipe))

  beforeAll(async () => {
    figures = JSON.parse(readFileSync(join(shared, "figures.json"), "utf8")) as Figures
    plumbline = await openPlumbline({ ...readConfig({}), folder })
    expect(await plumbline.importFrom(read())).toMatchObject({ lines: figures.events, rejected: 0 })
  })
  afterAll(async () => {
    await plumbline?.close()
    rmSync(folder, { recursive: true })
  })

  test("every incident is counted once, and by month of its opening", async () => {
    const answer = await ask("ticket_volume", { grain: "month" })
    expect(total(answer).value).toBe(figures.incidents)
    const months = answer.rows.filter(({ bucket }) => bucket !== null && answer.buckets[bucket]!.from !== null)
    const counts = months.map(
      ({ bucket, cells }) => [answer.buckets[bucket!]!.from!.slice(0, 7), cells["ticket_volume"]!.value] as const,
    )
    expect(Object.fromEntries(counts.filter(([, count]) => (count ?? 0) > 0))).toEqual(figures.opened_by_month)
  })

  test("by channel, by priority at the end, and by the promise kept", async () => {
    expect(await split("channel")).toEqual({ phone: figures.contact_type["Phone"], email: figures.contact_type["Email"] })
    expect(await split("priority")).toEqual(figures.priority_last_row)
    expect(await split("attributes.made_sla")).toMatchObject({ true: figures.made_sla_true_last_row })
  })

  test("resolution time", async () => {
    const { n, value, also } = total(await ask("resolution_time"))
    expect(n).toBe(figures.with_resolved_at)
    expect(value! / HOUR_S).toBeCloseTo(figures.resolution_hours.median, 3)
    expect(also!["mean"]! / HOUR_S).toBeCloseTo(figures.resolution_hours.mean, 3)
    expect(also!["p90"]! / HOUR_S).toBeCloseTo(figures.resolution_hours.p90, 3)
  })

  test("the same file again changes nothing", async () => {
    expect(await plumbline.importFrom(read())).toMatchObject({ lines: 0, appended: 0 })
  })

  test("reopened incidents", async () => {
    expect(total(await ask("reopen_rate:ever")).numerator).toBe(figures.reopened_incidents)
  })

  const ask = (metric: string, more: Partial<Question> = {}): Promise<Answer> =>
    plumbline.ask({ metrics: [metric], from: "2016-01-01", to: "2018-01-01", zone: "UTC", ...more })
  const split = async (by: string): Promise<Record<string, number | null>> => {
    const { rows } = await ask("ticket_volume", { by: [by] })
    const parts = rows.filter((row) => row.bucket === null && row.by[by] !== undefined)
    return Object.fromEntries(parts.map((row) => [row.by[by] ?? "", row.cells["ticket_volume"]!.value]))
  }
})

function total({ rows, question }: Answer) {
  return rows.find((row) => row.bucket === null && Object.keys(row.by).length === 0)!.cells[question.metrics[0]!]!
}

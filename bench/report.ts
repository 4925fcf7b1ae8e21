import { readFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { join } from "node:path"
import type { Took } from "./child.ts"
import type { StepName } from "./steps/given.ts"

/** One figure, what it stands beside, and the ratio of the two. */
export interface Line {
  readonly what: string
  readonly ours: string
  readonly beside: string
  readonly ratio: string
}

type All = ReadonlyMap<StepName, readonly Took[]>

export function linesOf(all: All, bytes: number): readonly Line[] {
  const s = (step: StepName) => median(all.get(step)!.map(({ seconds }) => seconds))
  const fact = (step: StepName, name: string) => median(all.get(step)!.map(({ facts }) => facts[name] ?? 0))
  const rate = (step: StepName, per = s(step)) => `${(fact(step, "events") / per / 1e6).toFixed(2)} M events/s`
  return [
    {
      what: `import of ${(bytes / 1e6).toFixed(0)} MB NDJSON, ${million(fact("importIntoFolder", "events"))} events`,
      ours: `${seconds(s("importIntoFolder"))}, ${rate("importIntoFolder")}`,
      beside: `read_ndjson into a table: ${seconds(s("readRaw"))}`,
      ratio: `${percent(s("readRaw") / s("importIntoFolder"))} of raw speed`,
    },
    {
      what: `fold, end to end, ${million(fact("foldEndToEnd", "conversations"))} conversations`,
      ours: `${seconds(s("foldEndToEnd"))}, ${rate("foldEndToEnd", fact("foldEndToEnd", "cpu_s"))} and core-second`,
      beside: `eight aggregates by GROUP BY: ${seconds(s("groupBy"))}`,
      ratio: times(s("foldEndToEnd") / s("groupBy")),
    },
    {
      what: `fold, in memory, ${million(fact("foldInMemory", "events"))} events`,
      ours: `${seconds(s("foldInMemory"))}, ${rate("foldInMemory")} on one core`,
      beside: `the same GROUP BY, for as many events: ${seconds(perEvent(s("groupBy"), fact("groupBy", "events"), fact("foldInMemory", "events")))}`,
      ratio: times(s("foldInMemory") / perEvent(s("groupBy"), fact("groupBy", "events"), fact("foldInMemory", "events"))),
    },
    {
      what: "20 cards by week and channel, with comparison",
      ours: seconds(s("askDashboard")),
      beside: `hand-written, fused: ${seconds(s("askFused"))}; ${fact("askFused", "compared")} numbers compared, all equal`,
      ratio: times(s("askDashboard") / s("askFused")),
    },
    {
      what: "the same, all in one question",
      ours: seconds(s("askDashboard")),
      beside: `a question for each card: ${seconds(s("askEachCard"))}`,
      ratio: `${(s("askEachCard") / s("askDashboard")).toFixed(1)} × faster`,
    },
    {
      what: "20 cards over conversations, calls, surveys and money, by week, with comparison",
      ours: seconds(s("askMixed")),
      beside: `hand-written, fused: ${seconds(s("askMixedFused"))}; ${fact("askMixedFused", "compared")} numbers compared, all equal`,
      ratio: times(s("askMixed") / s("askMixedFused")),
    },
    {
      what: "the same",
      ours: seconds(s("askMixed")),
      beside: `hand-written, with intervals and what is left out: ${seconds(s("askMixedWhole"))}; ${fact("askMixedWhole", "compared")} numbers compared, all equal`,
      ratio: times(s("askMixed") / s("askMixedWhole")),
    },
    ...memory(all),
  ]
}

function memory(all: All): readonly Line[] {
  const peak = (step: StepName) => Math.max(...all.get(step)!.map(({ peak_mib }) => peak_mib ?? 0))
  const beside: readonly (readonly [StepName, StepName])[] = [
    ["importIntoFolder", "readRaw"],
    ["foldEndToEnd", "groupBy"],
    ["askDashboard", "askFused"],
  ]
  return beside.map(([ours, other]) => ({
    what: `peak memory, ${ours}`,
    ours: `${peak(ours)} MiB`,
    beside: `${other}: ${peak(other)} MiB`,
    ratio: times(peak(ours) / Math.max(1, peak(other))),
  }))
}

/** As the formatter of this repository would leave it. */
export function table(lines: readonly Line[]): readonly string[] {
  const rows = [
    ["what", "ours", "beside it", "ratio"],
    ...lines.map(({ what, ours, beside, ratio }) => [what, ours, beside, ratio]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`
  return [line(rows[0]!), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)]
}

/** Where and when: `at` in UTC microseconds. */
export function machine(at: number): readonly string[] {
  const cores = cpus()
  const { version } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../node_modules/@duckdb/node-api/package.json"), "utf8"),
  ) as { version: string }
  return [
    `${new Date(at / 1000).toISOString().slice(0, 10)}, ${cores.length} cores (${cores[0]?.model.trim() || "unnamed"}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, DuckDB ${version}.`,
    "Medians; every figure stands beside another of the same run. Each step in a process of its own.",
  ]
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const perEvent = (s: number, events: number, wanted: number): number => (s / events) * wanted
const seconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} s`
const times = (value: number): string => `${value.toFixed(2)} ×`
const percent = (value: number): string => `${(value * 100).toFixed(0)} %`
const million = (value: number): string => (value >= 1e6 ? `${(value / 1e6).toFixed(1)} M` : `${(value / 1e3).toFixed(0)} k`)

import { show, showNamed } from "../format.ts"
import { Problem } from "../problem.ts"
import { type DisplayNames, type RowColumn, type RowList, type RowsAnswer, RowsQuestion } from "../query/question.ts"
import { withNames } from "../query/named-rows.ts"
import { listOf, questionOf, questionOptions } from "./asking.ts"
import type { Command } from "./command.ts"
import { csvLine, tableLines } from "./table.ts"

export const rowsCommand: Command = {
  name: "rows",
  summary: "the rows behind a number: plumbline rows csat --from 2024-05-01 --to 2024-06-01 --group channel=chat",
  args: ["<metric>"],
  options: [
    ...questionOptions,
    ["--bucket <number>", "the bucket of the answer, from 0; without it all of the period"],
    ["--group <split=word...>", "the group of the answer, channel=chat; ? for “not known”"],
    ["--part <part>", "counted, numerator, censored, pending or excluded"],
    ["--offset <rows>", "leave out so many"],
    ["--limit <rows>", "at most so many; 100 without it"],
    ["--json", "as JSON"],
    ["--csv", "as CSV"],
  ],
  async run(given) {
    const { args, options, out, plumbline } = given
    const by = Object.fromEntries(listOf(options["group"]).map(groupOf))
    const question = await questionOf(args, given)
    const asked = RowsQuestion.safeParse({
      question: { ...question, by: [...new Set([...(question.by ?? []), ...Object.keys(by)])] },
      metric: args[0],
      bucket: options["bucket"] === undefined ? null : Number(options["bucket"]),
      by,
      part: options["part"] ?? "counted",
      offset: Number(options["offset"] ?? 0),
      limit: Number(options["limit"] ?? 100),
    })
    if (!asked.success) {
      const [issue] = asked.error.issues
      throw new Problem("option.wrong", { option: String(issue!.path[0]), detail: issue!.message })
    }
    const answer = await plumbline.rowsBehind(asked.data)
    if (options["json"]) out.line(JSON.stringify(answer, null, 2))
    else for (const line of options["csv"] ? rowsCsv(withNames(answer)) : rowLines(answer)) out.line(line)
    out.note(`${show(answer.rows.length, "count")} of ${show(answer.count, "count")} rows`)
  },
}

export function rowLines({ columns, rows, names = {} }: RowList & Partial<RowsAnswer>): readonly string[] {
  const head = columns.map(({ title }) => title)
  const texts = rows.map((row) => columns.map((column) => shown(row[column.name] ?? null, column, names[column.name])))
  return tableLines([head, ...texts], 1)
}

function groupOf(text: string): readonly [string, string | null] {
  const equals = text.indexOf("=")
  if (equals < 1) throw new Problem("condition.unreadable", { text })
  const word = text.slice(equals + 1)
  return [text.slice(0, equals), word === "?" ? null : word]
}

function shown(value: string | number | boolean | null, { unit }: RowColumn, names: DisplayNames[string] | undefined): string {
  if (value === null) return show(null, "count")
  if (typeof value === "boolean") return value ? "yes" : "no"
  return typeof value === "number" ? show(value, unit) : showNamed(value, names)
}

export function rowsCsv({ columns, rows }: RowList): readonly string[] {
  return [csvLine(columns.map(({ name }) => name)), ...rows.map((row) => csvLine(columns.map(({ name }) => row[name] ?? null)))]
}

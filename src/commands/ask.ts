import { FEW, isWithinNoise, NOTHING, show, showChange, showInterval, showNamed } from "../format.ts"
import { sheetOf } from "../query/answer-sheet.ts"
import type { Answer, AnswerRow, Cell, Change, DisplayNames, Unit } from "../query/question.ts"
import { isComplete } from "../query/time/buckets.ts"
import { questionOf, questionOptions } from "./asking.ts"
import type { Command } from "./command.ts"
import { lensCells, lensHead, lensLines } from "./lens-lines.ts"
import { rowsCsv } from "./rows.ts"
import { tableLines } from "./table.ts"

export const askCommand: Command = {
  name: "ask",
  summary: "ask for numbers: plumbline ask first_response_time csat --from 2024-05-01 --to 2024-06-01 --by channel",
  args: ["<metrics...>"],
  options: [
    ...questionOptions,
    ["--variants", "every variant of each metric beside it, and how far they differ"],
    ["--json", "the whole answer as JSON"],
    ["--csv", "one line a number, unrounded"],
    ["--explain", "show the statements that made the answer"],
  ],
  async run(given) {
    const { args, options, out, plumbline } = given
    const answer = await plumbline.ask(await questionOf(args, given))
    if (options["json"]) out.line(JSON.stringify(answer, null, 2))
    else for (const line of options["csv"] ? rowsCsv(sheetOf(answer)) : answerLines(answer)) out.line(line)
  },
}

/** The answer as a page of text: what was asked, the table, and what a reader must know beside it. */
function answerLines(answer: Answer): readonly string[] {
  const { buckets, period, comparedWith, definitions, freshness, notes, sql = [] } = answer
  const meanings = Object.values(definitions).map(
    ({ ref, title, formula, countsBy, differs }) =>
      `${ref}: ${title} = ${formula}; counts ${countsBy}.${differs === undefined ? "" : ` ${differs}`}`,
  )
  return [
    `${period.from} – ${period.to} (${period.zone})${comparedWith ? `, compared with ${comparedWith.from} – ${comparedWith.to}` : ""}`,
    "",
    ...tableLines([headOf(answer), ...linesOf(answer).map((line) => shown(line, answer))], textColumns(answer)),
    "",
    ...(buckets.every(isComplete) ? [] : ["* Not complete: the data end inside it, or the period begins or ends there."]),
    ...bandLines(answer),
    ...meanings,
    ...(freshness.knownUntil === null
      ? []
      : [`Known until ${freshness.knownUntil}${freshness.asOf ? `, as of ${freshness.asOf}` : ""}.`]),
    ...notes,
    ...lensLines(answer),
    ...sql.flatMap((text) => ["", text]),
  ]
}

/** How far the definitions differ, over the whole period. */
function bandLines({ rows, definitions }: Answer): readonly string[] {
  const whole = rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)
  return Object.entries(whole?.bands ?? {}).map(([ref, { least, most, of }]) => {
    const { unit } = definitions[ref]!
    return of.length < 2
      ? `${ref} has one definition.`
      : `${ref} by ${of.length} definitions: ${show(least, unit)} to ${show(most, unit)}.`
  })
}

interface Line {
  readonly row: AnswerRow
  readonly ref: string
  readonly cell: Cell
  readonly change: Change | undefined
}

/** One line a number. */
function linesOf({ rows, question }: Answer): readonly Line[] {
  return question.metrics.flatMap((ref) => rows.map((row) => ({ row, ref, cell: row.cells[ref]!, change: row.changes?.[ref] })))
}

const isCompared = ({ compare, against }: Answer["question"]): boolean => compare !== undefined || against !== undefined

function headOf(answer: Answer): readonly string[] {
  const { question } = answer
  const { metrics, grain, by = [] } = question
  return [
    ...(metrics.length > 1 ? ["metric"] : []),
    ...(grain ? [grain] : []),
    ...by,
    "value",
    "95 %",
    "n",
    ...lensHead(answer),
    ...(isCompared(question) ? ["change"] : []),
    "beside",
  ]
}

function textColumns({ question: { metrics, grain, by = [] } }: Answer): number {
  return (metrics.length > 1 ? 1 : 0) + (grain ? 1 : 0) + by.length
}

function shown({ row, ref, cell, change }: Line, answer: Answer): readonly string[] {
  const { question, buckets, definitions, names } = answer
  const { unit } = definitions[ref]!
  const { metrics, grain, by = [] } = question
  return [
    ...(metrics.length > 1 ? [ref] : []),
    ...(grain
      ? [row.bucket === null ? "all" : `${buckets[row.bucket]!.label}${isComplete(buckets[row.bucket]!) ? "" : " *"}`]
      : []),
    ...by.map((name) => (name in row.by ? groupIn(row.by[name] ?? null, names[name]) : "all")),
    show(cell.value, unit),
    showInterval(cell.low, cell.high, unit),
    show(cell.n, "count"),
    ...lensCells(answer, row, ref, unit),
    ...(isCompared(question) ? [change ? changed(change) : NOTHING] : []),
    [...judgedBesides(row, ref, unit), besides(cell)].filter((text) => text !== "").join(", "),
  ]
}

const groupIn = (word: string | null, names: DisplayNames[string] | undefined): string =>
  word === null ? "not known" : showNamed(word, names)

function changed(change: Change): string {
  const text = showChange(change.amount, change.unit)
  if (change.settling) return `${text}, settling`
  return isWithinNoise(change) ? `${text}, noise` : text
}

/** How the number stands to its target and to what is usual. */
function judgedBesides({ judged, attainment, limits }: AnswerRow, ref: string, unit: Unit): readonly string[] {
  const [judgement, attained, limit] = [judged?.[ref], attainment?.[ref], limits?.[ref]]
  return [
    ...(judgement && judgement.met !== null
      ? [`${judgement.met ? "met" : "missed"} ${show(judgement.target, unit)}${judgement.certain ? "" : ", not certain"}`]
      : []),
    ...(attained && attained.of > 0 ? [`met in ${attained.met} of ${attained.of}`] : []),
    ...(limit?.outside ? [`outside ${showInterval(limit.low, limit.high, unit)}`] : []),
  ]
}

/** What the number leaves out, and why there is none. */
function besides({ because, censored, pending, excluded, lowN, n }: Cell): string {
  return [
    ...(because ? [because] : []),
    ...(censored > 0 ? [`${show(censored, "count")} still running`] : []),
    ...(pending > 0 ? [`${show(pending, "count")} too young`] : []),
    ...Object.entries(excluded).map(([reason, count]) => `${show(count, "count")} ${reason.replaceAll("_", " ")}`),
    ...(lowN && n > 0 ? [FEW] : []),
  ].join(", ")
}

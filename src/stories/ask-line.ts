import { printMoment } from "../events/moment.ts"
import { GRAINS, type Filter, type Grain, type Question } from "../query/question.ts"
import { type Days, dateAt, localOfLabel, takeDate, takeTime } from "./days.ts"
import type { Asked, ExpectedRow } from "./story.ts"
import { walk, type Words } from "./tokens.ts"
import { takeWhen } from "./when.ts"

/** A question of a story, to which the rows below it are added. */
export interface AskLine {
  readonly kind: "ask"
  /** How many labels its rows have before the value. */
  readonly labels: number
  readonly rows: ExpectedRow[]
  asked(): Asked
}

export interface AskContext {
  readonly days: Days
  readonly as_of: number | undefined
  /** When everything told so far happened. */
  readonly events: readonly number[]
  readonly fail: (what: string) => never
}

export const ASK_USAGE =
  "ask METRIC[, METRIC] total | per day|week|… [by FIELD[, FIELD]] [where FIELD=A,B] [mon..thu | from mon 09:00 to tue] [in ZONE] [as of WHEN] [with RULE=VALUE] [as PRODUCT] [compare previous]"

const CLAUSES = ["per", "total", "by", "where", "from", "in", "as", "with", "compare"]

/** The words of an `ask` line → the question. Without a range it is all that was told, in whole days. */
export function readAsk(words: Words, line: number, context: AskContext): AskLine {
  const refuse = (expected: string): never => context.fail(`I expected ${expected}. It is said so: ${ASK_USAGE}.`)
  const metrics = parts(
    words.takeUntil((word) => CLAUSES.includes(word) || isRange(word)),
    /,\s+(?![^(]*\))/,
  )
  if (metrics.length === 0) return refuse("a metric")
  const draft: Draft = { where: [], rules: {}, zone: context.days.zone, as_of: context.as_of }
  while (words.left() > 0) readClause(words, draft, context, refuse)
  const question = questionOf(metrics, draft, context)
  const labels = (metrics.length > 1 ? 1 : 0) + (draft.grain ? 1 : 0) + (draft.by?.length ?? 0)
  const rows: ExpectedRow[] = []
  return {
    kind: "ask",
    labels,
    rows,
    asked: () => ({ kind: "ask", line, question, labels: (label) => localOfLabel(label, context.days), expected: rows }),
  }
}

interface Draft {
  grain?: Grain
  by?: readonly string[]
  from?: string
  to?: string
  zone: string
  as_of: number | undefined
  compare?: "previous" | "last_year"
  as?: string
  readonly where: Filter[]
  readonly rules: Record<string, string>
}

function readClause(words: Words, draft: Draft, context: AskContext, refuse: (expected: string) => never): void {
  const word = words.take()!
  if (word === "total") return
  if (word === "per") draft.grain = grainOf(words.take()) ?? refuse(`one of ${GRAINS.join(", ")} after "per"`)
  else if (word === "by") draft.by = list(words.takeUntil((next) => CLAUSES.includes(next) || isRange(next)))
  else if (word === "where") draft.where.push(filterOf(words.take() ?? "") ?? refuse("a condition, as in channel=email,chat"))
  else if (word === "with") {
    for (const rule of words.takeUntil((next) => !next.includes("=")))
      draft.rules[rule.slice(0, rule.indexOf("="))] = rule.slice(rule.indexOf("=") + 1)
  } else if (word === "in") draft.zone = words.take() ?? refuse("a zone")
  else if (word === "compare") draft.compare = words.take() === "last_year" ? "last_year" : "previous"
  else if (word === "as" && words.takeIf("of"))
    draft.as_of = takeWhen(words, context.days, sinceOf(context)) ?? refuse('a time after "as of"')
  else if (word === "as") draft.as = words.take() ?? refuse('a product after "as"')
  else if (word === "from") {
    draft.from = localOf(words, context.days) ?? refuse('a time after "from"')
    if (!words.takeIf("to")) return refuse('"to" and a time')
    draft.to = localOf(words, context.days) ?? refuse('a time after "to"')
  } else if (isRange(word)) {
    const [from, to] = word.split("..")
    draft.from = localOf(walk([from!]), context.days) ?? refuse("a range such as mon..thu or 2024-05-01..2024-06-01")
    draft.to = localOf(walk([to!]), context.days) ?? refuse("a range such as mon..thu or 2024-05-01..2024-06-01")
  } else refuse(`no "${word}"`)
}

function questionOf(metrics: string[], draft: Draft, context: AskContext): Question {
  const { from, to } =
    draft.from === undefined || draft.to === undefined ? wholeDays(draft, context) : { from: draft.from, to: draft.to }
  return {
    metrics,
    from,
    to,
    zone: draft.zone,
    ...(draft.grain && { grain: draft.grain }),
    ...(draft.by && { by: [...draft.by] }),
    ...(draft.where.length > 0 && { where: draft.where }),
    ...(draft.compare && { compare: draft.compare }),
    ...(draft.as !== undefined && { as: draft.as }),
    ...(draft.as_of !== undefined && { asOf: printMoment(draft.as_of) }),
    ...(Object.keys(draft.rules).length > 0 && { rules: draft.rules }),
  }
}

/** All that was told, up to the moment of asking. */
function wholeDays({ as_of, zone }: Draft, { events, fail }: AskContext): { from: string; to: string } {
  const moments = as_of === undefined ? events : [...events, as_of]
  if (moments.length === 0) return fail("nothing has happened yet, so say for which days: mon..thu.")
  const first = moments.reduce((least, at) => Math.min(least, at))
  const last = moments.reduce((most, at) => Math.max(most, at))
  return { from: dateAt(first, zone).toString(), to: dateAt(last, zone).add({ days: 1 }).toString() }
}

function list(words: readonly string[]): string[] {
  return parts(words, /,/)
}

/** Metrics are parted by a comma and a blank, as a comma alone parts the variants of one. */
function parts(words: readonly string[], separator: RegExp): string[] {
  return words
    .join(" ")
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

function isRange(word: string): boolean {
  return /^[^.(]+\.\.[^.]+$/.test(word)
}

function grainOf(word: string | undefined): Grain | undefined {
  return GRAINS.find((grain) => grain === word)
}

/** `channel=email,-`: a dash is "not known". `age=2..5` is a range of numbers. */
function filterOf(text: string): Filter | undefined {
  const found = /^([^=!]+)(!?=)(.+)$/.exec(text)
  if (!found) return undefined
  const [, field, sign, value] = found
  const numbers = /^(-?[\d.]*\d)?\.\.(-?\d[\d.]*)?$/.exec(value!)
  if (numbers)
    return { field: field!, ...(numbers[1] && { least: Number(numbers[1]) }), ...(numbers[2] && { most: Number(numbers[2]) }) }
  const words = value!.split(",").map((word) => (word === "-" ? null : word))
  return sign === "=" ? { field: field!, in: words } : { field: field!, notIn: words }
}

/** A local date, or date and time, as questions have them. */
function localOf(words: Words, days: Days): string | undefined {
  const date = takeDate(words, days)
  if (!date) return undefined
  const time = takeTime(words)
  return time ? date.toPlainDateTime(time).toString({ smallestUnit: "second" }) : date.toString()
}

function sinceOf({ events, days }: AskContext): { previous_at: number | undefined; origin_at: number } {
  const origin_at = takeWhen(walk(["mon"]), days, { previous_at: undefined, origin_at: 0 })!
  return { previous_at: events.at(-1), origin_at }
}

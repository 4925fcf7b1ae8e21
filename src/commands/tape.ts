import { NOTHING, show, showMoment } from "../format.ts"
import { finenessOf, type Tape, type TapeSpan, type TapeValue } from "../warehouse/fold/tape.ts"
import { readRule } from "../warehouse/fold/rules.ts"
import type { Command } from "./command.ts"
import { tableLines } from "./table.ts"

export const tape: Command = {
  name: "tape",
  summary: "tell one conversation: each event, each span, what started and stopped which clock, and why",
  args: ["<conversation>"],
  options: [
    ["--rule <name=value...>", "by other rules than the usual ones: bot_stops_clock=true"],
    ["--as-of <date>", "as it was known then"],
    ["--json", "the whole tape as JSON"],
  ],
  async run({ args, options, out, plumbline }) {
    const given = options["rule"]
    const written = Array.isArray(given) ? given.map(String) : []
    const rules = Object.assign({}, ...written.map(readRule)) as Readonly<Record<string, string>>
    const asOf = typeof options["asOf"] === "string" ? options["asOf"] : undefined
    const told = await plumbline.tape({ conversation: args[0] ?? "", rules, asOf })
    if (options["json"]) return out.line(JSON.stringify(told, null, 2))
    const { zone } = await plumbline.status()
    for (const line of tapeLines(told, zone)) out.line(line)
  },
}

/** The tape as a page of text. */
function tapeLines(told: Tape, zone: string): readonly string[] {
  const moment = (at: number): string => showMoment(at, zone, finenessOf(told))
  const { conversation, mergedInto, rules, events, spans, hours, row, totals } = told
  return [
    `${conversation}, ${moment(told.from)} – ${moment(told.to)} (${zone})`,
    ...(mergedInto ? [`It was merged into ${mergedInto}, where it goes on.`] : []),
    rules.length > 0 ? `By other rules: ${rules.join(", ")}.` : "By the usual rules.",
    ...hours.map(({ calendar, zone: its }) => `Opening hours: ${calendar} (${its}).`),
    ...(hours.length === 0 ? ["No calendar is in force, so nothing is measured in open hours."] : []),
    "",
    ...events.flatMap(({ at, sentence, from, clocks }) => [
      `${moment(at)}  ${sentence}${from ? ` (in ${from})` : ""}`,
      ...clocks.map(({ clock, did, why }) => `${" ".repeat(INDENT)}${nameOf(clock)} ${did}: ${why}`),
    ]),
    "",
    ...tableLines([["clock", "from", "to", "elapsed", "open", "ended"], ...spans.map((span) => spanLine(span, moment))], 3),
    "",
    ...tableLines(
      [
        ["in all", "elapsed", "open", ""],
        ...totals.map((total) => [nameOf(total.clock), ...lengths(total), total.running ? "still running" : ""]),
      ],
      1,
    ),
    "",
    ...tableLines(
      row.map((fact) => [fact.name, valueOf(fact, moment)]),
      1,
    ),
  ]
}

const INDENT = 4

function spanLine(span: TapeSpan, moment: (at: number) => string): readonly string[] {
  const to = span.to === null ? "still running" : moment(span.to)
  return [nameOf(span.clock), moment(span.from), to, ...lengths(span), span.stopped ?? ""]
}

function lengths({ elapsedMs, openMs }: { readonly elapsedMs: number; readonly openMs: number | null }): readonly string[] {
  return [show(elapsedMs / 1000, "seconds"), openMs === null ? NOTHING : show(openMs / 1000, "seconds")]
}

function valueOf({ value, shown, unit }: TapeValue, moment: (at: number) => string): string {
  if (shown !== undefined) return `${shown} (${String(value)})`
  if (typeof value !== "number") return String(value)
  if (unit === "moment") return moment(value)
  return unit === "ms" ? show(value / 1000, "seconds") : show(value, "count")
}

function nameOf(clock: string): string {
  return clock.replaceAll("_", " ")
}

import { show, showDiffering } from "../format.ts"
import { Problem } from "../problem.ts"
import { type Difference, DifferenceQuestion } from "../query/lens/difference-question.ts"
import { questionOf, questionOptions } from "./asking.ts"
import type { Command } from "./command.ts"
import { rowLines, rowsCsv } from "./rows.ts"
import { tableLines } from "./table.ts"

/** How many conversations are listed where nobody says. */
const USUAL_ROWS = 20

const OPTIONS = ["--from", "--to", "--where", "--as-of", "--zone", "--rule", "--as "]

export const differenceCommand: Command = {
  name: "difference",
  summary: "why a product shows another number, and which conversations make it so: plumbline difference FRT --as zendesk",
  args: ["<metric>"],
  options: [
    ...questionOptions.filter(([flags]) => OPTIONS.some((option) => flags.startsWith(option))),
    ["--step <number>", "only the conversations of one step"],
    ["--offset <rows>", "leave out so many"],
    ["--limit <rows>", `at most so many; ${USUAL_ROWS} without it`],
    ["--json", "as JSON"],
    ["--csv", "the conversations alone, as CSV"],
  ],
  async run(given) {
    const { args, options, out, plumbline } = given
    const asked = DifferenceQuestion.safeParse({
      question: await questionOf(args, given),
      metric: args[0],
      step: options["step"] === undefined ? null : Number(options["step"]),
      offset: Number(options["offset"] ?? 0),
      limit: Number(options["limit"] ?? USUAL_ROWS),
    })
    if (!asked.success) {
      const [issue] = asked.error.issues
      throw new Problem("option.wrong", { option: String(issue!.path[0]), detail: issue!.message })
    }
    const difference = await plumbline.difference(asked.data)
    if (options["json"]) out.line(JSON.stringify(difference, null, 2))
    else for (const line of options["csv"] ? rowsCsv(difference) : differenceLines(difference)) out.line(line)
    out.note(`${show(difference.rows.length, "count")} of ${show(difference.count, "count")} rows`)
  },
}

/** From our number to the product's, and what made each step. */
function differenceLines(difference: Difference): readonly string[] {
  const { product, theirs, definition, period, cell, steps, differing, rows, columns } = difference
  const { ref, unit } = definition
  const last = steps.at(-1)?.cell ?? cell
  const path = steps.flatMap((step, i) => [
    [`${i + 1}`, step.because, show(step.count, "count"), show(step.cell.value, unit), show(step.cell.n, "count")],
    ...step.differing.map((group) => ["", `  ${showDiffering(group, unit, product)}`, "", "", ""]),
  ])
  return [
    `${period.from} – ${period.to} (${period.zone})`,
    `${ref} is ${show(cell.value, unit)}; ${product}'s ${theirs.called} would be ${show(last.value, unit)}. ${theirs.differs}`,
    "",
    ...(steps.length === 0
      ? [`${product} counts as we do, so nothing differs.`]
      : [
          ...tableLines(
            [
              ["", "step", plural(columns[0]!.title), "number", "n"],
              ["", "ours", "", show(cell.value, unit), show(cell.n, "count")],
              ...path,
              ["", product, show(differing, "count"), show(last.value, unit), show(last.n, "count")],
            ],
            2,
          ),
        ]),
    ...theirs.lacks.map((lack) => `Not shown: ${lack}`),
    ...(rows.length === 0 ? [] : ["", ...rowLines({ ...difference, columns: columns.filter(({ name }) => name !== "because") })]),
  ]
}

function plural(subject: string): string {
  return subject === "invitation" ? "surveys" : subject === "subject" ? "conversations" : `${subject}s`
}

import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { recipeSource } from "../connectors/recipe/source.ts"
import { preview, previewLines } from "../connectors/recipe/preview.ts"
import { parseRecipe } from "../connectors/recipe/recipe.ts"
import type { Source } from "../connectors/source.ts"
import { show } from "../format.ts"
import { Problem } from "../problem.ts"
import { eventFile, eventStream } from "../warehouse/import/event-file.ts"
import type { ImportReport } from "../warehouse/import/report.ts"
import type { Command, Given } from "./command.ts"

const STANDARD_INPUT = "-"

/** Reads files of events into the ledger. Whatever interrupts it, the same command goes on where it stopped. */
export const importCommand: Command = {
  name: "import",
  summary: "read files of events (one JSON object a line, also .gz; - is standard input), or of rows through a recipe",
  args: ["<files...>"],
  options: [
    ["--recipe <file>", "how to read rows of a table as events"],
    ["--dry-run", "write nothing; show the first events, and the first rows that would be put aside"],
    ["--keep-learned", "keep learned_at and event_version, as `export events` writes them"],
  ],
  async run(given) {
    const { plumbline, out } = given
    const files = given.args.flat()
    for (const file of files) {
      const source = sourceOf(file, given)
      if (given.options["dryRun"] === true) {
        for (const line of previewLines(await preview(source))) out.line(line)
        continue
      }
      const report = await plumbline.importFrom(source, (sofar) => out.progress(`${source.title}: ${sentence(sofar)}`))
      out.line(`${source.title}: ${sentence(report)}`)
      if (report.rejects !== null)
        out.note(`Lines that are no events are kept in ${report.rejects}, each with what is wrong with it.`)
    }
  },
}

function sourceOf(file: string, { options, cwd, input }: Given): Source<unknown> {
  const keepLearned = options["keepLearned"] === true
  if (file === STANDARD_INPUT) return eventStream(input, { keepLearned })
  const path = resolve(cwd, file)
  const { recipe } = options
  if (typeof recipe !== "string") return eventFile(path, { keepLearned })
  const recipePath = resolve(cwd, recipe)
  return recipeSource(path, parseRecipe(readText(recipePath), recipePath))
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new Problem("file.missing", { file: path }, { cause: error })
    throw error
  }
}

function sentence({ lines, appended, versions, duplicates, rejected, batches }: ImportReport): string {
  if (lines === 0) return "nothing new"
  const count = (number: number) => show(number, "count")
  return [
    `${count(lines)} lines`,
    `${count(appended)} events appended${versions > 0 ? ` (${count(versions)} of them new versions)` : ""} in ${count(batches)} batches`,
    `${count(duplicates)} known already`,
    `${count(rejected)} rejected`,
  ].join(", ")
}

import { existsSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { proposeRecipe } from "../connectors/propose/propose.ts"
import { Problem } from "../problem.ts"
import type { CommandAlone } from "./command.ts"

export const recipe: CommandAlone = {
  name: "recipe",
  summary: "look at a CSV, TSV, XLSX or JSONL file and propose a recipe that reads it",
  args: ["<file>"],
  options: [["--write <recipe>", "write the proposal to this file, which must not exist, instead of printing it"]],
  alone: true,
  async run({ args, options, cwd, out }) {
    const text = await proposeRecipe(resolve(cwd, args[0]!))
    const target = options["write"]
    if (typeof target !== "string") return out.line(text.trimEnd())
    const path = resolve(cwd, target)
    if (existsSync(path)) throw new Problem("recipe.exists", { file: path })
    writeFileSync(path, text)
    out.line(`Wrote ${path}. Decide what it asks, then try it: plumbline import --recipe ${target} --dry-run ${args[0]!}`)
  },
}

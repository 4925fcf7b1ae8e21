import { createHash } from "node:crypto"
import { statSync } from "node:fs"
import { basename } from "node:path"
import { Problem } from "../../problem.ts"
import type { Page, Reject, Source } from "../source.ts"
import type { RowReject } from "./happenings.ts"
import type { RecipeFile } from "./recipe.ts"
import { readWithRecipe } from "./run.ts"

/** How far a file was read, what it looked like then, and with which recipe. */
export interface RowsPosition {
  readonly rows: number
  readonly look: string
}

/** The most characters of a rejected row that are kept. */
const MOST_KEPT = 2000

/** A file of rows seen through a recipe. A file or recipe that changed is read from the beginning; what is known already changes nothing. */
export function recipeSource(file: string, recipeFile: RecipeFile): Source<RowsPosition> {
  const look = lookOf(file, recipeFile)
  return {
    name: `recipe:${recipeFile.recipe.source}:${file}`,
    title: basename(file),
    goesOn: (position) => position.look === look,
    async *pages(from) {
      let read = 0
      try {
        for await (const page of readWithRecipe(file, recipeFile)) {
          const rejects = page.rejects.map((reject) => rejectOf(file, reject))
          const lines = page.rows - read
          read = page.rows
          // The rows before the position were taken already; they are read again only to find the place.
          if (read > (from?.rows ?? 0)) yield { events: page.events, rejects, lines, position: { rows: read, look } }
        }
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "table.cut") throw error
        yield brokenPage(Math.max(read, from?.rows ?? 0), error)
      }
    },
  }
}

/** A cut file is never taken for read: the next import begins anew. */
function brokenPage(rows: number, broken: Problem): Page<RowsPosition> {
  return { events: [], rejects: [], lines: 0, position: { rows, look: "cut" }, broken }
}

function rejectOf(file: string, { row, column, reason }: RowReject): Reject {
  return { file: basename(file), line: row.row, field: column, reason, text: row.cells.join(" | ").slice(0, MOST_KEPT) }
}

function lookOf(file: string, { recipe }: RecipeFile): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new Problem("file.missing", { file })
  const digest = createHash("sha256").update(JSON.stringify(recipe)).digest("hex").slice(0, 16)
  return `${stat.size} ${Math.floor(stat.mtimeMs)} ${digest}`
}

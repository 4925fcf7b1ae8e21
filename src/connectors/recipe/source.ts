import { createHash } from "node:crypto"
import { statSync } from "node:fs"
import { basename } from "node:path"
import { Problem } from "../../problem.ts"
import { type Page, type Reject, type Source, WORTH_A_THREAD_BYTES } from "../source.ts"
import type { RowReject } from "./happenings.ts"
import { parseRecipe, type RecipeFile } from "./recipe.ts"
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
  const { size, look } = lookOf(file, recipeFile)
  return {
    name: `recipe:${recipeFile.recipe.source}:${file}`,
    title: basename(file),
    recipe: recipeFile.file,
    goesOn: (position) => position.look === look,
    elsewhere:
      size < WORTH_A_THREAD_BYTES
        ? undefined
        : { module: import.meta.url, open: openRecipeSource.name, given: [file, recipeFile.text, recipeFile.file] },
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

/** For another thread. */
export function openRecipeSource(file: string, recipe: string, recipePath: string): Source<RowsPosition> {
  return recipeSource(file, parseRecipe(recipe, recipePath))
}

/** A cut file is never taken for read: the next import begins anew. */
function brokenPage(rows: number, broken: Problem): Page<RowsPosition> {
  return { events: [], rejects: [], lines: 0, position: { rows, look: "cut" }, broken }
}

function rejectOf(file: string, { row, column, reason }: RowReject): Reject {
  return { file: basename(file), line: row.row, field: column, reason, text: row.cells.join(" | ").slice(0, MOST_KEPT) }
}

function lookOf(file: string, { recipe }: RecipeFile): { readonly size: number; readonly look: string } {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new Problem("file.missing", { file })
  const digest = createHash("sha256").update(JSON.stringify(recipe)).digest("hex").slice(0, 16)
  return { size: stat.size, look: `${stat.size} ${Math.floor(stat.mtimeMs)} ${digest}` }
}

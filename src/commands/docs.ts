import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { eventsPage } from "../events/page.ts"
import { apiPage } from "../http/api-page.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { lenses } from "../metrics/lenses/index.ts"
import { lensPage } from "../metrics/lenses/page.ts"
import { metricsPage } from "../metrics/page.ts"
import { checkout } from "./checkout.ts"
import type { CommandAlone } from "./command.ts"

/** The documents that are printed from the code. A test says that each equals what would be printed now. */
export const pages: readonly { readonly path: string; readonly print: () => string }[] = [
  { path: "docs/events.md", print: eventsPage },
  { path: "docs/api.md", print: apiPage },
  { path: "docs/metrics.md", print: () => metricsPage(catalog) },
  { path: "docs/vendor-lens.md", print: () => lensPage(lenses) },
]

export const docs: CommandAlone = {
  name: "docs",
  summary: "print the documents that come from the code; --check only compares",
  options: [["--check", "change nothing; fail where a document is not what the code would print"]],
  alone: true,
  async run({ options, out }) {
    const stale = pages.filter(({ path, print }) => current(path) !== print())
    for (const { path, print } of stale) {
      if (options["check"]) out.note(`${path} is not what the code would print. Run \`plumbline docs\`.`)
      else {
        writeFileSync(join(checkout(), path), print())
        out.line(`printed ${path}`)
      }
    }
    return options["check"] && stale.length > 0 ? 1 : 0
  },
}

function current(path: string): string | undefined {
  try {
    return readFileSync(join(checkout(), path), "utf8")
  } catch (error) {
    // A page that was never printed is a stale page.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

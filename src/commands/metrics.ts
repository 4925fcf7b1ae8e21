import { catalog } from "../metrics/catalog/index.ts"
import { entryLines } from "../metrics/entry.ts"
import { findMetric } from "../metrics/find.ts"
import type { CommandAlone } from "./command.ts"
import { tableLines } from "./table.ts"

export const metricsCommand: CommandAlone = {
  name: "metrics",
  summary: "list what can be asked, or explain one metric by any of its names: plumbline metrics FRT",
  args: ["[name...]"],
  options: [["--json", "as JSON"]],
  alone: true,
  async run({ args, options, out }) {
    if (args.length === 0) {
      const rows = catalog.map(({ name, unit, asks }) => [name, unit, asks])
      if (options["json"]) out.line(JSON.stringify(catalog, null, 2))
      else for (const line of tableLines([["metric", "unit", "answers"], ...rows], 2)) out.line(line)
      return
    }
    const metric = findMetric(args.join(" "), catalog)
    if (options["json"]) out.line(JSON.stringify(metric, null, 2))
    else for (const line of entryLines(metric)) out.line(line)
  },
}

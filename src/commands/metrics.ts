import { join } from "node:path"
import { catalog } from "../metrics/catalog/index.ts"
import { entryLines } from "../metrics/entry.ts"
import { findMetric } from "../metrics/find.ts"
import { METRICS_FOLDER, withWritten } from "../metrics/written/read.ts"
import { metricText } from "../metrics/written/write.ts"
import type { CommandAlone } from "./command.ts"
import { tableLines } from "./table.ts"

export const metricsCommand: CommandAlone = {
  name: "metrics",
  summary: "list what can be asked, or explain one metric by any of its names: plumbline metrics FRT",
  args: ["[name...]"],
  options: [
    ["--json", "as JSON"],
    ["--yaml", "one metric as a file that can be changed and put into the data folder"],
  ],
  alone: true,
  async run({ args, config, options, out }) {
    const metrics = await withWritten(catalog, join(config.folder, METRICS_FOLDER))
    if (args.length === 0) {
      const rows = metrics.map(({ name, unit, asks }) => [name, unit, asks])
      if (options["json"]) out.line(JSON.stringify(metrics, null, 2))
      else for (const line of tableLines([["metric", "unit", "answers"], ...rows], 2)) out.line(line)
      return
    }
    const metric = findMetric(args.join(" "), metrics)
    if (options["json"]) out.line(JSON.stringify(metric, null, 2))
    else if (options["yaml"]) out.line(metricText(metric).trimEnd())
    else for (const line of entryLines(metric)) out.line(line)
  },
}

import { join } from "node:path"
import { catalog } from "../metrics/catalog/index.ts"
import { entryLines } from "../metrics/entry.ts"
import { findMetric } from "../metrics/find.ts"
import type { Metric } from "../metrics/metric.ts"
import { askedMetric } from "../metrics/resolve.ts"
import { METRICS_FOLDER, withWritten } from "../metrics/written/read.ts"
import { metricText } from "../metrics/written/write.ts"
import { allNeedsOf, type EventCounts, lackingOf, needLine } from "../query/needs.ts"
import type { CommandEither, Out } from "./command.ts"
import { tableLines } from "./table.ts"

export const metricsCommand: CommandEither = {
  name: "metrics",
  summary: "list what can be asked, or explain one metric by any of its names: plumbline metrics FRT",
  args: ["[name...]"],
  options: [
    ["--json", "as JSON"],
    ["--yaml", "one metric as a file that can be changed and put into the data folder"],
  ],
  alone: "where there is no folder",
  async run({ args, config, options, out, plumbline }) {
    const metrics = (await plumbline?.metrics()) ?? (await withWritten(catalog, join(config.folder, METRICS_FOLDER)))
    const events = await plumbline?.eventCounts()
    const told = (metric: Metric) => (events ? { ...metric, lacks: lacks(metric, metrics, events) } : metric)
    if (args.length === 0) {
      if (options["json"]) out.line(JSON.stringify(metrics.map(told), null, 2))
      else list(metrics, events, out)
      return
    }
    const metric = findMetric(args.join(" "), metrics)
    if (options["json"]) out.line(JSON.stringify(told(metric), null, 2))
    else if (options["yaml"]) out.line(metricText(metric).trimEnd())
    else for (const line of entry(metric, metrics, events)) out.line(line)
  },
}

function list(metrics: readonly Metric[], events: EventCounts | undefined, out: Out): void {
  const here = (metric: Metric) => (events ? [lacks(metric, metrics, events).length > 0 ? "no" : "yes"] : [])
  const rows = metrics.map((metric) => [metric.name, metric.unit, ...here(metric), metric.asks])
  const lines = tableLines([["metric", "unit", ...(events ? ["here"] : []), "answers"], ...rows], 3)
  for (const line of lines) out.line(line)
  const unanswered = metrics.filter((metric) => here(metric).includes("no")).length
  if (unanswered > 0) out.note(`${unanswered} cannot be answered here for want of events; \`plumbline metrics NAME\` says which.`)
}

function entry(metric: Metric, metrics: readonly Metric[], events: EventCounts | undefined): readonly string[] {
  const lacking = events ? lacks(metric, metrics, events) : []
  return [
    ...entryLines(metric, allNeedsOf(metric.name, metrics, events).map(needLine)),
    ...(lacking.length > 0 ? ["", `It cannot be answered here: no such events: ${lacking.join(", ")}`] : []),
  ]
}

function lacks({ name }: Metric, metrics: readonly Metric[], events: EventCounts): readonly string[] {
  return lackingOf(askedMetric(name, metrics), metrics, events)
}

import { readdir, readFile, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import { Problem } from "../../problem.ts"
import { readYaml, type YamlFile } from "../../yaml.ts"
import { type Metric, metric } from "../metric.ts"
import { refuseUnsound } from "./check.ts"
import { metricSchema, Outline } from "./schema.ts"

/** The folder in the data folder that holds metrics, a file each. */
export const METRICS_FOLDER = "metrics"

const IS_METRIC = /\.ya?ml$/

/** A metric from the text of its file. What cannot be understood is said with line and column. */
export function parseMetric(text: string, file: string): Metric {
  return written(text, file).value
}

function written(text: string, file: string): YamlFile<Metric> {
  const outline = readYaml(text, file, Outline).value
  const { value, fail } = readYaml(text, file, metricSchema(outline))
  return { value: metric(value), fail }
}

/** The built-in metrics and those of a folder of YAML files, or of one file. A folder that is not there has none. */
export async function withWritten(builtIn: readonly Metric[], path: string): Promise<readonly Metric[]> {
  const files = await Promise.all(
    (await filesOf(path)).map(async (file) => written(await readFile(file, "utf8"), basename(file))),
  )
  const all = [...builtIn]
  for (const { value, fail } of files) {
    if (all.some(({ name }) => name === value.name))
      fail(["name"], `there is a metric "${value.name}" already; choose another name.`)
    all.push(value)
  }
  // Only now, because they may be made of one another.
  for (const { value, fail } of files) refuseUnsound(value, all, fail)
  return all
}

/** The files of metrics under a path, which may be one itself; none where there is nothing. */
export async function filesOf(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []
    throw new Problem("file.unreadable", { file: path, detail: (error as Error).message }, { cause: error })
  }
  const names = await readdir(path)
  return names
    .filter((name) => IS_METRIC.test(name))
    .sort()
    .map((name) => join(path, name))
}

import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { catalog } from "../metrics/catalog/index.ts"
import { METRICS_FOLDER, withWritten } from "../metrics/written/read.ts"
import { Problem } from "../problem.ts"
import { embeddedStage, passed, play, readStories, reportOf, summaryOf, type Played } from "../stories/index.ts"
import type { CommandAlone } from "./command.ts"

/** `plumbline test FILE…`: plays stories in memory, so no data folder is touched. */
export const test: CommandAlone = {
  name: "test",
  summary: "play stories: plain-text files that tell what happened and what the metrics must then say",
  args: ["<files...>"],
  options: [["--metrics <path>", "a metric's file, or a folder of them; without it those of the data folder"]],
  alone: true,
  async run({ args, config, cwd, options, out }) {
    const { metrics: path } = options
    const written = typeof path === "string" ? resolve(cwd, path) : join(config.folder, METRICS_FOLDER)
    if (typeof path === "string" && !existsSync(written)) throw new Problem("file.missing", { file: path })
    const metrics = await withWritten(catalog, written)
    const all: Played[] = []
    for (const name of args) {
      for (const story of readStories(await read(resolve(cwd, name), name), name)) {
        out.progress(`${name}: ${story.name}`)
        const played = await play(story, embeddedStage(metrics))
        for (const line of reportOf(played, name)) out.line(line)
        all.push(played)
      }
    }
    out.line(summaryOf(all))
    return all.length > 0 && all.every(passed) ? 0 : 1
  },
}

async function read(path: string, name: string): Promise<string> {
  return await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new Problem("file.missing", { file: name }, { cause: error })
    throw new Problem("file.unreadable", { file: name, detail: error.message }, { cause: error })
  })
}

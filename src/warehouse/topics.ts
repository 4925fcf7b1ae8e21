import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { readYaml } from "../yaml.ts"

/** Which topics tend to follow from a topic: a delivery leads to a return. */
export type LeadsTo = ReadonlyMap<string, readonly string[]>

const TOPICS_FILE = "topics.yaml"

/** The most topics that lead to others, and the most that one leads to. */
const MOST_TOPICS = 500

const Topic = z.string().min(1).max(200)
const File = z.strictObject({
  leads_to: z
    .record(Topic, z.array(Topic).max(MOST_TOPICS))
    .default({})
    .refine((topics) => Object.keys(topics).length <= MOST_TOPICS, `at most ${MOST_TOPICS} topics`),
})

/** The topics of a data folder; without such a file each topic is related to itself alone. */
export async function readTopics(folder: string): Promise<LeadsTo> {
  const file = join(folder, TOPICS_FILE)
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return ""
    throw error
  })
  return parseTopics(text, file)
}

export function parseTopics(text: string, file: string = TOPICS_FILE): LeadsTo {
  return new Map(Object.entries(readYaml(text, file, File).value.leads_to))
}

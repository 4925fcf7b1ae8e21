import { Problem } from "../problem.ts"
import type { Answer, Question } from "../query/question.ts"
import type { LearnedEvent } from "../events/read.ts"
import { compare, passes, type ComparedRow } from "./compare.ts"
import type { Asked, Item, Story } from "./story.ts"

/** Where a story is told: an empty warehouse that takes events, folds them and answers. The same stories run on every engine. */
export interface Stage {
  append(events: readonly LearnedEvent[]): Promise<void>
  ask(question: Question): Promise<Answer>
  close(): Promise<void>
}

export type OpenStage = (story: Story) => Promise<Stage>

/** A question of a story and how its answer compares. */
export interface PlayedAsk {
  readonly asked: Asked
  readonly rows: readonly ComparedRow[]
  /** Why there is no answer, where the question was refused. */
  readonly refused: string | undefined
}

export interface Played {
  readonly story: Story
  readonly asks: readonly PlayedAsk[]
}

/** Tells a story from its beginning; each question is asked when the telling reaches it. */
export async function play(story: Story, open: OpenStage): Promise<Played> {
  const stage = await open(story)
  try {
    const asks: PlayedAsk[] = []
    for (const { told, asked } of acts(story.items)) {
      if (told.length > 0) await stage.append(told)
      asks.push(await answered(stage, asked))
    }
    return { story, asks }
  } finally {
    await stage.close()
  }
}

/** Whether every row of every question is as expected. A story that asks nothing tests nothing, so it fails. */
export function passed({ asks }: Played): boolean {
  return asks.length > 0 && asks.every(({ rows, refused }) => refused === undefined && rows.every(passes))
}

async function answered(stage: Stage, asked: Asked): Promise<PlayedAsk> {
  try {
    return { asked, rows: compare(asked, await stage.ask(asked.question)), refused: undefined }
  } catch (error) {
    // A question that cannot be asked fails its story like a wrong number; the next ones are still asked.
    if (!(error instanceof Problem)) throw error
    return { asked, rows: [], refused: error.message }
  }
}

/** What is told before each question, and the question. */
function* acts(items: readonly Item[]): Generator<{ told: LearnedEvent[]; asked: Asked }> {
  let told: LearnedEvent[] = []
  const versions = new Map<string, number>()
  for (const item of items) {
    if (item.kind === "ask") {
      yield { told, asked: item }
      told = []
      continue
    }
    const version = (versions.get(item.event.id) ?? 0) + 1
    versions.set(item.event.id, version)
    told.push({ event: item.event, learned_at: item.learned_at, event_version: version })
  }
}

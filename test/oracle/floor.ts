import { Temporal } from "temporal-polyfill"
import type { Answer, Cell, Question } from "../../src/query/question.ts"
import { embeddedStage, type Story } from "../../src/stories/index.ts"
import type { World } from "../worlds/world.ts"

/** Asks the real line about a world, all floors at once. */
export async function answers(world: World & Pick<Story, "topics">, questions: readonly Question[]): Promise<readonly Answer[]> {
  const { zone, calendars, topics } = world
  const stage = await embeddedStage()({ name: "world", line: 0, zone, calendars, items: [], ...(topics && { topics }) })
  try {
    // Everything is learned when it happens, so that a question as of a moment sees what had happened by then.
    await stage.append(world.events.map((event) => ({ event, learned_at: event.at, event_version: 1 })))
    const found: Answer[] = []
    for (const question of questions) found.push(await stage.ask(question))
    return found
  } finally {
    await stage.close()
  }
}

/** The period's ends as moments. */
export function momentsOf({ from, to, zone }: Question): { readonly from: number; readonly to: number } {
  const moment = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone ?? "UTC").epochMilliseconds * 1000
  return { from: moment(from), to: moment(to) }
}

/** A floor's cell: of the whole period, or of one bucket. A floor without a row has none. */
export function cellOf(
  answer: Answer,
  split: readonly [by: string, floor: string],
  metric: string,
  bucket: number | null = null,
): Cell | undefined {
  const [by, floor] = split
  return answer.rows.find((row) => row.bucket === bucket && row.by[by] === floor)?.cells[metric]
}

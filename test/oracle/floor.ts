import { Temporal } from "temporal-polyfill"
import type { Answer, AnswerRow, Cell, Question } from "../../src/query/question.ts"
import { embeddedStage, type OpenStage, type Stage, type Story } from "../../src/stories/index.ts"
import { startServer } from "../parity/server.ts"
import { serverStage } from "../parity/server-stage.ts"
import type { World } from "../worlds/world.ts"

/** On which engine the real line is asked: PLUMBLINE_PARITY_ORACLES=all asks the other one, in every test of this folder. */
const onServer = process.env["PLUMBLINE_PARITY_ORACLES"] === "all"

/** One server for all worlds of a file; it ends with the process. */
let server: Promise<OpenStage> | undefined
const serverStageOnce = (): Promise<OpenStage> => (server ??= startServer().then(serverStage))

/** Asks the real line about a world, all floors at once. */
export async function answers(
  world: World & Pick<Story, "topics">,
  questions: readonly Question[],
  open?: OpenStage,
): Promise<readonly Answer[]> {
  const { zone, calendars, topics } = world
  const opening = open ?? (onServer ? await serverStageOnce() : embeddedStage())
  const stage = await opening({ name: "world", line: 0, zone, calendars, items: [], ...(topics && { topics }) })
  try {
    // Everything is learned when it happens, so that a question as of a moment sees what had happened by then.
    await stage.append(world.events.map((event) => ({ event, learned_at: event.at, event_version: 1 })))
    const found: Answer[] = []
    for (const question of questions)
      found.push(open || onServer ? await metricByMetric(stage, question) : await stage.ask(question))
    return found
  } finally {
    await stage.close()
  }
}

/** The other engine reads one long statement far more slowly than many short ones. */
async function metricByMetric(stage: Stage, question: Question): Promise<Answer> {
  const alone: Answer[] = []
  for (const metric of question.metrics) alone.push(await stage.ask({ ...question, metrics: [metric] }))
  const rows = new Map<string, AnswerRow>()
  for (const row of alone.flatMap((answer) => answer.rows)) {
    const key = JSON.stringify([row.bucket, row.by])
    const before = rows.get(key)
    rows.set(key, before ? together(before, row) : row)
  }
  return { ...alone[0]!, question, rows: [...rows.values()] }
}

function together(one: AnswerRow, other: AnswerRow): AnswerRow {
  const changes = one.changes && { changes: { ...one.changes, ...other.changes } }
  return { ...one, cells: { ...one.cells, ...other.cells }, ...changes }
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

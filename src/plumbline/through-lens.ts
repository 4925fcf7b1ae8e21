import type { Metric } from "../metrics/metric.ts"
import { ask, type AskSource } from "../query/ask.ts"
import { askAs } from "../query/lens/ask-as.ts"
import { partFor } from "../query/lens/part.ts"
import { differenceOf, wayOf } from "../query/lens/difference.ts"
import type { Difference, DifferenceQuestion } from "../query/lens/difference-question.ts"
import type { Answer, Question } from "../query/question.ts"
import type { Shadows } from "./shadows.ts"
import type { inTurns } from "./turns.ts"

export type Work<T> = (source: AskSource) => Promise<T>
/** Reads the facts of one fold. */
export type ReadFacts = <T>(schema: string, signal: AbortSignal | undefined, work: Work<T>) => Promise<T>

interface Parts {
  readonly shadows: Shadows
  readonly turn: ReturnType<typeof inTurns>
  readonly metrics: () => Promise<readonly Metric[]>
  /** The usual fold. */
  readonly facts: string
  /** The zone of a question that names none. */
  readonly zone: string
}

interface ThroughLens {
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  difference(asked: DifferenceQuestion, signal?: AbortSignal): Promise<Difference>
}

/** Our numbers and a product's, told in one turn, so that no event lands between them. */
export function throughLens({ shadows, turn, metrics, facts, zone }: Parts, read: ReadFacts): ThroughLens {
  return {
    ask: (question, signal) =>
      turn(async () =>
        askAs(question, await metrics(), async (one) =>
          read(await shadows.schemaFor(one, partFor([one], await metrics(), zone)), signal, (source) => ask(one, source)),
        ),
      ),
    difference: (asked, signal) =>
      turn(async () => {
        const way = wayOf(asked, await metrics())
        const schemas = await shadows.schemasFor(way.questions, partFor(way.questions, await metrics(), zone))
        const sources = (source: AskSource) => schemas.map((schema) => ({ ...source, schema }))
        return read(facts, signal, (source) => differenceOf(asked, way, sources(source)))
      }),
  }
}

import { compileTimetable } from "../calendar/timetable.ts"
import type { LearnedEvent } from "../events/read.ts"
import { parseMoment } from "../events/moment.ts"
import { catalog } from "../metrics/catalog/index.ts"
import type { Metric } from "../metrics/metric.ts"
import { ask } from "../query/ask.ts"
import { askAs } from "../query/lens/ask-as.ts"
import type { Question } from "../query/question.ts"
import { openDuck } from "../warehouse/duckdb.ts"
import { FACTS } from "../warehouse/fold/facts.ts"
import { foldAll } from "../warehouse/fold/fold.ts"
import { refold } from "../warehouse/fold/refold.ts"
import { readRules } from "../warehouse/fold/rules.ts"
import { columnsOf } from "../warehouse/ledger/columns.ts"
import type { Delivery } from "../warehouse/ledger/append.ts"
import { openLedger } from "../warehouse/ledger/ledger.ts"
import type { OpenStage } from "./play.ts"

/** A stage in memory on the embedded engine: the same ledger, fold and questions as a data folder has. */
export function embeddedStage(metrics: readonly Metric[] = catalog): OpenStage {
  return async ({ calendars, topics, zone }) => {
    const duck = await openDuck({ path: ":memory:", threads: 1 })
    const ledger = await openLedger(duck)
    const folded = async ({ asOf, rules = {} }: Question): Promise<string> => {
      const usual = asOf === undefined && Object.keys(rules).length === 0
      const options = { calendars, topics, zone, rules: readRules(rules), ...(asOf !== undefined && { asOf: parseMoment(asOf) }) }
      if (usual) await refold(duck, options)
      else await foldAll(duck, options, SHADOW)
      return usual ? FACTS : SHADOW
    }
    return {
      async append(told) {
        await ledger.append(deliveryOf(told))
      },
      ask: (question) =>
        askAs(question, metrics, async (one) => {
          const schema = await folded(one)
          const timetable = compileTimetable(calendars, () => undefined)
          return await ask(one, { warehouse: duck, schema, zone, timetable, metrics })
        }),
      async close() {
        ledger.close()
        duck.close()
      },
    }
  }
}

/** The fold by other rules or of an earlier day; each question that needs one makes it anew. */
const SHADOW = "told"

/** What a story tells, as a ledger takes it: each event learned when the story says. */
export function deliveryOf(told: readonly LearnedEvent[]): Delivery {
  const events = columnsOf(told.map(({ event }) => event))
  for (const { learned_at, event_version } of told) {
    events.learnedAt.push(learned_at)
    events.versions.push(event_version)
  }
  return { source: "story", events, learnedAt: told.reduce((last, { learned_at }) => Math.max(last, learned_at), 0) }
}

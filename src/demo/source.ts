import type { CanonicalEvent } from "../events/event.ts"
import type { Page, Source } from "../connectors/source.ts"
import type { Demo } from "./demo.ts"
import { dateOf } from "./local.ts"

/** How many chunks of the year were imported. */
interface DemoPosition {
  readonly chunks: number
}

/** The demo company's year as something that can be imported. What happened was learned at once, so that it can be asked as it was known. */
export function demoSource(company: Demo): Source<DemoPosition> {
  return {
    name: `demo:${company.seed}:${company.scale}:${dateOf(company.year.lastDay)}`,
    title: "demo",
    goesOn: () => true,
    async *pages(from) {
      let chunks = 0
      for await (const events of company.events()) {
        chunks += 1
        // The same seed gives the same chunks, so those that were imported can be passed over.
        if (chunks > (from?.chunks ?? 0)) yield pageOf(events, chunks)
      }
    },
  }
}

function pageOf(events: readonly CanonicalEvent[], chunks: number): Page<DemoPosition> {
  const learned = events.map((event) => ({ learned_at: learnedAt(event), event_version: 1 }))
  return { events, learned, rejects: [], lines: events.length, position: { chunks } }
}

/** What lasts a while is told when it is over. */
function learnedAt(event: CanonicalEvent): number {
  const until = event["until"]
  return typeof until === "number" && event.kind !== "shift.planned" ? Math.max(event.at, until) : event.at
}

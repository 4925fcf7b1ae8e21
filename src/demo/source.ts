import type { CanonicalEvent } from "../events/event.ts"
import type { Page, Source } from "../connectors/source.ts"
import { type Demo, type DemoOptions, demo } from "./demo.ts"
import { dateOf } from "./local.ts"

/** How many events of the year were imported. */
interface DemoPosition {
  readonly events: number
}

/** The demo company's year as something that can be imported. What happened was learned at once, so that it can be asked as it was known. */
export function demoSource(company: Demo): Source<DemoPosition> {
  return {
    name: `demo:${company.seed}:${company.scale}:${dateOf(company.year.lastDay)}`,
    title: "demo",
    goesOn: () => true,
    elsewhere: {
      module: import.meta.url,
      open: openDemoSource.name,
      given: [{ seed: company.seed, scale: company.scale, end: dateOf(company.year.lastDay) } satisfies DemoOptions],
    },
    async *pages(from, room = () => Infinity) {
      // The same seed gives the same events, so those that were imported can be passed over.
      const imported = from?.events ?? 0
      let position = 0
      for await (const events of company.events()) {
        const end = position + events.length
        for (let next = Math.max(position, imported); next < end;) {
          const page = events.slice(next - position, next - position + room())
          next += page.length
          yield pageOf(page, next)
        }
        position = end
      }
    },
  }
}

/** For another thread. */
export function openDemoSource(options: DemoOptions): Source<DemoPosition> {
  return demoSource(demo(options))
}

function pageOf(events: readonly CanonicalEvent[], position: number): Page<DemoPosition> {
  const learned = events.map((event) => ({ learned_at: learnedAt(event), event_version: 1 }))
  return { events, learned, rejects: [], lines: events.length, position: { events: position } }
}

/** What lasts a while is told when it is over. */
function learnedAt(event: CanonicalEvent): number {
  const until = event["until"]
  return typeof until === "number" && event.kind !== "shift.planned" ? Math.max(event.at, until) : event.at
}

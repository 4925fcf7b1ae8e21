import type { CanonicalEvent } from "../../events/event.ts"
import { printMoment } from "../../events/moment.ts"
import type { Reject, Source } from "../source.ts"

const REJECTS_SHOWN = 10
const EVENTS_SHOWN = 12
/** A dry run looks at no more than this. */
const MOST_ROWS_TRIED = 200_000

/** What an import would do, tried without writing anything. */
export interface Preview {
  readonly rows: number
  readonly events: number
  readonly byKind: Readonly<Record<string, number>>
  readonly rejected: number
  readonly firstRejects: readonly Reject[]
  readonly firstEvents: readonly CanonicalEvent[]
  /** More rows came than a dry run looks at. */
  readonly isPart: boolean
}

export async function preview(source: Source<unknown>): Promise<Preview> {
  let [rows, rejected] = [0, 0]
  const byKind: Record<string, number> = {}
  const firstRejects: Reject[] = []
  const firstEvents: CanonicalEvent[] = []
  for await (const page of source.pages(null)) {
    if (page.broken) throw page.broken
    rows += page.lines
    rejected += page.rejects.length
    for (const event of page.events) byKind[event.kind] = (byKind[event.kind] ?? 0) + 1
    firstRejects.push(...page.rejects.slice(0, REJECTS_SHOWN - firstRejects.length))
    firstEvents.push(...page.events.slice(0, EVENTS_SHOWN - firstEvents.length))
    if (rows >= MOST_ROWS_TRIED) break
  }
  const events = Object.values(byKind).reduce((sum, count) => sum + count, 0)
  return { rows, events, byKind, rejected, firstRejects, firstEvents, isPart: rows >= MOST_ROWS_TRIED }
}

/** For a person: what would be written, the first events, and the first rows that would be put aside. */
export function previewLines(seen: Preview): string[] {
  const { rows, events, byKind, rejected, firstRejects, firstEvents, isPart } = seen
  return [
    `${isPart ? "The first " : ""}${rows} rows would become ${events} events; ${rejected} rows would be put aside. Nothing was written.`,
    ...Object.entries(byKind).map(([kind, count]) => `  ${kind}: ${count}`),
    ...(firstEvents.length > 0 ? ["", "The first events:"] : []),
    ...firstEvents.map(eventLine),
    ...(events === 0 && rejected > 0 ? ["No row fits the recipe: an import would refuse the file."] : []),
    ...(firstRejects.length > 0 ? ["", "The first rows put aside:"] : []),
    ...firstRejects.map(({ line, field, reason }) => `  row ${line}: ${field === null ? "" : `${field} `}${reason}`),
  ]
}

function eventLine({ id, at, kind, subject, ...fields }: CanonicalEvent): string {
  return `  ${printMoment(at)} ${subject} ${kind} ${JSON.stringify(fields)} (${id})`
}

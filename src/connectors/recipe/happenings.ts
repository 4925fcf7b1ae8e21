import { checkEvent } from "../../events/check.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { Fault } from "../../events/fault.ts"
import type { KindName } from "../../events/kinds.ts"
import { printMoment } from "../../events/moment.ts"
import type { SourceRow } from "../table/table.ts"
import type { Cell } from "./cells.ts"

/** Something that happened to a ticket, before it was checked. Fields without a value are left out. */
export interface Happening {
  /** What makes its id, within the ticket. */
  readonly key: string
  readonly at: number
  readonly kind: KindName
  readonly fields: Readonly<Record<string, Cell | Readonly<Record<string, string | number>> | null>>
}

/** A row that was not taken, and why. */
export interface RowReject {
  readonly row: SourceRow
  readonly column: string | null
  readonly reason: string
}

/** The events of a ticket. They go through the same check as every other event. */
export function eventsOf(source: string, ticket: string, happenings: readonly Happening[]): CanonicalEvent[] | Fault {
  const events: CanonicalEvent[] = []
  for (const { key, at, kind, fields } of happenings) {
    const event = checkEvent({
      id: `${source}:${ticket}:${key}`,
      at: printMoment(at),
      kind,
      subject: `conversation:${source}:${ticket}`,
      ...said(fields),
    })
    if (event instanceof Fault) return event
    events.push(event)
  }
  return events
}

function said(fields: Happening["fields"]): Record<string, unknown> {
  const present: Record<string, unknown> = {}
  for (const name in fields) {
    const value = fields[name]
    if (value !== null && value !== undefined && !isEmpty(value)) present[name] = value
  }
  return present
}

function isEmpty(value: object | string | number | boolean): boolean {
  return typeof value === "object" && Object.keys(value).length === 0
}

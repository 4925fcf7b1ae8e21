import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"

/** An event before its check: a moment and its fields. */
export type Draft = Readonly<Record<string, unknown>> & { readonly at: number; readonly kind: string; readonly subject: string }

export function checked(draft: Draft, id: string): CanonicalEvent {
  const event = checkEvent({ ...draft, id, at: printMoment(draft.at) })
  if (event instanceof Fault) throw new Error(`${draft.kind}: ${event.field} ${event.reason}`)
  return event
}

import type { CanonicalEvent, EventFields, FieldValue } from "../events/event.ts"
import type { KindName } from "../events/kinds.ts"
import type { LocalClock } from "./local.ts"

/** The fields of an event; one that is undefined is left away. Moments are microseconds, see `us`. */
export type Said = { readonly [Name in keyof EventFields]?: EventFields[Name] | undefined }

/** Where an event would come from in a real company; its ids count up within it. */
export type Source = "helpdesk" | "phone" | "survey" | "workforce" | "shop" | "billing" | "help" | "finance" | "crm"

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Everything that happened so far, in milliseconds on the way in and as canonical events on the way out. */
export interface Journal {
  write(source: Source, kind: KindName, subject: string, at: number, fields?: Said): void
  /** What was written since it was last taken. */
  take(): CanonicalEvent[]
  readonly waiting: number
  /** How many events of a kind that is counted there were on a local day, also those that never reached us; tests are none. */
  countOf(kind: KindName, day: number): number
}

interface Keeping {
  readonly end: number
  readonly home: LocalClock
  readonly gap: Stretch & { readonly source: Source }
  readonly counted: ReadonlySet<KindName>
}

/** Nothing after `end` has happened yet, and what a source lost in its gap never reached us. */
export function journal({ end, home, gap, counted }: Keeping): Journal {
  const counts = new Map<Source, number>()
  const happened = new Map<string, number>()
  let events: CanonicalEvent[] = []
  return {
    write(source, kind, subject, at, fields = {}) {
      if (counted.has(kind) && fields.test !== true) {
        const thatDay = `${kind} ${home.day(at)}`
        happened.set(thatDay, (happened.get(thatDay) ?? 0) + 1)
      }
      if (at >= end || (source === gap.source && at >= gap.from && at < gap.to)) return
      const count = (counts.get(source) ?? 0) + 1
      counts.set(source, count)
      events.push(canonical(`${source}:${count}`, kind, subject, us(at), fields))
    },
    take() {
      const taken = events
      events = []
      return taken
    },
    get waiting() {
      return events.length
    },
    countOf: (kind, day) => happened.get(`${kind} ${day}`) ?? 0,
  }
}

/** A moment of the simulation as events carry it. */
export function us(ms: number): number {
  return Math.round(ms) * 1000
}

function canonical(id: string, kind: KindName, subject: string, at: number, said: Said): CanonicalEvent {
  const event: Record<string, FieldValue> = { id, at, kind, subject }
  for (const name in said) {
    const value = said[name as keyof Said]
    if (value !== undefined) event[name] = value
  }
  // The envelope is complete and every field has the type `Said` gives it.
  return event as unknown as CanonicalEvent
}

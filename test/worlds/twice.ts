import type { CanonicalEvent } from "../../src/events/event.ts"

const AGAIN = "_2"
const PEOPLE = ["agent", "to_agent", "visitor"]

/** The events, and all of them once more with other people and other conversations, in the same teams. */
export function twice(events: readonly CanonicalEvent[]): readonly CanonicalEvent[] {
  const families = new Set(events.map(({ subject }) => familyOf(subject)).filter((family) => family !== "team"))
  const other = (field: string, value: unknown): unknown => {
    if (typeof value !== "string" || field === "kind") return value
    const named = field === "id" || PEOPLE.includes(field) || (value.includes(":") && families.has(familyOf(value)))
    return named ? `${value}${AGAIN}` : value
  }
  const again = (event: CanonicalEvent): CanonicalEvent => ({
    ...event,
    ...Object.fromEntries(Object.entries(event).map(([field, value]) => [field, other(field, value)])),
  })
  return [...events, ...events.map(again)]
}

const familyOf = (subject: string): string => subject.slice(0, subject.indexOf(":"))

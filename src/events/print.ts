import type { CanonicalEvent, FieldValue, KnownEvent } from "./event.ts"
import { type FieldName, fields } from "./fields.ts"
import { printMoment } from "./moment.ts"

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(fields).map((name, i) => [name, i]))

/** The names of an event's own fields, in the one order they are always written in. */
export function fieldsOf(event: CanonicalEvent): readonly FieldName[] {
  const names: FieldName[] = []
  for (const name in event) {
    const at = ORDER.get(name)
    if (at === undefined || event[name as FieldName] === undefined) continue
    let place = names.length
    while (place > 0 && ORDER.get(names[place - 1]!)! > at) place--
    names.splice(place, 0, name as FieldName)
  }
  return names
}

/** One line of NDJSON, without its end. Equal events give equal lines. */
export function printEvent(event: CanonicalEvent): string {
  return JSON.stringify(written(event))
}

/** The same with what the ledger knows about it. */
export function printKnownEvent({ event, event_version, learned_at }: KnownEvent): string {
  return JSON.stringify({ ...written(event), event_version, learned_at: printMoment(learned_at) })
}

function written(event: CanonicalEvent): Readonly<Record<string, FieldValue>> {
  const line: Record<string, FieldValue> = { id: event.id, at: printMoment(event.at), kind: event.kind, subject: event.subject }
  for (const name of fieldsOf(event)) {
    const value = event[name]!
    line[name] = fields[name].type === "moment" ? printMoment(value as number) : value
  }
  return line
}

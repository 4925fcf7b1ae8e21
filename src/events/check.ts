import { type Check, checkMoment, checkOf, checkRef, checkWord } from "./check-value.ts"
import type { CanonicalEvent, FieldValue } from "./event.ts"
import { Fault } from "./fault.ts"
import { fields } from "./fields.ts"
import { type Kind, type KindName, kinds } from "./kinds.ts"
import { didYouMean } from "../near.ts"
import { shown } from "./words.ts"

/** What a kind asks of its events, ready to be asked. */
interface Form {
  readonly kind: KindName
  readonly subjects: readonly string[]
  readonly needs: readonly string[]
  readonly checks: ReadonlyMap<string, Check>
}

const ENVELOPE = ["id", "at", "kind", "subject"] as const
const forms: ReadonlyMap<unknown, Form> = new Map(
  Object.entries(kinds).map(([name, kind]) => [name, formOf(name as KindName, kind)]),
)

/** One event as a stranger wrote it → the event, or the first thing that is wrong with it. */
export function checkEvent(value: unknown): CanonicalEvent | Fault {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new Fault(`is not an event but ${shown(value)}; an event is a JSON object`)
  const raw = value as Readonly<Record<string, unknown>>
  const form = forms.get(raw["kind"])
  if (form === undefined) return unknownKind(raw["kind"])
  const event = checkEnvelope(raw, form)
  if (event instanceof Fault) return event
  for (const name in raw) {
    if (isEnvelope(name)) continue
    const check = form.checks.get(name)
    if (check === undefined) return unknownField(name, form)
    const written = raw[name]
    // Sources write null where they have nothing to say.
    if (written === null) continue
    const read = check(written)
    if (read instanceof Fault) return new Fault(read.reason, name)
    event[name] = read
  }
  for (const name of form.needs) if (event[name] === undefined) return new Fault(`is missing; ${form.kind} needs it`, name)
  // Every field was checked against the form of its kind.
  return event as unknown as CanonicalEvent
}

function checkEnvelope(raw: Readonly<Record<string, unknown>>, form: Form): Record<string, FieldValue> | Fault {
  const id = checkWord(raw["id"])
  if (id instanceof Fault) return new Fault(id.reason, "id")
  const at = checkMoment(raw["at"])
  if (at instanceof Fault) return new Fault(at.reason, "at")
  const subject = checkRef(raw["subject"])
  if (subject instanceof Fault) return new Fault(subject.reason, "subject")
  if (!form.subjects.some((start) => subject.startsWith(start)))
    return new Fault(`must begin with ${form.subjects.join(" or ")} for ${form.kind}, not ${shown(subject)}`, "subject")
  return { id, at, kind: form.kind, subject }
}

function isEnvelope(name: string): boolean {
  return name === "id" || name === "at" || name === "kind" || name === "subject"
}

function unknownKind(kind: unknown): Fault {
  if (kind === undefined) return new Fault(`is missing; it says what happened, as in "message.sent"`, "kind")
  const hint = typeof kind === "string" ? didYouMean(kind, Object.keys(kinds)) : ""
  return new Fault(`${shown(kind)} is not a kind of event.${hint}`, "kind")
}

function unknownField(name: string, form: Form): Fault {
  if (name === "learned_at" || name === "event_version")
    return new Fault("is written by Plumbline itself; import with --keep-learned to keep it", name)
  const near = didYouMean(name, [...ENVELOPE, ...form.checks.keys()])
  const elsewhere = name in fields ? ` ${form.kind} does not have it.` : ""
  return new Fault(`is not a field of ${form.kind}.${near || elsewhere} The source's own fields go under "attributes".`, name)
}

function formOf(name: KindName, kind: Kind): Form {
  return {
    kind: name,
    subjects: kind.subject.map((family) => `${family}:`),
    needs: kind.needs,
    checks: new Map([...kind.needs, ...kind.may].map((field) => [field, checkOf(fields[field])])),
  }
}

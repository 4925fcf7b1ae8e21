import { didYouMean } from "../near.ts"
import { type Check, checkMoment, checkOf, checkRef, checkWord } from "./check-value.ts"
import type { CanonicalEvent } from "./event.ts"
import { Fault } from "./fault.ts"
import { fields } from "./fields.ts"
import { type Kind, type KindName, kinds } from "./kinds.ts"
import { shown } from "./words.ts"

/** What a kind asks of its events, ready to be asked. */
interface Form {
  readonly kind: KindName
  readonly needs: readonly string[]
  /** Of the envelope and of the kind's own fields. */
  readonly checks: ReadonlyMap<string, Check>
}

const ENVELOPE = ["id", "at", "kind", "subject"] as const
const forms: ReadonlyMap<unknown, Form> = new Map(
  Object.entries(kinds).map(([name, kind]) => [name, formOf(name as KindName, kind)]),
)

/** One event as a stranger wrote it → the event, or the first thing that is wrong with it. */
export function checkEvent(value: unknown): CanonicalEvent | Fault {
  return checkOwnEvent(typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : value)
}

/** The same for a value nobody else has, which becomes the event: millions are read, and most of their fields stay as they are. */
export function checkOwnEvent(value: unknown): CanonicalEvent | Fault {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new Fault(`is not an event but ${shown(value)}; an event is a JSON object`)
  const raw = value as Record<string, unknown>
  const form = forms.get(raw["kind"])
  if (form === undefined) return unknownKind(raw["kind"])
  for (const name in raw) {
    const check = form.checks.get(name)
    if (check === undefined) return unknownField(name, form)
    const written = raw[name]
    if (written === null || written === undefined) {
      // Sources write null where they have nothing to say.
      delete raw[name]
      continue
    }
    const read = check(written)
    if (read instanceof Fault) return new Fault(read.reason, name)
    if (read !== written) raw[name] = read
  }
  for (const name of form.needs) if (raw[name] === undefined) return new Fault(`is missing; ${form.kind} needs it`, name)
  // Every field was checked against the form of its kind.
  return raw as unknown as CanonicalEvent
}

function unknownKind(kind: unknown): Fault {
  if (kind === undefined) return new Fault(`is missing; it says what happened, as in "message.sent"`, "kind")
  const hint = typeof kind === "string" ? didYouMean(kind, Object.keys(kinds)) : ""
  return new Fault(`${shown(kind)} is not a kind of event.${hint}`, "kind")
}

function unknownField(name: string, form: Form): Fault {
  if (name === "learned_at" || name === "event_version")
    return new Fault("is written by Plumbline itself; import with --keep-learned to keep it", name)
  const near = didYouMean(name, form.checks.keys())
  const elsewhere = name in fields ? ` ${form.kind} does not have it.` : ""
  return new Fault(`is not a field of ${form.kind}.${near || elsewhere} The source's own fields go under "attributes".`, name)
}

function formOf(name: KindName, kind: Kind): Form {
  const envelope: readonly [string, Check][] = [
    ["id", checkWord],
    ["at", checkMoment],
    ["kind", (value) => value as string],
    ["subject", checkSubject(name, kind.subject)],
  ]
  const own = [...kind.needs, ...kind.may].map((field): [string, Check] => [field, checkOf(fields[field])])
  return { kind: name, needs: [...ENVELOPE, ...kind.needs], checks: new Map([...envelope, ...own]) }
}

function checkSubject(kind: KindName, families: readonly string[]): Check {
  return (value) => {
    const subject = checkRef(value)
    if (subject instanceof Fault || families.includes(subject.slice(0, subject.indexOf(":")))) return subject
    const begins = families.map((family) => `${family}:`).join(" or ")
    return new Fault(`must begin with ${begins} for ${kind}, not ${shown(subject)}`)
  }
}

import { type FieldName, fields } from "../events/fields.ts"

/** The subject a reference means where only its id is written: `customer=bea` is `customer:bea`. */
const FAMILY_OF: Partial<Record<FieldName, string>> = {
  customer: "customer",
  referrer: "customer",
  conversation: "conversation",
  into: "conversation",
  order: "order",
}

/** `priority=high`, `tags=a,b`, `attributes.country=DE` → the event's fields as its schema wants them. */
export function readFields(
  written: readonly (readonly [name: string, text: string])[],
  subject: string,
  when: (text: string) => string,
): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  const records: Record<string, Record<string, unknown>> = {}
  for (const [name, text] of written) {
    const dot = name.indexOf(".")
    if (dot < 0) read[name] = valueOf(name, text, subject, when)
    else (records[name.slice(0, dot)] ??= {})[name.slice(dot + 1)] = numberOrText(text)
  }
  return { ...read, ...records }
}

function valueOf(name: string, text: string, subject: string, when: (text: string) => string): unknown {
  if (!Object.hasOwn(fields, name)) return text
  const known = name as FieldName
  switch (fields[known].type) {
    case "number":
      return Number(text)
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text
    case "words":
      return text.split(",").map((word) => word.trim())
    case "moment":
      return when(text)
    case "ref":
      return refOf(known, text, subject)
    case "word":
    case "text":
    case "record":
      return text
    default:
      return fields[known] satisfies never
  }
}

/** `#2` is a conversation; an id alone is of the field's family, or of the subject's own. */
export function refOf(name: FieldName, text: string, subject: string): string {
  if (text.startsWith("#")) return `conversation:${text.slice(1)}`
  return text.includes(":") ? text : `${FAMILY_OF[name] ?? subject.split(":")[0]}:${text}`
}

function numberOrText(text: string): string | number {
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text
}

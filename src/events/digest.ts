import { hash } from "node:crypto"
import type { CanonicalEvent } from "./event.ts"
import { fields } from "./fields.ts"
import { kinds } from "./kinds.ts"
import { fieldsOf } from "./print.ts"

/** 64 bits as two signed halves, low first, as a column of BIGINT holds them. */
export type Digest = readonly [low: number, high: number]

/** The digest of all an event says. The same on every machine and in every version of the engine. */
export function digestOf(event: CanonicalEvent): Digest {
  return digestText(contentOf(event))
}

/** The first 64 bits of SHA-256. */
export function digestText(text: string): Digest {
  const bytes = hash("sha256", text, "binary")
  return [word(bytes, 0), word(bytes, 4)]
}

/**
 * Everything an event says, such that two events say the same if and only if the texts are equal: each text carries its length, so no
 * content can imitate a border.
 */
function contentOf(event: CanonicalEvent): string {
  let text = `${counted(event.id)}${event.at} ${kinds[event.kind].code} ${counted(event.subject)}`
  for (const name of fieldsOf(event)) text += `${name}=${valueOf(name, event)}`
  return text
}

function valueOf(name: keyof typeof fields, event: CanonicalEvent): string {
  const value = event[name]!
  switch (fields[name].type) {
    case "word":
    case "ref":
    case "text":
      return counted(value as string)
    case "words":
      return `${(value as readonly string[]).length}[${(value as readonly string[]).map(counted).join("")}`
    case "record":
      return counted(JSON.stringify(value))
    case "number":
    case "boolean":
    case "moment":
      return `${value as number | boolean};`
    default:
      return fields[name] satisfies never
  }
}

function counted(text: string): string {
  return `${text.length}:${text}`
}

function word(bytes: string, at: number): number {
  return (
    bytes.charCodeAt(at) | (bytes.charCodeAt(at + 1) << 8) | (bytes.charCodeAt(at + 2) << 16) | (bytes.charCodeAt(at + 3) << 24)
  )
}

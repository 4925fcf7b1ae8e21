import { type Attributes, type FieldValue, MOST_LISTED, MOST_WORD_CHARACTERS } from "./event.ts"
import { Fault } from "./fault.ts"
import type { Field } from "./fields.ts"
import { EARLIEST_AT, LATEST_AT, parseMoment } from "./moment.ts"
import { didYouMean } from "../near.ts"
import { shown } from "./words.ts"

/** Turns what a stranger wrote into the field's value. */
export type Check = (value: unknown) => FieldValue | Fault

/** The check of a field, made once from its description. */
export function checkOf(field: Field): Check {
  switch (field.type) {
    case "word":
      return field.values ? oneOf(field.values) : checkWord
    case "ref":
      return checkRef
    case "text":
      return checkText
    case "number":
      return checkNumber(field.least, field.most)
    case "boolean":
      return checkBoolean
    case "moment":
      return checkMoment
    case "words":
      return checkWords
    case "record":
      return checkRecord
    default:
      return field.type satisfies never
  }
}

export function checkWord(value: unknown): string | Fault {
  if (typeof value !== "string") return new Fault(`must be text, not ${shown(value)}`)
  if (value.length === 0) return new Fault("is empty; leave the field out where there is nothing to say")
  if (value.length > MOST_WORD_CHARACTERS) return new Fault(`has ${value.length} characters; the most is ${MOST_WORD_CHARACTERS}`)
  return value
}

/** `family:id` with something on both sides. */
export function checkRef(value: unknown): string | Fault {
  const word = checkWord(value)
  if (word instanceof Fault) return word
  const colon = word.indexOf(":")
  if (colon < 1 || colon === word.length - 1) return new Fault(`must be family:id, as in "customer:42", not ${shown(word)}`)
  return word
}

export function checkMoment(value: unknown): number | Fault {
  if (typeof value !== "string") return new Fault(`must be a moment like "2026-03-14T09:30:00+08:00", not ${shown(value)}`)
  const at = parseMoment(value)
  if (Number.isNaN(at))
    return new Fault(`must be a moment with its offset, like "2026-03-14T09:30:00+08:00" or "…Z", not ${shown(value)}`)
  if (at < EARLIEST_AT || at >= LATEST_AT) return new Fault(`is ${value}; moments must lie between 1900 and 2200`)
  return at
}

function oneOf(values: readonly string[]): Check {
  const known = new Set(values)
  return (value) => {
    if (typeof value === "string" && known.has(value)) return value
    const hint = typeof value === "string" ? didYouMean(value, values) : ""
    return new Fault(`must be one of ${values.join(", ")}, not ${shown(value)}.${hint}`)
  }
}

function checkText(value: unknown): string | Fault {
  return typeof value === "string" ? value : new Fault(`must be text, not ${shown(value)}`)
}

/** A text that is a number. */
export const NUMERIC = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function checkNumber(least = -Infinity, most = Infinity): Check {
  return (value) => {
    const number = typeof value === "string" && NUMERIC.test(value) ? Number(value) : value
    if (typeof number !== "number" || !Number.isFinite(number)) return new Fault(`must be a number, not ${shown(value)}`)
    if (number < least || number > most) {
      return new Fault(
        most === Infinity ? `is ${number}; the least is ${least}` : `is ${number}; it must lie between ${least} and ${most}`,
      )
    }
    return number + 0 // -0 and 0 are one number
  }
}

function checkBoolean(value: unknown): boolean | Fault {
  return typeof value === "boolean" ? value : new Fault(`must be true or false, not ${shown(value)}`)
}

function checkWords(value: unknown): readonly string[] | Fault {
  if (!Array.isArray(value)) return new Fault(`must be a list of texts, not ${shown(value)}`)
  if (value.length > MOST_LISTED) return new Fault(`has ${value.length} entries; the most is ${MOST_LISTED}`)
  const words: string[] = []
  for (const item of value) {
    const word = checkWord(item)
    if (word instanceof Fault) return new Fault(`has an entry that ${word.reason}`)
    words.push(word)
  }
  return words
}

/** Names are put in order, so that the same record written in another order is the same. */
function checkRecord(value: unknown): Attributes | Fault {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new Fault(`must be an object of names and values, not ${shown(value)}`)
  const names = Object.keys(value).sort()
  if (names.length > MOST_LISTED) return new Fault(`has ${names.length} names; the most is ${MOST_LISTED}`)
  const record: [string, string | number | readonly string[]][] = []
  for (const name of names) {
    const item = checkAttribute((value as Record<string, unknown>)[name])
    if (item instanceof Fault) return new Fault(`has ${shown(name)}, which ${item.reason}`)
    if (name.length > MOST_WORD_CHARACTERS) return new Fault(`has a name longer than ${MOST_WORD_CHARACTERS} characters`)
    if (item !== null) record.push([name, item])
  }
  return Object.fromEntries(record)
}

function checkAttribute(value: unknown): string | number | readonly string[] | null | Fault {
  if (value === null) return null
  if (typeof value === "string") return value
  if (typeof value === "number" && Number.isFinite(value)) return value + 0
  // Sources have boolean fields; kept as the words people filter by.
  if (typeof value === "boolean") return String(value)
  if (Array.isArray(value)) return checkTexts(value)
  return new Fault(`must be text, a number or a list of texts, not ${shown(value)}`)
}

function checkTexts(value: readonly unknown[]): readonly string[] | Fault {
  if (value.length > MOST_LISTED) return new Fault(`has ${value.length} entries; the most is ${MOST_LISTED}`)
  const texts: string[] = []
  for (const item of value) {
    if (typeof item !== "string" && typeof item !== "number")
      return new Fault(`has an entry that is neither text nor number: ${shown(item)}`)
    texts.push(String(item))
  }
  return texts
}

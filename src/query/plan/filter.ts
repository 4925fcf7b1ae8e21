import type { Filtered } from "./dimensions.ts"
import { codesOf, writeTerm, type Writer } from "./writer.ts"

/** A filter as a condition on a row. `null` among the words means "not known". */
export function writeFilter({ filter, dimension }: Filtered, w: Writer): string {
  const of = writeTerm(dimension.term, w)
  const parts: string[] = []
  if (filter.in !== undefined) parts.push(isOneOf(filter.in, dimension, of, w))
  if (filter.notIn !== undefined) parts.push(w.dialect.not(isOneOf(filter.notIn, dimension, of, w)))
  const number = dimension.type === "text" ? w.dialect.toNumber(of) : of
  if (filter.least !== undefined) parts.push(`${number} >= ${bind(filter.least, w)}`)
  if (filter.most !== undefined) parts.push(`${number} <= ${bind(filter.most, w)}`)
  return parts.join(" AND ")
}

function isOneOf(values: readonly (string | null)[], dimension: Filtered["dimension"], of: string, w: Writer): string {
  const words = values.filter((value) => value !== null)
  const parts = words.length === 0 ? [] : [holdsOne(words, dimension, of, w)]
  if (values.includes(null)) parts.push(dimension.type === "codes" ? w.dialect.not(w.dialect.filled(of)) : `${of} IS NULL`)
  return parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`
}

function holdsOne(words: readonly string[], { term, type }: Filtered["dimension"], of: string, w: Writer): string {
  switch (type) {
    case "codes":
      return w.dialect.holds(of, codesOf(term, words, w))
    case "code":
    case "subject":
      return `${of} IN (${codesOf(term, words, w).join(", ")})`
    case "boolean":
      return words.map((word) => (word === "true" ? of : w.dialect.not(of))).join(" OR ")
    case "text":
      return `${of} IN (${words.map((word) => bind(word, w)).join(", ")})`
    default:
      return `${of} IN (${words.map((word) => bind(Number(word), w)).join(", ")})`
  }
}

function bind(value: string | number, w: Writer): string {
  w.params.push(value)
  return w.dialect.parameter(w.params.length)
}

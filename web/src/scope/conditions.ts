import type { Filter } from "../../../src/query/question.ts"

/**
 * One condition as it stands in the address: `team:Billing`, `-channel:chat` for "not", `priority:` for "not known".
 * Conditions on the same field with the same sign are one condition with several words.
 */
export type Condition = string

export interface ReadCondition {
  readonly field: string
  readonly word: string | null
  readonly not: boolean
}

/** The most conditions an address may carry. */
export const MOST_CONDITIONS = 50

export function writeCondition({ field, word, not }: ReadCondition): Condition {
  return `${not ? "-" : ""}${encode(field)}:${word ?? ""}`
}

export function readCondition(condition: Condition): ReadCondition | null {
  const colon = condition.indexOf(":")
  const not = condition.startsWith("-")
  const field = decode(condition.slice(not ? 1 : 0, Math.max(colon, 0)))
  if (colon < 0 || field === "") return null
  const word = condition.slice(colon + 1)
  return { field, word: word === "" ? null : word, not }
}

/** The filters of a question. What cannot be read is left out: an address typed by hand must not break the page. */
export function toFilters(conditions: readonly Condition[]): Filter[] {
  const filters = new Map<string, { field: string; not: boolean; words: (string | null)[] }>()
  for (const condition of conditions) {
    const found = readCondition(condition)
    if (!found) continue
    const key = `${found.not} ${found.field}`
    const filter = filters.get(key) ?? { field: found.field, not: found.not, words: [] }
    filter.words.push(found.word)
    filters.set(key, filter)
  }
  return [...filters.values()].map(({ field, not, words }) => (not ? { field, notIn: words } : { field, in: words }))
}

// Only what would be mistaken for the sign or the colon is written otherwise, so that addresses stay readable.
const encode = (field: string): string => field.replaceAll("%", "%25").replaceAll(":", "%3A").replace(/^-/, "%2D")

const decode = (text: string): string => text.replaceAll("%2D", "-").replaceAll("%3A", ":").replaceAll("%25", "%")

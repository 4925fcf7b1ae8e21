import { type Floor, topicOf, whyNot, within } from "./contacts.ts"
import type { Expected } from "./estimates.ts"
import { conversationsIn, firstCustomerAt, isOutbound, type Plain } from "./plain.ts"

/** Of each tag the last word counts. */
function tagsOf({ own }: Plain): readonly string[] {
  const has = new Map<string, boolean>()
  for (const { tags = [], removed_tags = [] } of own) {
    for (const tag of tags) has.set(tag, true)
    for (const tag of removed_tags) has.set(tag, false)
  }
  return [...has].flatMap(([tag, there]) => (there ? [tag] : []))
}

/** Of the conversations begun in the period, each topic's share of those that have one. */
function shares(labelsOf: (conversation: Plain) => readonly string[], divided: boolean) {
  return (floor: Floor, label: string): Expected => {
    const all = conversationsIn(floor.events).filter((one) => {
      const at = isOutbound(one) ? firstCustomerAt(one) : one.opened.at
      return at !== null && within(at, floor) && whyNot(one) === null
    })
    const labels = all.map(labelsOf).filter((list) => list.length > 0)
    const theirs = labels.filter((list) => list.includes(label))
    const weight = theirs.reduce((sum, list) => sum + (divided ? 1 / list.length : 1), 0)
    return { value: labels.length === 0 ? null : weight / labels.length, n: theirs.length }
  }
}

/** By metric and what it is split by. */
export const topics = {
  top_topics: ["topic", shares((one) => [topicOf(one) ?? []].flat(), false)],
  "top_topics:tags": ["tag", shares(tagsOf, false)],
  "top_topics:fractional": ["tag", shares(tagsOf, true)],
} as const
